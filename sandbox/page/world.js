// What the page knows of the street: people, chats, the bot, named places, and the time there.
import * as api from "./api.js";
import * as times from "./times.js";

/** The private chat with the bot, as the server lets everyone call his own. */
export const PRIVATE = "@bot";
const TINTS = 8;

export class World extends EventTarget {
  people = [];
  chats = [];
  bot = { username: "bot", name: "随手拍" };
  places = [];
  demoUrl = null;
  #now = Date.now();
  #readAt = performance.now();

  /** Reads everything anew and tells whoever listens to "change". */
  async refresh() {
    const answer = await api.world();
    const demo = answer.demo ?? {};
    this.people = answer.people ?? [];
    this.chats = (answer.chats ?? []).filter((chat) => chat.type !== "private");
    this.bot = { ...this.bot, ...answer.bot };
    this.places = demo.places ?? answer.places ?? [];
    this.demoUrl = demo.url ?? null;
    if (answer.now !== undefined) this.keepTime(times.read(answer.now));
    this.dispatchEvent(new Event("change"));
  }

  /** Sets the street's clock; it ticks on from there. */
  keepTime(moment) {
    this.#now = moment;
    this.#readAt = performance.now();
  }

  /** The time on the street, in milliseconds since 1970. */
  now() {
    return this.#now + performance.now() - this.#readAt;
  }

  person(username) {
    return this.people.find((person) => person.username === username);
  }

  isBot(username) {
    return username === this.bot.username;
  }

  /** The name shown for a username. */
  nameOf(username) {
    if (this.isBot(username)) return this.bot.name ?? "随手拍";
    return this.person(username)?.name ?? username ?? "未知";
  }

  /** The one character on somebody's avatar: the surname. */
  letterOf(username) {
    return [...this.nameOf(username)][0] ?? "?";
  }

  /** One of a few calm colours, always the same for the same name. */
  tintOf(key) {
    let sum = 0;
    for (const character of String(key)) sum = (sum * 31 + character.codePointAt(0)) >>> 0;
    return sum % TINTS;
  }

  /** The chats a person can open: his own with the bot first, then his groups. */
  chatsOf(username) {
    const own = { id: PRIVATE, type: "private", title: this.bot.name ?? "随手拍", members: [username] };
    const groups = this.chats.filter((chat) => (chat.members ?? []).includes(username));
    return [own, ...groups.map((chat) => ({ ...chat, id: String(chat.id) }))];
  }

  /** How many are in a group, bots included. */
  sizeOf(chat) {
    return (chat.members ?? []).length + (chat.bots ?? []).length;
  }

  chatOf(username, id) {
    return this.chatsOf(username).find((chat) => chat.id === String(id));
  }

  /** The named place within a few houses of a point, if there is one. */
  placeAt(latitude, longitude) {
    // 0.0006° is about 60 m here: a pin dropped at the gate still reads as the house.
    const reach = 0.0006;
    const isNear = (place) => Math.abs(place.lat - latitude) < reach && Math.abs(place.lon - longitude) < reach;
    return this.places.find(isNear);
  }

  placeNamed(name) {
    return this.places.find((place) => place.name === name);
  }
}

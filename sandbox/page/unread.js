// Remembers, per person and chat, the newest message and how many were not looked at; asks now and then.
import * as api from "./api.js";
import { summaryOf } from "./bubble.js";
import { pause } from "./dom.js";
import * as times from "./times.js";

const LOOK_EVERY_MS = 2500;

export class Unread extends EventTarget {
  #entries = new Map();

  /** Looks round from now on; `seats()` names who sits where: [{person, chat}]. */
  async run(world, seats) {
    for (;;) {
      await this.#lookRound(world, seats());
      await pause(LOOK_EVERY_MS);
    }
  }

  /** What a chat list shows for this chat: {count, preview, date}. */
  entry(person, chat) {
    return this.#entries.get(`${person} ${chat}`) ?? { lastId: 0, count: 0, preview: "", date: null };
  }

  /** How many messages wait for this person outside the open chat. */
  countFor(world, person, openChat) {
    const others = world.chatsOf(person).filter((chat) => chat.id !== openChat);
    return others.reduce((sum, chat) => sum + this.entry(person, chat.id).count, 0);
  }

  /** The chat is open before this person's eyes: everything in it is read. */
  read(person, chat, messages) {
    this.#note(person, chat, messages, { isRead: true });
  }

  async #lookRound(world, seats) {
    if (document.visibilityState === "hidden") return;
    const open = new Set(seats.map((seat) => `${seat.person} ${seat.chat}`));
    const people = new Set(seats.map((seat) => seat.person));
    for (const person of people) {
      for (const chat of world.chatsOf(person)) {
        if (!open.has(`${person} ${chat.id}`)) await this.#look(person, chat.id);
      }
    }
  }

  async #look(person, chat) {
    const isKnown = this.#entries.has(`${person} ${chat}`);
    const after = this.entry(person, chat).lastId;
    try {
      const answer = await api.messages(chat, { viewer: person, after });
      // What was there before the page was opened counts as read.
      this.#note(person, chat, answer.messages ?? [], { isRead: !isKnown });
    } catch (error) {
      // The open chats show that the line is down; the dots may simply wait.
      if (!(error instanceof api.Refused)) throw error;
    }
  }

  #preview(message, person) {
    const isSelf = message.from === person || message.service || !message.name;
    return isSelf ? summaryOf(message) : `${message.name}：${summaryOf(message)}`;
  }

  #note(person, chat, messages, { isRead }) {
    const before = this.entry(person, chat);
    const fresh = messages.filter((message) => message.id > before.lastId && !message.deleted);
    const last = fresh.at(-1);
    const others = fresh.filter((message) => message.from !== person).length;
    const entry = {
      lastId: last?.id ?? before.lastId,
      count: isRead ? 0 : before.count + others,
      preview: last ? this.#preview(last, person) : before.preview,
      date: last ? times.read(last.date) : before.date,
    };
    this.#entries.set(`${person} ${chat}`, entry);
    if (last || entry.count !== before.count) this.dispatchEvent(new Event("change"));
  }
}

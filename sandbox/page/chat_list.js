// The list of one person's chats: who wrote last, when, and what waits to be read.
import { avatar } from "./bubble.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import * as times from "./times.js";

/** The avatar of a chat: the bot's own, or the letter of the group. */
export function face(world, chat) {
  if (chat.type === "private") return avatar(world, world.bot.username);
  const tint = `avatar square tint-${world.tintOf(chat.title)}`;
  return h("span", { class: tint, "aria-hidden": "true" }, [...(chat.title ?? "群")][0] ?? icon("people"));
}

function line(world, chat, entry, onOpen) {
  const day = entry.date && times.dayWords(entry.date, world.now());
  const when = day === "今天" ? times.hourMinute(entry.date) : day;
  const waiting = entry.count > 0 ? h("i", { class: "dot", "aria-label": `${entry.count} 条未读` }, String(entry.count)) : null;
  return h(
    "button",
    { type: "button", class: "chat-line", "data-testid": `chat-${chat.id}`, onclick: () => onOpen(chat.id) },
    face(world, chat),
    h("span", { class: "chat-words" }, h("b", {}, chat.title), h("small", {}, entry.preview || "还没有消息")),
    h("span", { class: "chat-side" }, h("time", {}, when ?? ""), waiting),
  );
}

/** Draws the list for a person into a new element. */
export function draw(world, unread, person, onOpen) {
  const lines = world.chatsOf(person).map((chat) => line(world, chat, unread.entry(person, chat.id), onOpen));
  return h("nav", { class: "chat-list", "aria-label": `${world.nameOf(person)}的聊天` }, lines);
}

// What can be done with one message: answer, edit, take back, pass on.
import * as api from "./api.js";
import { wordsOf } from "./bubble.js";
import * as chatList from "./chat_list.js";
import { h } from "./dom.js";
import * as sheet from "./sheet.js";

async function attempt(screen, act) {
  try {
    await act();
  } catch (refusal) {
    sheet.toast(screen, refusal.message);
  }
}

function forward(seat, message) {
  const { screen, world, person, chat } = seat;
  sheet.open(screen, "转发给", (close) => {
    const pass = (target) => {
      close();
      return attempt(screen, async () => {
        await api.forward(chat, person, message.id, target);
        sheet.toast(screen, `已转发到「${world.chatOf(person, target).title}」`);
      });
    };
    const line = (other) =>
      h(
        "button",
        { type: "button", class: "chat-line", onclick: () => pass(other.id) },
        chatList.face(world, other),
        h("span", { class: "chat-words" }, h("b", {}, other.title)),
      );
    return h("div", { class: "chat-list" }, world.chatsOf(person).map(line));
  });
}

/** Opens the menu of a message at a point of the phone. */
export function open(seat, message, point) {
  const { screen, composer, person, chat } = seat;
  const isOwn = message.from === person;
  const hasWords = Boolean(wordsOf(message) || message.photos?.length) && !message.forwarded_from;
  const items = [
    ["reply", "回复", () => composer.aim("reply", message)],
    isOwn && hasWords ? ["edit", "编辑", () => composer.aim("edit", message)] : null,
    ["forward", "转发", () => forward(seat, message)],
    isOwn ? ["undo", "撤回", () => attempt(screen, () => api.remove(chat, person, message.id))] : null,
  ];
  sheet.menu(screen, point, items.filter(Boolean));
}

// The head of an open chat: the way back, its name and size, the members, the pinned message.
import { summaryOf } from "./bubble.js";
import * as chatList from "./chat_list.js";
import { button, h } from "./dom.js";
import { icon } from "./icons.js";

/** Builds the head; `refresh(chat, waiting)` and `pin(message)` keep it true. */
export function build(world, chat, { onBack, onMembers, onPinned }) {
  const isGroup = chat.type !== "private";
  const badge = h("i", { class: "badge", hidden: true });
  const size = h("small", {});
  const pinned = h("span", {});
  const bar = h("button", { type: "button", class: "pinned", hidden: true, "aria-label": "看置顶消息", onclick: onPinned }, icon("pin"), pinned);
  const element = h(
    "header",
    { class: "head" },
    button("全部聊天", { class: "ghost back", "data-testid": "chats", onclick: onBack }, icon("back"), badge),
    chatList.face(world, chat),
    h("h2", { "data-testid": "title" }, h("span", {}, chat.title), size),
    isGroup ? button("群成员", { class: "ghost", "data-testid": "members", onclick: onMembers }, icon("people")) : null,
  );
  const refresh = (now, waiting) => {
    size.textContent = isGroup ? `${world.sizeOf(now)} 位成员` : "机器人";
    badge.hidden = waiting === 0;
    badge.textContent = waiting > 99 ? "99+" : String(waiting);
  };
  const pin = (message) => {
    bar.hidden = !message;
    pinned.textContent = message ? summaryOf(message) : "";
  };
  return { elements: [element, bar], refresh, pin };
}

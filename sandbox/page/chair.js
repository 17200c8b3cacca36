// The name plate over a phone: who sits here, and which of his chats is open.
import { avatar } from "./bubble.js";
import { button, h } from "./dom.js";
import { icon } from "./icons.js";

function grouped(options) {
  const groups = new Map();
  for (const [value, label, group] of options) {
    if (!groups.has(group)) groups.set(group, h("optgroup", { label: group || "其他" }));
    groups.get(group).append(h("option", { value }, label));
  }
  return groups.values();
}

function fill(select, options, chosen) {
  const wanted = JSON.stringify(options);
  if (select.dataset.options !== wanted) {
    select.dataset.options = wanted;
    select.replaceChildren(...grouped(options));
  }
  select.value = chosen;
}

/** Builds the plate; `show(seat)` keeps it true. */
export function build(world, { onPerson, onChat, onClose }) {
  const face = h("span", { class: "chair-face" });
  const people = h("select", { "aria-label": "谁拿着这部手机", "data-testid": "person-select", onchange: () => onPerson(people.value) });
  const chats = h("select", { "aria-label": "打开哪个聊天", "data-testid": "chat-select", onchange: () => onChat(chats.value) });
  const element = h(
    "div",
    { class: "chair" },
    face,
    h("div", { class: "chair-selects" }, people, chats),
    button("收起这部手机", { class: "ghost", "data-testid": "close-phone", onclick: onClose }, icon("close")),
  );
  const show = ({ person, chat }) => {
    fill(people, world.people.map(({ username, name, trade }) => [username, `${name} · ${username}`, trade]), person);
    fill(chats, world.chatsOf(person).map(({ id, type, title }) => [id, title, type === "private" ? "私聊" : "群"]), chat);
    face.replaceChildren(avatar(world, person));
  };
  return { element, show };
}

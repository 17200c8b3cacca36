// Who is in a group: the list behind the header, with the ways in and out.
import * as api from "./api.js";
import { avatar } from "./bubble.js";
import { h } from "./dom.js";
import * as sheet from "./sheet.js";

function line(world, username) {
  const trade = world.isBot(username) ? "机器人" : (world.person(username)?.trade ?? "");
  return h(
    "div",
    { class: "member" },
    avatar(world, username),
    h("span", {}, h("b", {}, world.nameOf(username)), h("small", {}, [username, trade].filter(Boolean).join(" · "))),
  );
}

function invitation(world, chat, viewer, change) {
  const strangers = world.people.filter((person) => !chat.members.includes(person.username));
  const select = h(
    "select",
    { "aria-label": "请谁进群", class: "plain-select" },
    strangers.map((person) => h("option", { value: person.username }, `${person.name} · ${person.username}`)),
  );
  const invite = () => change({ add: [select.value], by: viewer });
  return h("div", { class: "invite" }, select, h("button", { type: "button", class: "primary", onclick: invite }, "请进群"));
}

/** Opens the members of a group; `viewer` may invite and may leave. */
export function open(screen, world, chat, viewer) {
  sheet.open(screen, `群成员（${world.sizeOf(chat)}）`, (close) => {
    const change = async (wish) => {
      close();
      try {
        await api.changeMembers(chat.id, wish);
        await world.refresh();
      } catch (refusal) {
        sheet.toast(screen, refusal.message);
      }
    };
    const everyone = [...(chat.bots ?? []), ...chat.members];
    const leave = () => change({ remove: [viewer] });
    return [
      h("div", { class: "members" }, everyone.map((username) => line(world, username))),
      invitation(world, chat, viewer, change),
      h("button", { type: "button", class: "leave", onclick: leave }, "退出群聊"),
    ];
  });
}

// One message (or one album) as a row of the chat: avatar, name, quote, content, words, time, buttons.
import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import * as media from "./media.js";
import * as richtext from "./richtext.js";
import * as times from "./times.js";

/** The words of a message, whether they stand alone or under a photo. */
export function wordsOf(message) {
  return message.text ?? message.caption ?? "";
}

/** A message in a few words, for quotes and chat lists. */
export function summaryOf(message) {
  if (message.deleted) return "已撤回";
  if (message.service) return message.service;
  const kind = [
    [message.photos?.length, "[照片]"],
    [message.document, `[文件] ${message.document?.name ?? ""}`],
    [message.voice, "[语音]"],
    [message.location, "[位置]"],
    [message.contact, "[名片]"],
  ].find(([has]) => has)?.[1];
  return [kind, wordsOf(message)].filter(Boolean).join(" ").replace(/\s+/g, " ");
}

/** A round letter in the colour of that name; the bot wears its camera. */
export function avatar(world, username) {
  if (world.isBot(username)) return h("span", { class: "avatar avatar-bot", "aria-hidden": "true" }, icon("camera"));
  const tint = `avatar tint-${world.tintOf(username)}`;
  return h("span", { class: tint, "aria-hidden": "true" }, world.letterOf(username));
}

function forwardedFrom(message) {
  if (!message.forwarded_from) return null;
  return h("div", { class: "forwarded" }, icon("forward"), `转发自 ${message.forwarded_from}`);
}

function quote(message, context) {
  if (!message.reply_to) return null;
  const target = context.find(message.reply_to);
  const name = target ? context.world.nameOf(target.from) : "";
  const words = target ? summaryOf(target) : "较早的消息";
  const jump = () => context.jumpTo(message.reply_to);
  return button("跳到被回复的消息", { class: "quote", onclick: jump }, h("b", {}, name), h("span", {}, words));
}

function content(messages, context) {
  const shots = messages.flatMap((message) =>
    (message.photos ?? []).map((url) => ({ url, id: message.id, caption: wordsOf(message) })),
  );
  const [first] = messages;
  return [
    shots.length > 0 ? media.photos(shots, context.openPhotos) : null,
    messages.filter((message) => message.document).map((message) => media.fileCard(message.document)),
    first.voice ? media.voice(first.voice, first.id) : null,
    first.location ? media.location(first.location, context.world) : null,
    first.contact ? media.contact(first.contact) : null,
  ];
}

function pressable(message, key, context) {
  if (key.url) {
    const followed = (event) => {
      if (context.actions.onLink(key.url)) event.preventDefault();
    };
    const address = /^https?:/.test(key.url) ? key.url : "#";
    return h("a", { class: "key", href: address, target: "_blank", rel: "noreferrer", onclick: followed }, key.text);
  }
  const press = (event) => context.press(message, key, event.currentTarget);
  return h("button", { type: "button", class: "key", "data-callback": key.data, onclick: press }, key.text);
}

function keys(message, context) {
  const rows = (message.buttons ?? []).filter((row) => row.length > 0);
  if (rows.length === 0) return null;
  return h(
    "div",
    { class: "keys", role: "group", "aria-label": "按钮" },
    rows.map((row) => h("div", { class: "key-row" }, row.map((key) => pressable(message, key, context)))),
  );
}

function tools(message, context) {
  return h(
    "div",
    { class: "tools" },
    button("回复", { class: "tool", onclick: () => context.reply(message) }, icon("reply")),
    button(
      "更多",
      { class: "tool", "aria-haspopup": "menu", onclick: (event) => context.menu(message, event.currentTarget) },
      icon("dots"),
    ),
  );
}

/** The crossed bell of what rang on no phone. */
function mute(messages) {
  if (!messages.every((message) => message.silent)) return null;
  return h("span", { class: "mute", role: "img", "aria-label": "没响铃", title: "没响铃" }, icon("mute"));
}

function stamp(messages) {
  const isEdited = messages.some((message) => message.edited);
  const time = times.hourMinute(times.read(messages[0].date));
  return h("span", { class: "stamp" }, mute(messages), isEdited ? h("i", {}, "已编辑") : null, h("time", {}, time));
}

function reactions(messages) {
  const given = messages.flatMap((message) => message.reactions ?? []);
  return given.length > 0 ? h("div", { class: "reactions" }, given.map((emoji) => h("span", {}, emoji))) : null;
}

function nameClass(world, username) {
  return world.isBot(username) ? "name" : `name name-${world.tintOf(username)}`;
}

function serviceRow(message, words) {
  return h("div", { class: "service", "data-testid": "message", "data-id": message.id }, h("span", {}, words));
}

/** The row of one message, or of an album given as all its messages. */
export function row(messages, context) {
  const [first] = messages;
  const { world, viewer, isGroup } = context;
  if (messages.every((message) => message.deleted)) {
    const who = first.from === viewer ? "你" : world.nameOf(first.from);
    return serviceRow(first, `${who} 撤回了一条消息`);
  }
  if (first.service) return serviceRow(first, first.service);
  const isOwn = first.from === viewer;
  const speaking = messages.find((message) => wordsOf(message)) ?? first;
  const text = wordsOf(speaking);
  const buttons = keys(messages.at(-1), context);
  const bubble = h(
    "div",
    { class: "bubble", oncontextmenu: (event) => context.menuAt(first, event), ondblclick: () => context.reply(first) },
    isGroup && !isOwn ? h("div", { class: nameClass(world, first.from) }, world.nameOf(first.from)) : null,
    forwardedFrom(first),
    quote(first, context),
    content(messages, context),
    text ? h("div", { class: "words" }, richtext.render(text, speaking.entities, context.actions)) : null,
    stamp(messages),
    reactions(messages),
  );
  return h(
    "article",
    {
      class: `row ${isOwn ? "own" : "other"} ${buttons ? "card" : ""} ${text ? "" : "wordless"}`,
      "data-testid": "message",
      "data-id": first.id,
      "data-from": first.from,
      "aria-label": `${world.nameOf(first.from)}：${summaryOf(speaking)}`,
    },
    isOwn ? null : avatar(world, first.from),
    h("div", { class: "stack" }, h("div", { class: "line" }, bubble, tools(first, context)), buttons),
  );
}

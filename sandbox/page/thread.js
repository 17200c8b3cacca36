// The scrolling list of a chat: groups albums, writes the days, keeps unchanged rows, stays at the bottom if one was there.
import * as bubble from "./bubble.js";
import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import * as times from "./times.js";

// Nearer than this to the end counts as "reading the newest".
const NEAR_END_PX = 80;

function albumOf(message) {
  return message.album ?? null;
}

/** Messages in order, those of one album together. */
function units(messages) {
  const grouped = [];
  for (const message of messages) {
    const last = grouped.at(-1);
    const album = albumOf(message);
    if (album !== null && last && albumOf(last[0]) === album && last[0].from === message.from) last.push(message);
    else grouped.push([message]);
  }
  return grouped;
}

export class Thread {
  #context;
  #rows = new Map();
  #messages = [];
  #wasAtEnd = true;
  #heights = "";
  #list = h("div", { class: "thread", role: "log", "aria-label": "聊天记录", tabindex: "0", "data-testid": "thread" });
  #newer;

  /** `context` carries world, viewer, isGroup and what can be done to a message. */
  constructor(context) {
    this.#context = { ...context, find: (id) => this.find(id), jumpTo: (id) => this.jumpTo(id) };
    const toEnd = () => this.#toEnd("smooth");
    this.#newer = button("看最新消息", { class: "newer", hidden: true, onclick: toEnd }, icon("down"));
    this.#list.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.element = h("div", { class: "thread-frame" }, this.#list, this.#newer);
    // Photos and keyboards change heights after the rows are in place.
    this.#list.addEventListener("load", () => this.#wasAtEnd && this.#toEnd("instant"), true);
    new ResizeObserver(() => this.#wasAtEnd && this.#toEnd("instant")).observe(this.#list);
  }

  find(id) {
    return this.#messages.find((message) => message.id === id);
  }

  /** Shows these messages, touching only the rows that changed. */
  show(messages) {
    const isFirst = this.#messages.length === 0;
    const hasNew = messages.length > this.#messages.length;
    this.#messages = messages;
    const isOwnNews = messages.at(-1)?.from === this.#context.viewer;
    this.#place(this.#build(units(messages)));
    if (isFirst || this.#wasAtEnd || (hasNew && isOwnNews)) this.#toEnd("instant");
    else if (hasNew) this.#newer.hidden = false;
  }

  #build(grouped) {
    const wanted = new Map();
    let day = null;
    for (const unit of grouped) {
      const moment = times.read(unit[0].date);
      if (times.dayKey(moment) !== day) {
        day = times.dayKey(moment);
        wanted.set(`day ${day}`, this.#keep(`day ${day}`, day, () => this.#dayRow(moment)));
      }
      const target = unit[0].reply_to ? this.find(unit[0].reply_to) : null;
      const signature = JSON.stringify([unit, target && bubble.summaryOf(target)]);
      const key = `message ${unit[0].id}`;
      wanted.set(key, this.#keep(key, signature, () => bubble.row(unit, this.#context)));
    }
    this.#rows = wanted;
    return [...wanted.values()].map((row) => row.node);
  }

  #keep(key, signature, make) {
    const known = this.#rows.get(key);
    return known?.signature === signature ? known : { signature, node: make() };
  }

  #dayRow(moment) {
    return h("div", { class: "day" }, h("span", {}, times.dayWords(moment, this.#context.world.now())));
  }

  #place(nodes) {
    const kept = new Set(nodes);
    for (const child of [...this.#list.children]) if (!kept.has(child)) child.remove();
    nodes.forEach((node, index) => {
      if (this.#list.children[index] !== node) this.#list.insertBefore(node, this.#list.children[index] ?? null);
    });
  }

  #isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#list;
    return scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
  }

  #scrolled() {
    // When the room itself changed (a keyboard rose, a photo came), nobody scrolled away from the end.
    const heights = `${this.#list.scrollHeight} ${this.#list.clientHeight}`;
    if (heights !== this.#heights) {
      this.#heights = heights;
      return;
    }
    this.#wasAtEnd = this.#isAtEnd();
    if (this.#wasAtEnd) this.#newer.hidden = true;
  }

  #toEnd(behavior) {
    this.#list.scrollTo({ top: this.#list.scrollHeight, behavior });
    this.#heights = `${this.#list.scrollHeight} ${this.#list.clientHeight}`;
    this.#wasAtEnd = true;
    this.#newer.hidden = true;
  }

  /** Brings a message into view and lets it glow for a moment. */
  jumpTo(id) {
    const row = this.#list.querySelector(`[data-id="${Number(id)}"]`);
    if (!row) return;
    row.scrollIntoView({ block: "center", behavior: "smooth" });
    row.classList.add("glow");
    setTimeout(() => row.classList.remove("glow"), 1600);
  }
}

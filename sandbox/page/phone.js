// One phone: who holds it, which chat is open on it, and everything that happens on its screen.
import * as chair from "./chair.js";
import * as chatList from "./chat_list.js";
import { Composer } from "./composer.js";
import * as deeds from "./deeds.js";
import { h } from "./dom.js";
import { Feed } from "./feed.js";
import * as head from "./head.js";
import { icon } from "./icons.js";
import * as members from "./members.js";
import * as messageMenu from "./message_menu.js";
import * as sheet from "./sheet.js";
import { Thread } from "./thread.js";
import * as times from "./times.js";
import { PRIVATE } from "./world.js";

export class Phone {
  #world;
  #unread;
  #moved;
  #feed = null;
  #composer = null;
  #thread = null;
  #forced = 0;
  #keyboardOf = null;
  #head = null;
  #pinned = null;
  #list = null;
  #chair;
  #time = h("time", {});
  #inside = h("div", { class: "inside" });
  #line = h("div", { class: "offline", hidden: true, role: "status" });

  /** `seat` is {person, chat}; `onMove(phone)` is told when another person or chat is chosen, `onClose(phone)` at the cross. */
  constructor({ world, unread, seat, number, onMove, onClose }) {
    this.#world = world;
    this.#unread = unread;
    this.#moved = () => onMove(this);
    this.seat = { ...seat };
    this.#chair = chair.build(world, {
      onPerson: (person) => this.sit(person),
      onChat: (chat) => this.enter(chat),
      onClose: () => onClose(this),
    });
    const status = h("div", { class: "status", "aria-hidden": "true" }, this.#time, h("span", {}, icon("signal"), h("i", { class: "battery" })));
    this.screen = h("div", { class: "screen" }, status, this.#inside, this.#line);
    this.element = h("section", { class: "phone" }, this.#chair.element, h("div", { class: "device" }, this.screen));
    this.renumber(number);
    this.enter(this.seat.chat);
  }

  renumber(number) {
    this.element.dataset.testid = `phone-${number}`;
    this.element.setAttribute("aria-label", `手机 ${number}`);
  }

  /** Another person takes the phone; it opens on the chat he most likely wants. */
  sit(person) {
    const groups = this.#world.chatsOf(person).slice(1);
    const staysHere = groups.some((chat) => chat.id === this.seat.chat);
    this.seat.person = person;
    this.enter(staysHere ? this.seat.chat : (groups[0]?.id ?? PRIVATE));
  }

  /** Opens a chat. */
  enter(chat) {
    this.leave();
    this.seat.chat = String(chat);
    this.#moved();
    const known = this.#chat();
    this.#chair.show(this.seat);
    const seat = { ...this.seat, world: this.#world, screen: this.screen };
    this.#composer = new Composer(seat);
    seat.composer = this.#composer;
    this.#thread = new Thread(this.#context(seat, known.type !== "private"));
    this.#head = this.#buildHead(known);
    this.#inside.replaceChildren(...this.#head.elements, this.#thread.element, this.#composer.element);
    this.#feed = new Feed(this.seat.chat, this.seat.person, (news) => this.#take(news));
    this.#feed.run();
    this.refresh();
  }

  /** Stops following the chat. */
  leave() {
    this.#feed?.stop();
    this.#forced = 0;
    this.#keyboardOf = null;
    this.#list = null;
    for (const layer of this.screen.querySelectorAll(".veil, .toast")) layer.remove();
  }

  #chat() {
    return this.#world.chatOf(this.seat.person, this.seat.chat) ?? this.#world.chatsOf(this.seat.person)[0];
  }

  #buildHead(chat) {
    return head.build(this.#world, chat, {
      onBack: () => this.openList(),
      onMembers: () => members.open(this.screen, this.#world, this.#chat(), this.seat.person),
      onPinned: () => this.#thread.jumpTo(this.#pinned),
    });
  }

  /** Shows the chats of the person instead of the open one. */
  openList() {
    this.#feed.stop();
    this.#list = this.#drawList();
    const name = h("h2", {}, h("span", {}, "聊天"), h("small", {}, this.#world.nameOf(this.seat.person)));
    this.#inside.replaceChildren(h("header", { class: "head" }, name), this.#list);
  }

  #drawList() {
    return chatList.draw(this.#world, this.#unread, this.seat.person, (chat) => this.enter(chat));
  }

  #refreshList() {
    const fresh = this.#drawList();
    if (fresh.isEqualNode(this.#list)) return;
    const held = this.#list.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
    this.#list.replaceWith(fresh);
    this.#list = fresh;
    if (held) fresh.querySelector(`[data-testid="${CSS.escape(held)}"]`)?.focus();
  }

  /** Who looks at which chat right now; at none while the list is open. */
  get gaze() {
    return { person: this.seat.person, chat: this.#list ? null : this.seat.chat };
  }

  openSamples() {
    this.#composer.openSamples();
  }

  #context(seat, isGroup) {
    return {
      world: this.#world,
      viewer: seat.person,
      isGroup,
      press: (message, key, face) => deeds.press(this, this.#world, message, key, face),
      reply: (message) => seat.composer.aim("reply", message),
      menu: (message, anchor) => {
        const box = anchor.getBoundingClientRect();
        messageMenu.open(seat, message, { x: box.left, y: box.bottom });
      },
      menuAt: (message, event) => {
        event.preventDefault();
        messageMenu.open(seat, message, { x: event.clientX, y: event.clientY });
      },
      openPhotos: (shots, index) => sheet.gallery(this.screen, shots, index),
      actions: { onCommand: (word) => deeds.say(this, word), onLink: (href) => deeds.follow(this, this.#world, href) },
    };
  }

  #take({ messages, keyboard, pinned, isOnline, reason }) {
    this.#line.hidden = isOnline;
    this.#line.textContent = isOnline ? "" : `${reason}，正在重试…`;
    if (!isOnline) return;
    this.#thread.show(messages);
    this.#thread.element.classList.toggle("empty", messages.length === 0);
    this.#offerStart(messages);
    this.#offerKeyboard(keyboard, messages.at(-1));
    this.#pinned = pinned?.at(-1) ?? null;
    this.#head.pin(messages.find((message) => message.id === this.#pinned && !message.deleted));
    this.#unread.read(this.seat.person, this.seat.chat, messages);
  }

  #offerStart(messages) {
    const known = this.#inside.querySelector(".start");
    if (messages.length > 0 || this.seat.chat !== PRIVATE) return known?.remove();
    if (known) return undefined;
    const start = h("button", { type: "button", class: "start primary", "data-testid": "start", onclick: () => deeds.say(this, "/start") }, "开始");
    return this.#thread.element.append(start);
  }

  #offerKeyboard(rows, last) {
    const mark = JSON.stringify(rows ?? []);
    if (mark !== this.#keyboardOf) this.#composer.showKeyboard(rows);
    this.#keyboardOf = mark;
    if (last?.force_reply && last.id > this.#forced) {
      this.#forced = last.id;
      this.#composer.aim("reply", last);
    }
  }

  /** Shows the time of the street. */
  tick() {
    this.#time.textContent = times.hourMinute(this.#world.now());
  }

  /** The world changed: names, members, unread marks. */
  refresh() {
    this.#chair.show(this.seat);
    if (!this.#world.chatOf(this.seat.person, this.seat.chat)) {
      this.sit(this.seat.person);
      return;
    }
    if (this.#list) this.#refreshList();
    this.#head.refresh(this.#chat(), this.#unread.countFor(this.#world, this.seat.person, this.seat.chat));
  }

  /** Draws the eye to this phone. */
  beckon() {
    this.element.scrollIntoView({ behavior: "smooth", inline: "center", block: "nearest" });
    this.element.classList.add("beckon");
    setTimeout(() => this.element.classList.remove("beckon"), 1800);
  }
}

// Where a message is written: text, what is staged to go with it, the message replied to or edited, the reply keyboard.
import * as api from "./api.js";
import * as attach from "./attach.js";
import { wordsOf, summaryOf } from "./bubble.js";
import * as commands from "./commands.js";
import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import * as sheet from "./sheet.js";
import { PRIVATE } from "./world.js";

const TALLEST_PX = 132;

export class Composer {
  #seat;
  #staged = [];
  #place = null;
  #target = null;
  #isSending = false;
  #field = h("textarea", { rows: 1, "aria-label": "写消息", placeholder: "说一句…", "data-testid": "composer" });
  #tray = h("div", { class: "tray", hidden: true });
  #banner = h("div", { class: "banner", hidden: true });
  #keyboard = h("div", { class: "keyboard", hidden: true, "data-testid": "keyboard", "aria-label": "快捷回复" });
  #toggle;
  #go;

  /** `seat` says who sits here: world, chat, person, screen. */
  constructor(seat) {
    this.#seat = seat;
    const plus = button("附件", { class: "round", "data-testid": "attach", onclick: () => attach.open(seat.screen, this.#desk()) }, icon("plus"));
    this.#toggle = button("快捷回复", { class: "round", hidden: true, onclick: () => this.#flipKeyboard() }, icon("keyboard"));
    const ask = button("命令", { class: "round slash", hidden: !this.#hasCommands(), onclick: () => this.#openCommands() }, "/");
    this.#go = button("发送", { class: "round go", "data-testid": "send", onclick: () => this.submit() }, icon("send"));
    this.#field.addEventListener("input", () => this.#fit());
    this.#field.addEventListener("keydown", (event) => this.#typed(event));
    this.#field.addEventListener("paste", (event) => this.#pasted(event));
    this.element = h(
      "footer",
      { class: "composer" },
      this.#banner,
      this.#tray,
      h("div", { class: "composer-row" }, plus, this.#field, ask, this.#toggle, this.#go),
      this.#keyboard,
    );
  }

  #hasCommands() {
    return this.#seat.chat === PRIVATE && (this.#seat.world.bot.commands ?? []).length > 0;
  }

  #openCommands() {
    commands.open(this.#seat.screen, this.#seat.world, (text) => this.#send({ text }));
  }

  #desk() {
    return {
      world: this.#seat.world,
      stagePhotos: (files, sample) => this.stage(files, "photo", sample),
      stageFiles: (files) => this.stage(files, "document"),
      sendNow: (fields) => this.#send(fields),
    };
  }

  openSamples() {
    return attach.openSamples(this.#seat.screen, this.#desk());
  }

  openPlaces() {
    attach.openPlaces(this.#seat.screen, this.#desk());
  }

  /** Puts files beside the text, to be sent together with it; a sample brings its caption along. */
  stage(files, kind, sample) {
    this.#staged = this.#staged.filter((item) => item.kind === kind);
    for (const file of files) this.#staged.push({ file, kind, url: URL.createObjectURL(file) });
    if (sample && !this.#field.value) this.#field.value = sample.caption;
    const place = sample ? this.#seat.world.placeNamed(sample.place) : null;
    this.#place = place ? { ...place, isWanted: false } : this.#place;
    this.#drawTray();
    this.#fit();
    this.#field.focus();
  }

  #drawTray() {
    this.#tray.hidden = this.#staged.length === 0;
    const drop = (item) => {
      URL.revokeObjectURL(item.url);
      this.#staged = this.#staged.filter((other) => other !== item);
      if (this.#staged.length === 0) this.#place = null;
      this.#drawTray();
    };
    const items = this.#staged.map((item) =>
      h(
        "div",
        { class: `staged staged-${item.kind}`, title: item.file.name },
        item.kind === "photo" ? h("img", { src: item.url, alt: item.file.name }) : h("span", {}, icon("file"), item.file.name),
        button(`拿掉 ${item.file.name}`, { onclick: () => drop(item) }, icon("close")),
      ),
    );
    this.#tray.replaceChildren(...items, ...(this.#place && this.#staged.length > 0 ? [this.#placeChip()] : []));
  }

  #placeChip() {
    const place = this.#place;
    const flip = () => {
      place.isWanted = !place.isWanted;
      this.#drawTray();
    };
    const attributes = { type: "button", class: "chip", "aria-pressed": String(place.isWanted), "data-testid": "with-place", onclick: flip };
    return h("button", attributes, icon("pin"), place.isWanted ? `随后发位置：${place.name}` : "顺手发个位置？");
  }

  /** Answers a message, or (kind "edit") changes it; shown above the text until sent or dropped. */
  aim(kind, message) {
    this.#target = { kind, message };
    const title = kind === "edit" ? "编辑" : `回复 ${this.#seat.world.nameOf(message.from)}`;
    if (kind === "edit") this.#field.value = wordsOf(message);
    this.#banner.hidden = false;
    this.#banner.replaceChildren(
      icon(kind),
      h("span", {}, h("b", {}, title), h("small", {}, summaryOf(message))),
      button("取消", { class: "ghost", onclick: () => this.#forget() }, icon("close")),
    );
    this.#fit();
    this.#field.focus();
  }

  #forget() {
    if (this.#target?.kind === "edit") this.#field.value = "";
    this.#target = null;
    this.#banner.hidden = true;
    this.#fit();
  }

  /** Shows the bot's reply keyboard; `rows` null takes it away. */
  showKeyboard(rows) {
    const drawn = (rows ?? []).map((row) => h("div", { class: "key-row" }, row.map((key) => this.#key(key))));
    this.#keyboard.replaceChildren(...drawn);
    this.#toggle.hidden = drawn.length === 0;
    this.#keyboard.hidden = drawn.length === 0;
  }

  #flipKeyboard() {
    this.#keyboard.hidden = !this.#keyboard.hidden;
  }

  #key(key) {
    const act = () => {
      if (key.request === "location") this.openPlaces();
      else if (key.request === "contact") this.#send({ contact: 1 });
      else this.#send({ text: key.text });
    };
    const sign = { location: "pin", contact: "contact" }[key.request];
    return h("button", { type: "button", class: "key", onclick: act }, sign ? icon(sign) : null, key.text);
  }

  /** Sends what is written and staged. */
  async submit() {
    const words = this.#field.value.trim();
    if (this.#target?.kind === "edit") return this.#change(words);
    if (this.#staged.length > 0) return this.#sendStaged(words);
    return words ? this.#send({ text: words }, { isTyped: true }) : undefined;
  }

  async #change(words) {
    const { message } = this.#target;
    const field = message.text === undefined || message.text === null ? "caption" : "text";
    await this.#attempt(async () => {
      await api.edit(this.#seat.chat, this.#seat.person, message.id, { [field]: words });
      this.#forget();
    });
  }

  async #sendStaged(words) {
    const files = this.#staged.map((item) => item.file);
    const [{ kind }] = this.#staged;
    const place = this.#place?.isWanted ? this.#place : null;
    const caption = words || undefined;
    // Photos go as one album, files one message each: Telegram groups only pictures by itself.
    const parcels = kind === "photo" ? [{ photo: files, caption }] : files.map((document, i) => ({ document, caption: i ? undefined : caption }));
    let isDone = true;
    for (const parcel of parcels) isDone = (await this.#send(parcel, { isTyped: true })) && isDone;
    if (!isDone) return;
    this.#staged.forEach((item) => URL.revokeObjectURL(item.url));
    [this.#staged, this.#place] = [[], null];
    this.#drawTray();
    if (place) await this.#send({ latitude: place.lat, longitude: place.lon });
  }

  async #send(fields, { isTyped = false } = {}) {
    const { chat, person } = this.#seat;
    const reply = this.#target?.kind === "reply" ? this.#target.message.id : undefined;
    return this.#attempt(async () => {
      await api.send(chat, person, { ...fields, reply_to: reply });
      if (isTyped) this.#field.value = "";
      this.#forget();
    });
  }

  async #attempt(act) {
    if (this.#isSending) return false;
    this.#isSending = true;
    this.#go.setAttribute("aria-busy", "true");
    try {
      await act();
      return true;
    } catch (refusal) {
      sheet.toast(this.#seat.screen, refusal.message);
      return false;
    } finally {
      this.#isSending = false;
      this.#go.removeAttribute("aria-busy");
    }
  }

  #typed(event) {
    if (event.key === "Escape") this.#forget();
    // While an input method is composing, Enter chooses a word.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit();
  }

  #pasted(event) {
    const files = [...(event.clipboardData?.files ?? [])].filter((file) => file.type.startsWith("image/"));
    if (files.length === 0) return;
    event.preventDefault();
    this.stage(files, "photo");
  }

  #fit() {
    this.#field.style.height = "auto";
    this.#field.style.height = `${Math.min(this.#field.scrollHeight, TALLEST_PX)}px`;
    const isReady = this.#field.value.trim() || this.#staged.length > 0;
    this.#go.classList.toggle("ready", Boolean(isReady));
  }
}

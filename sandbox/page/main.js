// Puts the page together: the world, the clock, the hint, and the phones side by side.
import { Refused } from "./api.js";
import * as clock from "./clock.js";
import { button, h, pause } from "./dom.js";
import * as hint from "./hint.js";
import { icon } from "./icons.js";
import { Phone } from "./phone.js";
import * as seats from "./seats.js";
import * as tabs from "./tabs.js";
import { Unread } from "./unread.js";
import { World } from "./world.js";

const WORLD_EVERY_MS = 5000;
const TICK_MS = 1000;

const world = new World();
const phones = [];
const unread = new Unread();
const street = document.querySelector("#street");
const faces = tabs.build(world);
const more = { class: "add-phone", "data-testid": "add-phone", onclick: () => add(seats.next(world, places())).beckon() };
const extra = button("添一部手机", more, icon("plus"), h("span", {}, "手机"));

function places() {
  return phones.map((phone) => phone.seat);
}

function remember() {
  seats.write(places());
  faces.show(phones);
}

function add(seat) {
  const phone = new Phone({ world, unread, seat, number: phones.length + 1, onMove: () => remember(), onClose: close });
  phones.push(phone);
  street.append(phone.element);
  phone.tick();
  remember();
  return phone;
}

function close(phone) {
  if (phones.length === 1) return;
  phone.leave();
  phone.element.remove();
  phones.splice(phones.indexOf(phone), 1);
  phones.forEach((other, index) => other.renumber(index + 1));
  remember();
}

function refreshAll() {
  for (const phone of phones) phone.refresh();
}

async function firstLook() {
  for (;;) {
    try {
      return await world.refresh();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      street.replaceChildren(h("p", { class: "waiting", role: "status" }, `${error.message}，正在重试…`));
      await pause(1500);
    }
  }
}

async function keepLooking() {
  for (;;) {
    await pause(WORLD_EVERY_MS);
    if (document.visibilityState === "hidden") continue;
    // The phones themselves say when the line is down.
    await world.refresh().catch((error) => {
      if (!(error instanceof Refused)) throw error;
    });
  }
}

async function start() {
  await firstLook();
  const face = clock.build(world);
  document.querySelector("#clock").replaceWith(face.element);
  document.querySelector("#add").replaceWith(faces.element, extra);
  const strip = hint.build((username) => phones.find((phone) => phone.seat.person === username));
  if (strip) street.before(strip);
  street.replaceChildren();
  for (const seat of seats.read(world)) add(seat);
  world.addEventListener("change", refreshAll);
  unread.addEventListener("change", refreshAll);
  const tick = () => {
    face.tick();
    for (const phone of phones) phone.tick();
  };
  setInterval(tick, TICK_MS);
  tick();
  unread.run(world, () => phones.map((phone) => phone.gaze));
  keepLooking();
}

start();

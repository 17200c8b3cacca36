// What a person does with a tap: says a ready word, presses a button, follows a link.
import * as api from "./api.js";
import * as sheet from "./sheet.js";
import { PRIVATE } from "./world.js";

/** Sends a text as the person who holds the phone. */
export async function say(phone, text) {
  try {
    await api.send(phone.seat.chat, phone.seat.person, { text });
  } catch (refusal) {
    sheet.toast(phone.screen, refusal.message);
  }
}

/** Follows a link to the bot inside the phone, as Telegram does; answers whether it was one. */
export function follow(phone, world, address) {
  const url = new URL(address, location.href);
  const isOurs = /^(?:www\.)?(?:t|telegram)\.me$/.test(url.hostname) && url.pathname.slice(1) === world.bot.username;
  if (!isOurs) return false;
  const payload = url.searchParams.get("start");
  phone.enter(PRIVATE);
  if (payload !== null) say(phone, `/start ${payload}`.trim());
  return true;
}

function open(phone, world, address) {
  if (follow(phone, world, address)) return;
  if (/^https?:/.test(address)) window.open(address, "_blank", "noopener,noreferrer");
}

function show(phone, world, answer) {
  if (answer.alert && answer.toast) sheet.alert(phone.screen, answer.toast);
  else if (answer.toast) sheet.toast(phone.screen, answer.toast);
  else if (answer.url) open(phone, world, answer.url);
  else if (answer.answered === false) sheet.toast(phone.screen, "机器人这会儿没有回应，请稍后再按");
}

/** Presses a button under a message and shows the bot's answer on this phone; the button waits meanwhile. */
export async function press(phone, world, message, key, face) {
  face.setAttribute("aria-busy", "true");
  face.disabled = true;
  try {
    show(phone, world, await api.press(phone.seat.chat, phone.seat.person, message.id, key.data ?? key.text));
  } catch (refusal) {
    sheet.toast(phone.screen, refusal.message);
  } finally {
    face.removeAttribute("aria-busy");
    face.disabled = false;
  }
}

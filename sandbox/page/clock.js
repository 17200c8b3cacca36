// The street's clock in the top bar: shows the time there, and moves it on.
import * as api from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import * as times from "./times.js";

const LEAPS = [
  ["+30分钟", "30m"],
  ["+2小时", "2h"],
  ["+1天", "1d"],
];

/** Builds the clock; `tick()` keeps the time shown. */
export function build(world) {
  const day = h("span", { class: "clock-day" });
  const time = h("time", { class: "clock-time", "data-testid": "clock-now" });
  const word = h("span", { class: "clock-word", role: "status" });
  const field = h("input", { type: "datetime-local", "aria-label": "跳到这个时间", "data-testid": "clock-input" });
  const controls = h("div", { class: "clock-controls" });

  const move = async (step, said) => {
    controls.inert = true;
    word.textContent = "时间走着…";
    try {
      await api.moveClock(world.demoUrl, step);
      word.textContent = said;
    } catch (refusal) {
      word.textContent = refusal.message;
    }
    controls.inert = false;
    await world.refresh();
    setTimeout(() => (word.textContent = ""), 4000);
  };
  const leap = ([label, advance]) => {
    const act = () => move({ advance }, `过了 ${label.slice(1)}`);
    return h("button", { type: "button", "data-testid": `clock-${advance}`, onclick: act }, label);
  };
  let isTouched = false;
  field.addEventListener("input", () => (isTouched = true));
  const jump = (event) => {
    event.preventDefault();
    isTouched = false;
    if (field.value) move({ now: times.fieldTime(field.value) }, "到了");
  };
  controls.append(
    ...LEAPS.map(leap),
    h("form", { class: "clock-jump", onsubmit: jump }, field, h("button", { type: "submit", "data-testid": "clock-set" }, "跳到")),
  );
  const tick = () => {
    const now = world.now();
    day.textContent = times.monthDay(now);
    time.textContent = times.hourMinute(now);
    if (!isTouched && document.activeElement !== field) field.value = times.fieldValue(now);
  };
  const element = h("div", { class: "clock", "aria-label": "演示时间" }, word, h("span", { class: "clock-face" }, icon("clock"), day, time), controls);
  return { element, tick };
}

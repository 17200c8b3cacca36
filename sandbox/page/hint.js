// Three steps for somebody who has never seen the street; a step can be pressed, and the strip put away.
import { button, h } from "./dom.js";
import { icon } from "./icons.js";

const KEY = "suishoupai.hint";

function isPutAway() {
  try {
    return localStorage.getItem(KEY) === "away";
  } catch {
    // Private windows may forbid the store: then the strip simply comes back.
    return false;
  }
}

function putAway(strip) {
  strip.remove();
  try {
    localStorage.setItem(KEY, "away");
  } catch {
    // As above: nothing is lost.
  }
}

/** Builds the strip, or null if it was put away; `phoneOf(username)` finds who acts. */
export function build(phoneOf) {
  if (isPutAway()) return null;
  const steps = [
    ["以小哥 r1 的身份，发一张示例照片", () => phoneOf("r1")?.openSamples()],
    ["以 hj_w 的身份，在群里点「认领」", () => phoneOf("hj_w")?.beckon()],
    ["处理好发处置照片，请另一人核查，小哥会收到结果", () => phoneOf("r1")?.beckon()],
  ];
  const items = steps.map(([words, act], index) =>
    h("li", {}, h("button", { type: "button", "data-testid": `step-${index + 1}`, onclick: act }, h("i", {}, String(index + 1)), words)),
  );
  const strip = h("aside", { class: "hint", "aria-label": "三步上手" }, h("ol", {}, items));
  strip.append(button("知道了，收起", { class: "ghost", onclick: () => putAway(strip) }, icon("close")));
  return strip;
}

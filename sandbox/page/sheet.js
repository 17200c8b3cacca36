// What rises over one phone: bottom sheets, small menus, toasts, alerts, the large view of a photo.
import { button, h } from "./dom.js";
import { icon } from "./icons.js";

// Long enough to read a sentence of twenty characters twice.
const TOAST_MS = 3600;

function closable(screen, layer, onClose) {
  const before = document.activeElement;
  const close = () => {
    if (!layer.isConnected) return;
    layer.remove();
    onClose?.();
    if (before?.isConnected) before.focus({ preventScroll: true });
  };
  layer.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  layer.addEventListener("pointerdown", (event) => {
    if (event.target === layer) close();
  });
  screen.append(layer);
  layer.querySelector("[autofocus], button, input")?.focus({ preventScroll: true });
  return close;
}

/** Opens a bottom sheet in this phone; answers with the function that closes it. */
export function open(screen, title, build) {
  let close = () => {};
  const body = h("div", { class: "sheet-body" });
  const layer = h(
    "div",
    { class: "veil" },
    h(
      "section",
      { class: "sheet", role: "dialog", "aria-modal": "true", "aria-label": title },
      h("header", { class: "sheet-head" }, h("h3", {}, title), button("关闭", { class: "ghost", onclick: () => close() }, icon("close"))),
      body,
    ),
  );
  body.append(...[build(() => close())].flat());
  close = closable(screen, layer);
  return close;
}

/** Opens a small menu near a point of the phone; items are [icon, label, action]. */
export function menu(screen, point, items) {
  let close = () => {};
  const list = h(
    "div",
    { class: "menu", role: "menu" },
    items.map(([sign, label, act]) =>
      h(
        "button",
        {
          type: "button",
          role: "menuitem",
          onclick: () => {
            close();
            act();
          },
        },
        icon(sign),
        label,
      ),
    ),
  );
  list.addEventListener("keydown", (event) => walk(list, event));
  const layer = h("div", { class: "veil clear" }, list);
  close = closable(screen, layer);
  const frame = screen.getBoundingClientRect();
  const [width, height] = [list.offsetWidth, list.offsetHeight];
  list.style.left = `${Math.max(8, Math.min(point.x - frame.left, frame.width - width - 8))}px`;
  list.style.top = `${Math.max(8, Math.min(point.y - frame.top, frame.height - height - 8))}px`;
}

function walk(list, event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...list.children];
  const index = items.indexOf(document.activeElement) + step;
  items[(index + items.length) % items.length].focus();
}

/** Shows a short word over the phone that goes by itself. */
export function toast(screen, words) {
  screen.querySelector(".toast")?.remove();
  const note = h("div", { class: "toast", role: "status", "data-testid": "toast" }, words);
  screen.append(note);
  setTimeout(() => note.remove(), TOAST_MS);
}

/** Shows a word that must be acknowledged. */
export function alert(screen, words) {
  let close = () => {};
  const layer = h(
    "div",
    { class: "veil centre" },
    h(
      "div",
      { class: "alert", role: "alertdialog", "aria-modal": "true", "aria-label": words },
      h("p", { "data-testid": "toast" }, words),
      h("button", { type: "button", class: "primary", onclick: () => close() }, "知道了"),
    ),
  );
  close = closable(screen, layer);
}

/** Shows photos large, one at a time. */
export function gallery(screen, shots, start) {
  let close = () => {};
  let index = start;
  const picture = h("img", { alt: "" });
  const caption = h("p", { class: "gallery-words" });
  const show = (step) => {
    index = (index + step + shots.length) % shots.length;
    picture.src = shots[index].url;
    picture.alt = shots[index].caption || "照片";
    const count = shots.length > 1 ? `${index + 1} / ${shots.length}　` : "";
    caption.textContent = count + (shots[index].caption ?? "");
  };
  const layer = h(
    "div",
    { class: "veil gallery", role: "dialog", "aria-modal": "true", "aria-label": "照片" },
    button("关闭", { class: "ghost gallery-close", onclick: () => close() }, icon("close")),
    h("button", { type: "button", class: "gallery-picture", "aria-label": "下一张", onclick: () => show(1) }, picture),
    caption,
  );
  layer.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight") show(1);
    if (event.key === "ArrowLeft") show(-1);
  });
  show(0);
  close = closable(screen, layer);
}

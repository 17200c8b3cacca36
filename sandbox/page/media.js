// What a bubble carries besides words: photos, documents, voice notes, places, business cards.
import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import * as mapTile from "./map_tile.js";

const WAVE_BARS = 26;

/** One photo, or an album as a grid; a press opens it large. */
export function photos(shots, onOpen) {
  const frames = shots.map((shot, index) =>
    button(
      `看大图 ${index + 1}`,
      { class: "photo", "data-photo": shot.id, onclick: () => onOpen(shots, index) },
      h("img", { src: shot.url, alt: shot.caption || "照片", loading: "lazy", decoding: "async" }),
    ),
  );
  return h("div", { class: `photos photos-${Math.min(frames.length, 6)}` }, frames);
}

/** A file with its name and ending. */
export function fileCard(file) {
  const name = file.name || "文件";
  const ending = name.includes(".") ? name.split(".").pop().slice(0, 4).toUpperCase() : "FILE";
  return h(
    "a",
    { class: "document", href: file.url, download: name, "aria-label": `下载文件 ${name}` },
    h("span", { class: "document-sheet", "aria-hidden": "true" }, ending),
    h("span", { class: "document-name" }, name, h("small", {}, sizeWords(file.size) ?? "文件")),
  );
}

function sizeWords(bytes) {
  if (typeof bytes !== "number") return null;
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** A voice note that plays in place. */
export function voice(note, seed) {
  const audio = new Audio(note.url);
  audio.preload = "metadata";
  const length = h("span", { class: "voice-length" }, note.duration ? `${note.duration}″` : "语音");
  const face = h("span", { class: "voice-face" }, icon("play"));
  const show = (name) => face.replaceChildren(icon(name));
  audio.addEventListener("loadedmetadata", () => {
    if (Number.isFinite(audio.duration)) length.textContent = `${Math.max(1, Math.round(audio.duration))}″`;
  });
  audio.addEventListener("play", () => show("stop"));
  audio.addEventListener("pause", () => show("play"));
  const toggle = () => {
    if (audio.paused) audio.play().catch(() => (length.textContent = "放不了"));
    else audio.pause();
  };
  const bars = Array.from({ length: WAVE_BARS }, (_, bar) => {
    const height = 4 + Math.abs(Math.sin((bar + 1) * (1.7 + (seed % 7) / 5)) * 15);
    const mark = h("i", {});
    mark.style.height = `${height.toFixed(0)}px`;
    return mark;
  });
  return button("播放语音", { class: "voice", onclick: toggle }, face, h("span", { class: "wave" }, bars), length);
}

/** A place as a little drawn map, named where the street has a name for it. */
export function location({ latitude, longitude, title, address }, world) {
  const name = title ?? world.placeAt(latitude, longitude)?.name ?? "位置";
  const point = `${Number(latitude).toFixed(5)}, ${Number(longitude).toFixed(5)}`;
  return h(
    "div",
    { class: "location", role: "img", "aria-label": `位置 ${name} ${point}` },
    h("div", { class: "location-words" }, h("b", {}, name), h("small", {}, address ?? point)),
    mapTile.draw(latitude, longitude),
  );
}

/** Somebody's business card. */
export function contact(card) {
  const name = [card.first_name ?? card.name, card.last_name].filter(Boolean).join(" ") || "联系人";
  return h(
    "div",
    { class: "contact" },
    h("span", { class: "avatar tint-5", "aria-hidden": "true" }, [...name][0]),
    h("span", {}, h("b", {}, name), h("small", {}, card.phone_number ?? "")),
  );
}

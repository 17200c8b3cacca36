// The page's own line icons, 24 × 24, drawn with strokes so that they take the colour of the text.
import { svg } from "./dom.js";

const STROKES = {
  back: ["M15 5l-7 7 7 7"],
  down: ["M6 9l6 6 6-6"],
  plus: ["M12 5v14", "M5 12h14"],
  close: ["M6 6l12 12", "M18 6L6 18"],
  dots: ["M5.5 12h.01", "M12 12h.01", "M18.5 12h.01"],
  send: ["M4 12l16-7-5.5 15-3-6.2z", "M11.5 13.8L20 5"],
  camera: ["M4 8.5h3.4l1.6-2.5h6l1.6 2.5H20v11H4z", "M12 17a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6z"],
  image: ["M4 5h16v14H4z", "M4 16l5-5 4 4 2.5-2.5L20 17", "M15.5 9.5h.01"],
  sample: ["M7 4h13v12H7z", "M4 8v12h12", "M7 13.5l4-4 3.5 3.5 2-2 3.5 3.5"],
  file: ["M6 3h8l4 4v14H6z", "M14 3v4h4", "M9 13h6", "M9 17h4"],
  pin: ["M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11z", "M12 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z"],
  mic: ["M12 3.5a2.8 2.8 0 0 1 2.8 2.8v5a2.8 2.8 0 0 1-5.6 0v-5A2.8 2.8 0 0 1 12 3.5z", "M6 11.5a6 6 0 0 0 12 0", "M12 17.5V21"],
  contact: ["M4 5h16v14H4z", "M9 12.2a2 2 0 1 0 0-4 2 2 0 0 0 0 4z", "M6.2 16c.5-1.6 1.5-2.3 2.8-2.3s2.3.7 2.8 2.3", "M14.5 10h3", "M14.5 13.5h3"],
  reply: ["M10 6L4.5 11.5 10 17", "M4.5 11.5H14c3.5 0 5.5 2 5.5 6"],
  forward: ["M14 6l5.5 5.5L14 17", "M19.5 11.5H10c-3.5 0-5.5 2-5.5 6"],
  edit: ["M5 19l1-4L16 5l3 3L9 18z", "M14 7l3 3"],
  undo: ["M5 7h14", "M9 7V4.5h6V7", "M7 7l1 13h8l1-13"],
  keyboard: ["M3.5 6.5h17v11h-17z", "M7 10h.01", "M10.3 10h.01", "M13.7 10h.01", "M17 10h.01", "M8.5 14h7"],
  clock: ["M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17z", "M12 7.5V12l3 2"],
  mute: ["M6.5 16.5V11a5.5 5.5 0 0 1 8.6-4.5", "M17.5 10.5v6H9", "M10.3 19.5a1.9 1.9 0 0 0 3.4 0", "M4.5 20L19.5 4"],
  check: ["M5 12.5l4.5 4.5L19 7.5"],
  people: ["M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6z", "M3.5 19c.6-3.5 2.6-5 5.5-5s4.9 1.5 5.5 5", "M15.5 5.5a2.8 2.8 0 0 1 0 5.2", "M17.5 14.5c1.7.7 2.7 2.2 3 4.5"],
  link: ["M10 14l4-4", "M9 9.5L6.5 12a3.5 3.5 0 0 0 5 5L14 14.5", "M15 14.5l2.5-2.5a3.5 3.5 0 0 0-5-5L10 9.5"],
};

const FILLS = {
  play: "M8 5.5v13l10.5-6.5z",
  stop: "M7 7h10v10H7z",
  signal: "M3 17h3v3H3zM8 13h3v7H8zM13 9h3v11h-3zM18 5h3v15h-3z",
};

/** One icon as an SVG element; decorative, so hidden from readers. */
export function icon(name) {
  const filled = FILLS[name];
  const paths = filled
    ? [svg("path", { d: filled, fill: "currentColor" })]
    : STROKES[name].map((d) => svg("path", { d }));
  return svg(
    "svg",
    { class: `icon icon-${name}`, viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" },
    paths,
  );
}

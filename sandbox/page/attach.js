// The sheets behind the plus sign: album, sample pictures, files, places, a voice note, one's own card.
import * as api from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import * as mapTile from "./map_tile.js";
import * as sheet from "./sheet.js";
import * as voiceNote from "./voice_note.js";

// The middle of the demo street, offered where the server names no places.
const SOMEWHERE = { latitude: "29.9380", longitude: "121.5190" };

function pick(accept, isMultiple, onFiles) {
  const input = h("input", { type: "file", accept, multiple: isMultiple });
  input.addEventListener("change", () => input.files.length > 0 && onFiles([...input.files]));
  input.click();
}

/** Opens the grid of things that can be sent; `desk` is the composer's side: stage, sendNow, world. */
export function open(screen, desk) {
  const later = (act) => (close) => () => {
    close();
    act();
  };
  const kinds = [
    ["camera", "拍照/相册", "attach-photo", later(() => pick("image/*", true, desk.stagePhotos))],
    ["sample", "示例照片", "attach-sample", later(() => openSamples(screen, desk))],
    ["file", "作为文件发送", "attach-file", later(() => pick("", true, desk.stageFiles))],
    ["pin", "位置", "attach-place", later(() => openPlaces(screen, desk))],
    ["mic", "语音", "attach-voice", later(() => desk.sendNow({ voice: voiceNote.make() }))],
    ["contact", "我的名片", "attach-contact", later(() => desk.sendNow({ contact: 1 }))],
  ];
  sheet.open(screen, "发送", (close) =>
    h(
      "div",
      { class: "kinds" },
      kinds.map(([sign, label, name, act]) =>
        h(
          "button",
          { type: "button", class: `kind ${name}`, "data-testid": name, onclick: act(close) },
          h("span", { class: "kind-sign" }, icon(sign)),
          label,
        ),
      ),
    ),
  );
}

function sampleTile(sample, choose) {
  return h(
    "button",
    { type: "button", class: "sample", "data-testid": `sample-${sample.name}`, onclick: () => choose(sample) },
    h("img", { src: sample.url, alt: "", loading: "lazy" }),
    h("b", {}, sample.title),
    h("small", {}, sample.caption),
  );
}

/** Opens the drawn sample pictures; the chosen one is put on the desk with its caption. */
export async function openSamples(screen, desk) {
  let known;
  try {
    known = await api.samples();
  } catch (refusal) {
    sheet.toast(screen, refusal.message);
    return;
  }
  sheet.open(screen, "示例照片", (close) => {
    const choose = async (sample) => {
      close();
      try {
        desk.stagePhotos([await api.file(sample.url, `${sample.name}.jpg`)], sample);
      } catch (refusal) {
        sheet.toast(screen, refusal.message);
      }
    };
    return h("div", { class: "samples" }, known.map((sample) => sampleTile(sample, choose)));
  });
}

function placeRow(place, choose) {
  return h(
    "button",
    { type: "button", class: "place", "data-testid": `place-${place.name}`, onclick: () => choose(place.lat, place.lon) },
    mapTile.draw(place.lat, place.lon),
    h("span", {}, h("b", {}, place.name), h("small", {}, `${place.lat.toFixed(5)}, ${place.lon.toFixed(5)}`)),
  );
}

function pointForm(choose) {
  const field = (name, label) =>
    h("label", {}, label, h("input", { name, inputmode: "decimal", required: true, value: SOMEWHERE[name] }));
  const submitted = (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    choose(Number(form.get("latitude")), Number(form.get("longitude")));
  };
  return h(
    "form",
    { class: "point", onsubmit: submitted },
    field("latitude", "纬度"),
    field("longitude", "经度"),
    h("button", { type: "submit", class: "primary", "data-testid": "place-typed" }, "发送"),
  );
}

/** Opens the list of named places and a form for any other point; the chosen one is sent at once. */
export function openPlaces(screen, desk) {
  sheet.open(screen, "发送位置", (close) => {
    const choose = (latitude, longitude) => {
      if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) {
        sheet.toast(screen, "经纬度要写成数字，例如 29.9380");
        return;
      }
      close();
      desk.sendNow({ latitude, longitude });
    };
    return [
      h("div", { class: "places" }, desk.world.places.map((place) => placeRow(place, choose))),
      pointForm(choose),
    ];
  });
}

// On a narrow screen only one phone fits: a row of faces leads from one to the next.
import { avatar } from "./bubble.js";
import { button, h } from "./dom.js";

/** Builds the row; `show(phones)` draws one face for each. */
export function build(world) {
  const element = h("nav", { class: "tabs", "aria-label": "换一部手机" });
  const show = (phones) => {
    const face = (phone) => {
      const name = world.nameOf(phone.seat.person);
      return button(`去${name}的手机`, { onclick: () => phone.beckon() }, avatar(world, phone.seat.person));
    };
    element.replaceChildren(...phones.map(face));
  };
  return { element, show };
}

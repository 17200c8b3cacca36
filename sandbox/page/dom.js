// Builds elements: attributes by name, listeners by "on…", children as nodes or plain text (never markup).

const SVG = "http://www.w3.org/2000/svg";

function dress(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  return element;
}

function isShown(child) {
  return child !== null && child !== undefined && child !== false;
}

/** An HTML element; strings among the children become text nodes, so nothing in them is ever parsed. */
export function h(tag, attributes = {}, ...children) {
  const element = dress(document.createElement(tag), attributes);
  element.append(...children.flat(Infinity).filter(isShown));
  return element;
}

/** An SVG element, built the same way. */
export function svg(tag, attributes = {}, ...children) {
  const element = dress(document.createElementNS(SVG, tag), attributes);
  element.append(...children.flat(Infinity).filter(isShown));
  return element;
}

/** A button that never submits a form, with an accessible name. */
export function button(label, attributes = {}, ...children) {
  return h("button", { type: "button", "aria-label": label, title: label, ...attributes }, ...children);
}

/** Waits, or stops waiting when the signal is aborted. */
export function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

// Turns text and its entities (UTF-16 offsets, as JavaScript counts) into nodes; commands and links can be tapped.
import { h } from "./dom.js";

const WRAPPERS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};
// Words the server marked nothing in: links, commands at a word's start, @names.
const LOOSE = /https?:\/\/[^\s，。；）】」]+|(?<![\p{L}\p{N}_/:.])\/[a-z][a-z0-9_]{0,31}(?:@\w+)?|(?<![\p{L}\p{N}_.])@[a-z]\w{1,31}/giu;

function safeUrl(address) {
  try {
    const url = new URL(address.includes("://") || address.startsWith("tel:") ? address : `https://${address}`);
    return ["http:", "https:", "tel:", "tg:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function link(address, content, actions) {
  const href = safeUrl(address);
  if (!href) return h("span", {}, content);
  const followed = (event) => {
    if (actions.onLink?.(href)) event.preventDefault();
  };
  return h("a", { href, target: "_blank", rel: "noreferrer noopener", onclick: followed }, content);
}

function command(word, content, actions) {
  return h("button", { type: "button", class: "command", onclick: () => actions.onCommand?.(word) }, content);
}

function wrap(entity, content, piece, actions) {
  switch (entity.type) {
    case "text_link":
      return link(entity.url, content, actions);
    case "url":
    case "email":
      return link(entity.type === "email" ? `mailto:${piece}` : piece, content, actions);
    case "phone_number":
      return link(`tel:${piece.replace(/\s/g, "")}`, content, actions);
    case "bot_command":
      return command(piece, content, actions);
    case "mention":
    case "text_mention":
    case "hashtag":
      return h("span", { class: "mention" }, content);
    case "spoiler":
      return h("span", { class: "spoiler", tabindex: "0" }, content);
    default:
      return h(WRAPPERS[entity.type] ?? "span", {}, content);
  }
}

function loosePieces(text, actions) {
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(LOOSE)) {
    const word = found[0];
    nodes.push(text.slice(end, found.index));
    if (word.startsWith("http")) nodes.push(link(word, word, actions));
    else if (word.startsWith("/")) nodes.push(command(word, word, actions));
    else nodes.push(h("span", { class: "mention" }, word));
    end = found.index + word.length;
  }
  nodes.push(text.slice(end));
  return nodes;
}

/** The nodes of one text; overlapping entities nest, the widest outside. */
export function render(text, entities = [], actions = {}) {
  const marks = [...(entities ?? [])].sort((a, b) => b.length - a.length);
  const cuts = new Set([0, text.length]);
  for (const mark of marks) cuts.add(mark.offset).add(mark.offset + mark.length);
  const edges = [...cuts].filter((edge) => edge >= 0 && edge <= text.length).sort((a, b) => a - b);
  return edges.slice(1).flatMap((end, index) => {
    const start = edges[index];
    const piece = text.slice(start, end);
    const covering = marks.filter((mark) => mark.offset <= start && mark.offset + mark.length >= end);
    if (covering.length === 0) return loosePieces(piece, actions);
    return covering.reduceRight((content, mark) => wrap(mark, content, piece, actions), piece);
  });
}

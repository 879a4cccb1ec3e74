// An embed of a message, and the files that came with it.

import { el } from "./dom.js";
import { anchor, inline } from "./inline.js";
import { markdown } from "./markdown.js";

/** An embed. `files` came with the callback; each has a name, a type and its bytes in base64. */
export function embed(card, files = []) {
  const node = el(
    "article",
    { class: "embed" },
    card.author && el("div", { class: "author" }, linked(card.author.url, [card.author.name])),
    card.title && title(card),
    card.description && el("div", { class: "description" }, markdown(card.description)),
    card.fields?.length && el("div", { class: "fields" }, card.fields.map(field)),
    picture(card.image, files),
    foot(card),
  );
  if (Number.isInteger(card.color)) {
    node.style.setProperty("--bar", `#${card.color.toString(16).padStart(6, "0")}`);
  }
  return node;
}

const linked = (url, children) => (url ? [anchor(url, children)] : children);

const title = (card) =>
  el("div", { class: "title", role: "heading", "aria-level": "3" }, linked(card.url, inline(card.title)));

const field = (one) =>
  el(
    "div",
    { class: one.inline ? "field inline" : "field" },
    el("div", { class: "name" }, inline(one.name)),
    el("div", {}, markdown(one.value)),
  );

function foot(card) {
  const time = card.timestamp && new Date(card.timestamp).toLocaleString();
  const words = [card.footer?.text, time].filter(Boolean).join(" · ");
  return words ? el("div", { class: "footer", text: words }) : null;
}

/** The image of an embed: one of the files, by `attachment://name`. Nothing is fetched from elsewhere. */
function picture(image, files) {
  const name = /^attachment:\/\/(.+)$/.exec(image?.url ?? "")?.[1];
  const file = files.find((one) => one.name === name);
  return file ? drawn(file) : null;
}

/** An attached picture. */
export function drawn(file) {
  const bytes = Uint8Array.from(atob(file.data), (letter) => letter.charCodeAt(0));
  const src = URL.createObjectURL(new Blob([bytes], { type: file.type }));
  return el("img", { class: "picture", src, alt: file.description ?? file.name });
}

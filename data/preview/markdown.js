// Discord's block Markdown: headings, lists, quotes, small print, and code with a copy button.

import { el, icon } from "./dom.js";
import { inline } from "./inline.js";
import { say } from "./words.js";

const FENCE = /```(?:([\w+-]+)\n)?\n?([\s\S]*?)\n?```/g;
const LIST = /^(\s*)(?:[-*]|(\d+)\.)\s+(.*)$/;

/** Parses a text into nodes. */
export function markdown(text) {
  const nodes = [];
  let last = 0;
  for (const found of text.matchAll(FENCE)) {
    nodes.push(...lines(text.slice(last, found.index)));
    nodes.push(block(found[2]));
    last = found.index + found[0].length;
  }
  nodes.push(...lines(text.slice(last)));
  return nodes;
}

/** A code block, whose copy button confirms for a moment. */
function block(text) {
  const label = el("span", { text: say("copy") });
  const copy = async () => {
    await copied(text);
    label.textContent = say("copied");
    setTimeout(() => (label.textContent = say("copy")), 2000);
  };
  const button = el("button", { type: "button", class: "copy", onclick: copy }, icon("copy"), label);
  const pre = el("pre", { tabindex: "0", role: "region", "aria-label": say("code") }, el("code", { text }));
  return el("div", { class: "code" }, button, pre);
}

/** Copies a text to the clipboard. */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without the permission, use the older API.
    const area = el("textarea", { class: "unseen", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

function lines(text) {
  const nodes = [];
  const all = text.replace(/^\n+|\n+$/g, "").split("\n");
  if (all.length === 1 && !all[0]) return nodes;
  for (let at = 0; at < all.length; at += 1) {
    const line = all[at];
    if (line.startsWith(">>> ")) {
      const quoted = [line.slice(4), ...all.slice(at + 1)].join("\n");
      nodes.push(el("blockquote", {}, lines(quoted)));
      break;
    }
    const taken = run(all, at, (one) => one.startsWith("> ")) ?? run(all, at, (one) => LIST.test(one));
    if (taken) {
      nodes.push(line.startsWith("> ") ? quote(taken) : list(taken));
      at += taken.length - 1;
    } else {
      nodes.push(single(line));
    }
  }
  return nodes;
}

/** The run of lines from here on that satisfy a condition; null if the first does not. */
function run(all, at, holds) {
  let end = at;
  while (end < all.length && holds(all[end])) end += 1;
  return end > at ? all.slice(at, end) : null;
}

const quote = (taken) => el("blockquote", {}, lines(taken.map((line) => line.slice(2)).join("\n")));

function list(taken) {
  const items = taken.map((line) => LIST.exec(line));
  const first = items[0][2];
  const rows = items.map((item) => el("li", { class: item[1].length > 1 ? "inner" : null }, inline(item[3])));
  return first === undefined ? el("ul", {}, rows) : el("ol", { start: first }, rows);
}

function single(line) {
  const heading = /^(#{1,3}) +(.*)$/.exec(line);
  if (heading) {
    const level = String(heading[1].length);
    return el("div", { class: `h${level}`, role: "heading", "aria-level": "3" }, inline(heading[2]));
  }
  if (line.startsWith("-# ")) return el("div", { class: "small" }, inline(line.slice(3)));
  return line.trim() ? el("div", { class: "line" }, inline(line)) : el("div", { class: "gap" });
}

// Discord's inline Markdown: emphasis, code, links, times, mentions and escapes.

import { el } from "./dom.js";
import { settings } from "./settings.js";

/** Paired marks, the longest first. */
const MARKS = [
  ["***", ["em", "strong"]],
  ["**", ["strong"]],
  ["__", ["u"]],
  ["~~", ["s"]],
  ["||", ["spoiler"]],
  ["*", ["em"]],
  ["_", ["em"]],
];

const ADDRESS = /^https?:\/\/[^\s<>]+[^\s<>.,:;!?"'\])]/;
const TIME = /^<t:(-?\d{1,13})(?::([tTdDfFR]))?>/;
const MENTION = /^<(@!?|@&|#)(\d+)>/;
const COMMAND = /^<\/([-_\p{L}\p{N}]{1,32}):(\d+)>/u;

const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};

/** Parses the text into nodes. */
export function inline(text) {
  const nodes = [];
  let plain = "";
  let at = 0;
  const flush = () => {
    if (plain) nodes.push(plain);
    plain = "";
  };
  while (at < text.length) {
    const rest = text.slice(at);
    if (rest[0] === "\\" && /^\\[^\sA-Za-z0-9]/.test(rest)) {
      plain += rest[1];
      at += 2;
      continue;
    }
    const found = code(rest) ?? link(rest) ?? angle(rest) ?? address(rest) ?? marked(rest, text[at - 1]);
    if (found) {
      flush();
      nodes.push(found.node);
      at += found.length;
    } else {
      const letter = String.fromCodePoint(rest.codePointAt(0));
      plain += letter;
      at += letter.length;
    }
  }
  flush();
  return nodes;
}

function code(rest) {
  const found = /^(`+)([\s\S]*?[^`])\1(?!`)/.exec(rest);
  return found && { node: el("code", { text: found[2].trim() }), length: found[0].length };
}

/** The index of the bracket that closes the first one, or -1. */
function closing(text, open, close) {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === open) depth += 1;
    else if (text[at] === close && --depth === 0) return at;
  }
  return -1;
}

function link(rest) {
  if (rest[0] !== "[") return null;
  const end = closing(rest, "[", "]");
  if (end < 2 || rest[end + 1] !== "(") return null;
  const target = rest.slice(end + 1);
  const close = target[1] === "<" ? target.indexOf(">)") + 1 : closing(target, "(", ")");
  if (close < 2) return null;
  const written = target.slice(1, close).replace(/^<|>$/g, "").trim();
  if (!/^https?:\/\//.test(written)) return null;
  return { node: anchor(written, inline(rest.slice(1, end))), length: end + 2 + close };
}

function angle(rest) {
  const time = TIME.exec(rest);
  if (time) return { node: moment(Number(time[1]), time[2] ?? "f"), length: time[0].length };
  const mention = MENTION.exec(rest);
  if (mention) {
    const name = mention[1].startsWith("#") ? "#…" : "@you";
    return { node: el("span", { class: "mention", text: name }), length: mention[0].length };
  }
  const command = COMMAND.exec(rest);
  if (command) return { node: commandMention(command[1]), length: command[0].length };
  const found = /^<(https?:\/\/[^\s>]+)>/.exec(rest);
  return found && { node: anchor(found[1], [found[1]]), length: found[0].length };
}

function address(rest) {
  const found = ADDRESS.exec(rest);
  return found && { node: anchor(found[0], [found[0]]), length: found[0].length };
}

export function anchor(href, children) {
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, children);
}

/** A command that can be tapped: the button sends a `command` event with its name. */
function commandMention(name) {
  const tap = (event) => event.currentTarget.dispatchEvent(new CustomEvent("command", { bubbles: true, detail: name }));
  return el("button", { type: "button", class: "mention", onclick: tap, text: `/${name}` });
}

function moment(seconds, style) {
  const date = new Date(seconds * 1000);
  const days = Math.round((date - Date.now()) / 86400000);
  const words =
    style === "R"
      ? new Intl.RelativeTimeFormat(settings.lang, { numeric: "auto" }).format(days, "day")
      : new Intl.DateTimeFormat(settings.lang, STYLES[style]).format(date);
  return el("time", { class: "moment", datetime: date.toISOString(), text: words });
}

/** A pair of marks around a non-empty text. */
function marked(rest, before) {
  for (const [mark, tags] of MARKS) {
    if (!rest.startsWith(mark)) continue;
    // An underscore inside a word is an ordinary letter.
    if (mark === "_" && /\w/.test(before ?? "")) continue;
    const end = ending(rest, mark);
    if (end < 0) continue;
    const inside = inline(rest.slice(mark.length, end));
    const node = tags.reduceRight((children, tag) => [element(tag, children)], inside)[0];
    return { node, length: end + mark.length };
  }
  return null;
}

function ending(rest, mark) {
  if (/^\s/.test(rest.slice(mark.length)) && mark.length === 1) return -1;
  for (let at = mark.length; at < rest.length; at += 1) {
    if (rest[at] === "\\") at += 1;
    else if (at > mark.length && rest.startsWith(mark, at) && rest[at + mark.length] !== mark[0]) {
      const letter = rest[at + mark.length] ?? "";
      if (mark !== "_" || !/\w/.test(letter)) return at;
    }
  }
  return -1;
}

function element(tag, children) {
  if (tag !== "spoiler") return el(tag, {}, children);
  const show = (event) => event.currentTarget.classList.add("shown");
  return el("button", { type: "button", class: "spoiler", onclick: show }, children);
}

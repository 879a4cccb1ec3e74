// The last callback as JSON, and how much of Discord's limits it uses.

import { byId, el, icon } from "./dom.js";
import { measures } from "./limits.js";
import { copied } from "./markdown.js";
import { number, say } from "./words.js";

let last = null;

/** Sets the last reply. */
export function take(reply) {
  last = reply;
  draw();
}

/** Draws the panel in the current language. */
export function draw() {
  const panel = byId("panel-payload");
  if (!last) return panel.replaceChildren(el("p", { class: "quiet", text: say("payload-none") }));
  const text = JSON.stringify(last.callback, null, 2);
  const size = new TextEncoder().encode(JSON.stringify(last.callback)).length;
  panel.replaceChildren(
    el("p", { class: "quiet", text: say("payload-is", { type: last.callback.type, kind: kind(), bytes: number(size) }) }),
    el("ul", { class: "measures", "aria-label": say("limits") }, measures(last.callback).map(measure)),
    json(say("callback"), text),
    ...(last.following ?? []).map((call) => json(followed(call), JSON.stringify(call, null, 2))),
  );
}

const kind = () => say(`type-${{ 4: "message", 7: "update" }[last.callback.type] ?? "other"}`);

const followed = (call) => say(call.method === "DELETE" ? "following-delete" : "following-edit");

function measure({ key, used, most }) {
  const share = most ? used / most : 0;
  const bar = el("span", { class: share > 0.9 ? "bar near" : "bar", "aria-hidden": "true" }, el("span", {}));
  bar.firstChild.style.width = `${Math.min(100, share * 100)}%`;
  const words = say("share", { used: number(used), most: number(most), percent: number(Math.round(share * 100)) });
  return el(
    "li",
    { class: used ? "measure" : "measure none" },
    el("span", { class: "measure-name", text: say(`limit-${key}`) }),
    el("span", { class: "measure-words", text: words }),
    bar,
  );
}

function json(heading, text) {
  const label = el("span", { text: say("copy") });
  const copy = async () => {
    await copied(text);
    label.textContent = say("copied");
  };
  return el(
    "section",
    { class: "json" },
    el("h3", { text: heading }),
    el("button", { type: "button", class: "copy", onclick: copy }, icon("copy"), label),
    el("pre", { tabindex: "0", role: "region", "aria-label": heading }, el("code", {}, tinted(text))),
  );
}

/** JSON with light syntax highlighting. */
function tinted(text) {
  const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null|-?\d+(?:\.\d+)?)\b/g;
  const nodes = [];
  let at = 0;
  for (const found of text.matchAll(TOKEN)) {
    nodes.push(text.slice(at, found.index));
    const kind = found[2] ? "key" : found[1] ? "text" : "value";
    nodes.push(el("span", { class: `j-${kind}`, text: found[1] ?? found[0] }), found[2] ?? "");
    at = found.index + found[0].length;
  }
  nodes.push(text.slice(at));
  return nodes;
}

// What the form says above its fields: that it was saved and where, that it cannot be, or that somebody else has changed
// the record meanwhile.

import { el, icon } from "./dom.js";
import { show } from "./fields.js";
import { copied } from "./markdown.js";
import { number, say } from "./words.js";

/**
 * The lines about `notice`: `saved`, `kept`, `unread` or `failed`, or an object with what came of saving. `given` holds
 * `sheet`, `saved`, what has no field (`loose`), `words` for a key, and the handlers `mine` and `theirs`.
 */
export function lines(notice, given) {
  const { sheet, saved, loose } = given;
  const lines = about(notice, given);
  if (loose.length) {
    const box = el("div", { class: "told" });
    show(box, loose);
    lines.push(box);
  }
  if (!saved && sheet.known.may_save && sheet.known.may_save !== "yes") lines.push(trying(sheet.known.may_save));
  return lines;
}

const bad = (words, more) => [el("p", { class: "bad", text: words }), ...(more ? [el("p", { lang: "en", text: more })] : [])];

function about(notice, given) {
  const { sheet, saved } = given;
  if (notice === "saved") {
    const line = (one) => el("li", { text: say("form-saved-in", { kind: say(`form-kind-of-${one.kind}`), line: number(one.line) }) });
    const files = [...new Set(saved.saved.map((one) => one.file))];
    const file = (name) => [
      el("p", {}, el("code", { text: name })),
      el("ul", {}, saved.saved.filter((one) => one.file === name).map(line)),
    ];
    const inside = el("div", {}, el("p", { class: "strong", text: say("form-saved") }), files.map(file));
    return [el("div", { class: "done" }, icon("check"), inside)];
  }
  if (notice === "kept") return [el("p", { text: say("form-kept") })];
  if (notice === "unread") return bad(say("form-unread"), sheet.known.unread ?? sheet.report?.unread);
  if (notice === "failed") return bad(say("form-failed"));
  if (notice?.failed) return bad(say("form-not-written"), notice.failed);
  return notice?.changed ? changed(notice.changed, given) : [];
}

/** How to start the preview so that it can save. */
function trying(may_save) {
  if (may_save === "elsewhere") return el("p", { text: say("form-elsewhere") });
  const command = "sumber --facts my-facts";
  const label = el("span", { text: say("copy") });
  const copy = async () => {
    await copied(command);
    label.textContent = say("copied");
  };
  const button = el("button", { type: "button", class: "copy", onclick: copy }, icon("copy"), label);
  return el("div", { class: "trying" }, el("p", { text: say("form-shipped") }), el("p", { class: "command" }, el("code", { text: command }), button));
}

/** Somebody else has changed the record: what to do. */
function changed({ now, key }, { sheet, words, mine, theirs }) {
  if (!now) return bad(key ? say("form-changed-gone") : say("form-changed-file"));
  const clashes = sheet.clashes(now);
  const said = (value) => (typeof value === "string" ? value : value === undefined ? "—" : JSON.stringify(value));
  const one = ({ path, theirs: value }) =>
    el("li", {}, el("span", { class: "quiet", text: `${words(path)}: ` }), el("span", { text: said(value), dir: "auto" }));
  return [
    ...bad(clashes.length ? say("form-changed") : say("form-changed-other")),
    clashes.length ? el("ul", { class: "clashes" }, clashes.map(one)) : "",
    el(
      "div",
      { class: "form-actions" },
      el("button", { type: "button", class: "button secondary", onclick: () => theirs(now) }, say("form-take-theirs")),
      el("button", { type: "button", class: "button primary", id: "form-keep-mine", onclick: () => mine(now) }, say("form-keep-mine")),
    ),
  ];
}

// The parts of which a form consists: sections, parts that are folded away, and lists of records below one.

import { el, icon } from "./dom.js";
import { say } from "./words.js";

/** A key of the record that the form is about. */
export const main = (path) => ({ key: "main", path });

/** A part that is always open. */
export const section = (name, heading, ...inside) =>
  el("section", { class: "part", id: `part-${name}`, "aria-labelledby": `part-${name}-head` }, el("h3", { id: `part-${name}-head`, text: heading }), ...inside);

/** A part that is folded away until it is wanted. */
export const folded = (fields, name, heading, ...inside) => fold(fields, name, "part fold", el("h3", { text: heading }), inside);

/** What is rarely wanted of a record, or of one below it at a path. */
export const inner = (fields, heading, { key, path = "" }, ...inside) =>
  fold(fields, `${key} ${path}`, "fold inner", heading, [el("div", { class: "fields" }, ...inside)]);

function fold({ open }, name, look, heading, inside) {
  const node = el("details", { class: look, open: open.has(name) }, el("summary", {}, heading, icon("down")), ...inside);
  node.addEventListener("toggle", () => (node.open ? open.add(name) : open.delete(name)));
  return node;
}

/** One of several records of the same sort, with a button that removes it. */
export function member(name, number, remove, ...inside) {
  const words = say(`form-${name}-number`, { n: number + 1 });
  const drop = remove && el("button", { type: "button", class: "remove", "aria-label": say("form-remove", { what: words }), onclick: remove }, icon("close"));
  return el("div", { class: "member", role: "group", "aria-label": words }, el("p", { class: "member-head" }, words, drop), ...inside);
}

export const add = (words, onclick, id) => el("button", { type: "button", class: "button secondary add", id, onclick }, icon("plus"), words);

/**
 * The records below one at a key, each with what `one(value, path, number)` draws of it, and a button for each way to add
 * another: its `words`, the value with which it begins, and the `first` key that is then filled in.
 */
export function list(fields, { key, path }, name, ways, one) {
  const { sheet } = fields;
  const all = sheet.get({ key, path }) ?? [];
  const id = ["add", ...(key === "main" ? [] : [key]), ...path.split(".")].join("-");
  const remove = (number) => () => {
    sheet.remove({ key, path }, number);
    fields.draw(id);
  };
  const drawn = all.map((value, number) => member(name, number, remove(number), ...one(value, `${path}.${number}`, number)));
  const button = ({ words, begin = () => ({}), first }, number) => {
    const more = () => {
      sheet.set({ key, path: `${path}.${all.length}` }, begin());
      fields.draw({ key, path: `${path}.${all.length}.${first}` });
    };
    return add(say(`form-add-${words}`), more, number ? `${id}-${number + 1}` : id);
  };
  return [drawn, el("div", { class: "adds" }, ways.map(button))];
}

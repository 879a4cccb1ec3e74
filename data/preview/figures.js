// The numbers of a statement: what they count, and how exactly they were given.

import { el } from "./dom.js";
import { oneMeasure, speakers, usedSources } from "./naming.js";
import { inner, list, main } from "./parts.js";
import { say } from "./words.js";

const QUALIFIERS = ["exact", "about", "at-least", "over", "up-to", "some", "likely"];

export function figures(fields) {
  const one = (_, path) => [
    oneMeasure(fields, `${path}.measure`, { name: "measure", needed: true, hint: "measure" }),
    el(
      "div",
      { class: "numbers" },
      fields.number(main(`${path}.best`), { name: "best" }),
      fields.number(main(`${path}.low`), { name: "low" }),
      fields.number(main(`${path}.high`), { name: "high" }),
    ),
    el("p", { class: "field-hint", text: say("form-hint-best") }),
    fields.choice(main(`${path}.qualifier`), { name: "qualifier", words: "qualifier", needed: true }, QUALIFIERS),
    inner(
      fields,
      say("form-figure-more"),
      main(path),
      fields.date(main(`${path}.as_of`), { name: "as-of" }),
      fields.pick(main(`${path}.source`), { name: "figure-source", hint: "figure-source", offers: usedSources(fields) }),
      speakers(fields, `${path}.by`, { name: "figure-by", hint: "figure-by" }),
      fields.each(main(`${path}.note`), { name: "figure-note", long: true }),
    ),
  ];
  return list(fields, main("figure"), "figure", [{ words: "figure", first: "measure" }], one);
}

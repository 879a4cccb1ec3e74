// What is asked of a source and of a speaker, alone or beside the statement that names them.

import { el, icon } from "./dom.js";
import { say } from "./words.js";

const TYPES = [
  "article-newspaper", "webpage", "post", "broadcast", "report", "speech", "interview", "article-journal", "book", "treaty",
  "legislation", "dataset",
];
const SPEAKERS = ["person", "state", "body", "agency", "company"];

/** The fields of a source. */
export function source(fields, key) {
  const { sheet } = fields;
  const where = (path) => ({ key, path });
  const today = el("button", { type: "button", class: "plain today", onclick: () => take() }, say("form-today"));
  const accessed = fields.date(where("accessed"), { name: "accessed", hint: "accessed" });
  const take = () => {
    const input = accessed.querySelector("input");
    input.value = sheet.known.today;
    sheet.set(where("accessed"), sheet.known.today);
  };
  accessed.querySelector("label").append(today);
  const publishers = sheet.known.publishers.map((name) => ({ id: name, label: name, detail: "" }));
  const field = (path, given) => fields.text(where(path), { name: path, plain: true, ...given });
  return el(
    "div",
    { class: "fields" },
    field("title", { needed: true, hint: "title", plain: false }),
    field("url", { type: "url", mode: "url", hint: "url", example: "url" }),
    fields.choice(where("type"), { name: "type", words: "type", needed: true }, TYPES),
    fields.pick(where("publisher"), { name: "publisher", needed: true, hint: "publisher", offers: publishers }),
    fields.date(where("issued"), { name: "issued", hint: "issued" }),
    fields.language(where("language"), { hint: "language" }),
    accessed,
    el(
      "details",
      { class: "fold inner" },
      el("summary", {}, say("form-source-more"), icon("down")),
      field("family", { hint: "family" }),
      field("id", { hint: "id", fixed: Boolean(sheet.record(key).before) }),
      field("archived.url", { name: "archived", type: "url", mode: "url", hint: "archived" }),
      fields.date(where("archived.on"), { name: "archived-on" }),
      field("archived.by", { name: "archived-by" }),
      fields.each(where("note"), { name: "source-note", long: true, hint: "source-note" }),
    ),
  );
}

/** The fields of a speaker. */
export function speaker(fields, key) {
  const { sheet } = fields;
  const where = (path) => ({ key, path });
  return el(
    "div",
    { class: "fields" },
    fields.each(where("name"), { name: "name", needed: true }),
    fields.choice(where("kind"), { name: "speaker-kind", words: "speaker", needed: true }, SPEAKERS),
    fields.each(where("roles.0.title"), { name: "post", hint: "post" }),
    fields.pick(where("for"), { name: "for", hint: "for" }, "speaker"),
  );
}

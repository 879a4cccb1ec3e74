// What is asked of a source, a speaker and a measure, alone or beside the statement that names them.

import { el } from "./dom.js";
import { inner, list } from "./parts.js";
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
    fields.date(where("accessed"), { name: "accessed", hint: "accessed", today: true }),
    authors(fields, key),
    inner(
      fields,
      say("form-source-more"),
      { key },
      field("family", { hint: "family" }),
      field("id", { hint: "id", fixed: Boolean(sheet.record(key).before) }),
      fields.flag(where("title_own"), { name: "title-own", value: false }),
      fields.choice(where("issued_basis"), { name: "basis", words: "basis" }, ["stated", "inferred"]),
      field("origin", { hint: "origin" }),
      fields.pick(where("mirror_of"), { name: "mirror-of", hint: "mirror-of" }, "source"),
      field("archived.url", { name: "archived", type: "url", mode: "url", hint: "archived" }),
      fields.date(where("archived.on"), { name: "archived-on" }),
      field("archived.by", { name: "archived-by" }),
      fields.date(where("gone"), { name: "gone", hint: "gone", today: true }),
      field("archive", { hint: "archive" }),
      fields.each(where("note"), { name: "source-note", long: true, hint: "source-note" }),
    ),
  );
}

/** Who wrote a source: persons with two names, and institutions with one. */
function authors(fields, key) {
  const ways = [
    { words: "author", begin: () => ({ family: "" }), first: "family" },
    { words: "institution", begin: () => ({ name: "" }), first: "name" },
  ];
  const one = (author, path) => {
    const text = (name, given) => fields.text({ key, path: `${path}.${name}` }, { name, plain: true, ...given });
    const institution = "name" in author && text("name", { name: "institution", needed: true });
    const isPerson = !institution || "family" in author || "given" in author;
    return [institution, isPerson && text("family", { name: "author-family", needed: true, hint: "author-family" }), isPerson && text("given")].filter(Boolean);
  };
  return list(fields, { key, path: "author" }, "author", ways, one);
}

/** The fields of a speaker. */
export function speaker(fields, key) {
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

/** The fields of a measure. */
export function measure(fields, key) {
  const where = (path) => ({ key, path });
  return el("div", { class: "fields" }, fields.each(where("name"), { name: "measure-name", needed: true, hint: "measure-name" }), fields.each(where("unit"), { name: "unit", needed: true, hint: "unit" }));
}

// Fields that name other records, and new ones that are introduced on the spot.

import { el } from "./dom.js";
import { main, member } from "./parts.js";
import { measure, source, speaker } from "./records.js";
import { settings } from "./settings.js";
import { say } from "./words.js";

/** Speakers, each new one with its own fields. */
export function speakers(fields, path, given) {
  const { sheet } = fields;
  const where = main(path);
  const named = (id) => (id.startsWith("@") ? Object.values(sheet.record(id.slice(1)).value.name ?? {})[0] || say("form-new-speaker-short") : sheet.known.offers.speaker.find((one) => one.id === id)?.label ?? id);
  const make = (typed) => {
    const name = Object.fromEntries(sheet.known.languages.map((lang) => [lang, typed]));
    const key = sheet.make("speaker", typed ? { name } : {});
    sheet.set(where, [...(sheet.get(where) ?? []), key]);
    fields.draw({ key: key.slice(1), path: typed ? "kind" : `name.${sheet.known.languages[0]}` });
  };
  const makes = (typed) => say("form-new-speaker", { typed });
  const picked = () => fields.draw({ ...where });
  const fresh = (sheet.get(where) ?? []).filter((id) => id.startsWith("@")).map((id) => id.slice(1));
  const drop = (key) => () => {
    sheet.set(where, sheet.get(where).filter((id) => id !== `@${key}`));
    fields.draw(where);
  };
  return [
    fields.pick(where, { ...given, several: true, named, make, makes, picked, hint: given.hint ?? path }, "speaker"),
    fresh.map((key, number) => member("speaker", number, drop(key), speaker(fields, key))),
  ];
}

/** A source, or a new one by its address or title. */
export function oneSource(fields, path, given) {
  const { sheet } = fields;
  const begin = (typed) => {
    const url = /^https?:\/\//.test(typed);
    if (path === "evidence.0.source" && !sheet.get(main("evidence.0.role"))) sheet.set(main("evidence.0.role"), "origin");
    return { value: typed ? { [url ? "url" : "title"]: typed } : {}, first: url || !typed ? "title" : "url" };
  };
  return single(fields, path, given, "source", begin, source);
}

/** What a number counts, or something new that is counted. */
export function oneMeasure(fields, path, given) {
  const { languages } = fields.sheet.known;
  const lang = languages.includes(settings.lang) ? settings.lang : languages[0];
  const begin = (typed) => ({ value: typed ? { name: { [lang]: typed } } : {}, first: "name" });
  return single(fields, path, given, "measure", begin, measure);
}

/** A field that names one record. `begin` says with what a new one begins, and which key comes first then. */
function single(fields, path, given, kind, begin, form) {
  const { sheet } = fields;
  const where = main(path);
  const make = (typed) => {
    const { value, first } = begin(typed);
    const key = sheet.make(kind, value);
    sheet.set(where, key);
    fields.draw({ key: key.slice(1), path: first });
  };
  const makes = (typed) => (typed ? say(`form-new-${kind}`, { typed }) : say(`form-new-${kind}-plain`));
  const before = sheet.get(where);
  const isNew = before?.startsWith("@");
  const picked = (id) => (isNew || !id) && fields.draw(where);
  return [
    fields.pick(where, { ...given, make, makes, picked }, kind),
    !before && el("button", { type: "button", class: "plain new-one", onclick: () => make("") }, say(`form-new-${kind}-plain`)),
    isNew && el("div", { class: "new" }, form(fields, before.slice(1))),
  ].filter(Boolean);
}

/** The sources of the statement, to choose one of. */
export function usedSources({ sheet }) {
  const used = (sheet.get(main("evidence")) ?? []).map((one) => one.source).filter(Boolean);
  const known = (id) => sheet.known.offers.source.find((one) => one.id === id);
  const title = (id) => (id.startsWith("@") ? sheet.record(id.slice(1)).value.title : known(id)?.label) || say("form-new-source-short");
  return [...new Set(used)].map((id) => ({ id, label: title(id), detail: known(id)?.detail ?? "" }));
}

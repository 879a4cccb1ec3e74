// What is asked of a statement: who said what, when, and where it can be read.

import { el, icon } from "./dom.js";
import { source, speaker } from "./records.js";
import { say } from "./words.js";

const KINDS = ["asserts", "denies", "confirms", "assesses", "reports", "declines"];
const ROLES = ["origin", "confirms", "differs", "part", "contradicts"];
const LINKS = ["supports", "denies", "confirms", "qualifies", "supersedes", "repeats", "answers", "part-of", "context"];

/** Texts are at most so long, and read well up to that. */
const SENTENCE = { most: 600, well: 220 };
const QUOTE = { most: 1000, well: 600 };

const main = (path) => ({ key: "main", path });

/** The sections of the form. `draw` draws it anew; `open` remembers which folded parts are open. */
export function statement(fields, draw, open) {
  const { sheet } = fields;
  return [
    section("who", say("form-who"), speakers(fields, "by", { name: "by", needed: true }, draw)),
    section(
      "what",
      say("form-what"),
      fields.each(main("text"), { name: "text", long: true, needed: true, hint: "text", ...SENTENCE }),
      fields.choice(main("kind"), { name: "kind", words: "kind", needed: true }, KINDS),
      fields.pick(main("topics"), { name: "topics", several: true, needed: true }, "topic"),
    ),
    section("when", say("form-when"), when(fields, draw)),
    section("where", say("form-where"), evidence(fields, draw, open)),
    folded(open, "words", say("form-exact-words"), quotes(fields, draw)),
    folded(open, "links", say("form-links"), links(fields, draw)),
    folded(open, "more", say("form-more"), more(fields, draw)),
    sheet.main.before && section("change", say("form-change"), fields.each(main("change"), { name: "change", long: true, hint: "change" })),
  ].filter(Boolean);
}

const section = (name, heading, ...inside) =>
  el("section", { class: "part", id: `part-${name}`, "aria-labelledby": `part-${name}-head` }, el("h3", { id: `part-${name}-head`, text: heading }), ...inside);

/** A part that is folded away until it is wanted. */
function folded(open, name, heading, ...inside) {
  const inner = name.includes(".");
  const head = inner ? heading : el("h3", { text: heading });
  const node = el("details", { class: inner ? "fold inner" : "part fold", open: open.has(name) }, el("summary", {}, head, icon("down")), ...inside);
  node.addEventListener("toggle", () => (node.open ? open.add(name) : open.delete(name)));
  return node;
}

/** One of several records of the same sort, with a button that removes it. */
function member(name, number, remove, ...inside) {
  const words = say(`form-${name}-number`, { n: number + 1 });
  const drop = remove && el("button", { type: "button", class: "remove", "aria-label": say("form-remove", { what: words }), onclick: remove }, icon("close"));
  return el("div", { class: "member", role: "group", "aria-label": words }, el("p", { class: "member-head" }, words, drop), ...inside);
}

const add = (words, onclick) => el("button", { type: "button", class: "button secondary add", onclick }, icon("plus"), words);

/** Speakers, and new ones that are introduced on the spot. */
function speakers(fields, path, given, draw) {
  const { sheet } = fields;
  const where = main(path);
  const named = (id) => (id.startsWith("@") ? Object.values(sheet.record(id.slice(1)).value.name ?? {})[0] || say("form-new-speaker-short") : sheet.known.offers.speaker.find((one) => one.id === id)?.label ?? id);
  const make = (typed) => {
    const name = Object.fromEntries(sheet.known.languages.map((lang) => [lang, typed]));
    const key = sheet.make("speaker", typed ? { name } : {});
    sheet.set(where, [...(sheet.get(where) ?? []), key]);
    draw({ key: key.slice(1), path: typed ? "kind" : `name.${sheet.known.languages[0]}` });
  };
  const makes = (typed) => say("form-new-speaker", { typed });
  const picked = () => draw({ ...where });
  const fresh = (sheet.get(where) ?? []).filter((id) => id.startsWith("@")).map((id) => id.slice(1));
  const drop = (key) => () => {
    sheet.set(where, sheet.get(where).filter((id) => id !== `@${key}`));
    draw(where);
  };
  return [
    fields.pick(where, { ...given, several: true, named, make, makes, picked, hint: given.hint ?? path }, "speaker"),
    fresh.map((key, number) => member("speaker", number, drop(key), speaker(fields, key))),
  ];
}

function when(fields, draw) {
  const picked = () => draw({ key: "main", path: "said.basis" });
  const inferred = fields.sheet.get(main("said.basis")) === "inferred";
  return [
    fields.date(main("said.when"), { name: "said", needed: true }),
    fields.choice(main("said.basis"), { name: "basis", words: "basis", needed: true, picked }, ["stated", "inferred"]),
    inferred && fields.each(main("said.why"), { name: "why", needed: true, hint: "why" }),
  ];
}

function evidence(fields, draw, open) {
  const { sheet } = fields;
  const list = sheet.get(main("evidence")) ?? [{}];
  const one = (_, number) => {
    const path = `evidence.${number}`;
    const { role, source: named } = sheet.get(main(path)) ?? {};
    const redraw = (key) => () => draw(main(`${path}.${key}`));
    const remove = list.length > 1 && (() => {
      sheet.remove(main("evidence"), number);
      draw(main(`evidence.${Math.max(0, number - 1)}.source`));
    });
    if (sheet.get(main(`${path}.where`))) open.add(path);
    const detail = ["differs", "part", "contradicts"].includes(role);
    return member(
      "evidence",
      number,
      remove,
      sources(fields, `${path}.source`, { name: "source", needed: true, hint: number ? undefined : "source" }, draw),
      named?.startsWith("@") && el("div", { class: "new" }, source(fields, named.slice(1), draw)),
      fields.choice(main(`${path}.role`), { name: "role", words: "role", needed: true, picked: redraw("role") }, ROLES),
      role === "differs" && fields.choice(main(`${path}.in`), { name: "differs", words: "differs", needed: true }, ["number", "date", "who", "wording"]),
      detail && fields.each(main(`${path}.note`), { name: "note", needed: true, long: true }),
      folded(open, path, say("form-place-in"), fields.each(main(`${path}.where`), { name: "place-in", hint: "place-in" })),
    );
  };
  const more = () => {
    if (!sheet.get(main("evidence"))) sheet.set(main("evidence.0"), {});
    sheet.set(main(`evidence.${list.length}`), {});
    draw(main(`evidence.${list.length}.source`));
  };
  return [list.map(one), add(say("form-add-evidence"), more)];
}

/** A source, or a new one that is described on the spot. */
function sources(fields, path, given, draw) {
  const { sheet } = fields;
  const where = main(path);
  const make = (typed) => {
    const url = /^https?:\/\//.test(typed);
    const key = sheet.make("source", typed ? { [url ? "url" : "title"]: typed } : {});
    sheet.set(where, key);
    if (path === "evidence.0.source" && !sheet.get(main("evidence.0.role"))) sheet.set(main("evidence.0.role"), "origin");
    draw({ key: key.slice(1), path: url || !typed ? "title" : "url" });
  };
  const makes = (typed) => (typed ? say("form-new-source", { typed }) : say("form-new-source-plain"));
  const before = sheet.get(where);
  const picked = (id) => (before?.startsWith("@") || !id) && draw(where);
  return [
    fields.pick(where, { ...given, make, makes, picked }, "source"),
    !before && el("button", { type: "button", class: "plain new-source", onclick: () => make("") }, say("form-new-source-plain")),
  ];
}

function quotes(fields, draw) {
  const { sheet } = fields;
  const list = sheet.get(main("quote")) ?? [];
  const used = (sheet.get(main("evidence")) ?? []).map((one) => one.source).filter(Boolean);
  const known = (id) => sheet.known.offers.source.find((one) => one.id === id);
  const title = (id) => (id.startsWith("@") ? sheet.record(id.slice(1)).value.title : known(id)?.label) || say("form-new-source-short");
  const offers = [...new Set(used)].map((id) => ({ id, label: title(id), detail: known(id)?.detail ?? "" }));
  const one = (quote, number) => {
    const path = `quote.${number}`;
    const remove = () => {
      sheet.remove(main("quote"), number);
      draw("add-quote");
    };
    const translation = (_, of) => {
      const mine = `${path}.translation.${of}`;
      const typed = () => sheet.set(main(`${mine}.of`), undefined);
      const fits = el("button", { type: "button", class: "plain", onclick: () => typed() }, say("form-still-fits"));
      fields.watching.push(() => {
        const { of: words } = sheet.get(main(mine)) ?? {};
        fits.hidden = !words || words === sheet.get(main(`${path}.words`));
      });
      const drop = () => {
        sheet.remove(main(`${path}.translation`), of);
        draw(main(`${path}.words`));
      };
      return member(
        "translation",
        of,
        drop,
        fields.text(main(`${mine}.words`), { name: "translated", long: true, needed: true, typed, ...QUOTE }),
        fields.language(main(`${mine}.lang`)),
        fields.each(main(`${mine}.by`), { name: "translator", needed: !sheet.get(main(`${mine}.source`)) }),
        fits,
      );
    };
    const translations = quote.translation ?? [];
    const more = () => {
      sheet.set(main(`${path}.translation.${translations.length}`), {});
      draw(main(`${path}.translation.${translations.length}.words`));
    };
    return member(
      "quote",
      number,
      remove,
      fields.text(main(`${path}.words`), { name: "words", long: true, needed: true, hint: "words", ...QUOTE }),
      fields.language(main(`${path}.lang`)),
      fields.pick(main(`${path}.source`), { name: "quote-source", needed: true, offers }, "source"),
      translations.map(translation),
      add(say("form-add-translation"), more),
    );
  };
  const more = () => {
    sheet.set(main(`quote.${list.length}`), offers.length === 1 ? { source: offers[0].id } : {});
    draw(main(`quote.${list.length}.words`));
  };
  const button = add(say("form-add-quote"), more);
  button.id = "add-quote";
  return [list.map(one), button];
}

function links(fields, draw) {
  const { sheet } = fields;
  const list = sheet.get(main("link")) ?? [];
  const one = (_, number) => {
    const remove = () => {
      sheet.remove(main("link"), number);
      draw("add-link");
    };
    return member(
      "link",
      number,
      remove,
      fields.choice(main(`link.${number}.type`), { name: "link-type", words: "link", needed: true }, LINKS),
      fields.pick(main(`link.${number}.to`), { name: "link-to", needed: true }, "claim"),
    );
  };
  const more = () => {
    sheet.set(main(`link.${list.length}`), {});
    draw(main(`link.${list.length}.type`));
  };
  const button = add(say("form-add-link"), more);
  button.id = "add-link";
  return [list.map(one), button];
}

function more(fields, draw) {
  return [
    fields.each(main("via"), { name: "via", hint: "via" }),
    speakers(fields, "about.who", { name: "about", hint: "about" }, draw),
    fields.each(main("about.place"), { name: "place" }),
    fields.text(main("id"), { name: "id", hint: "id", plain: true, fixed: Boolean(fields.sheet.main.before) }),
  ];
}

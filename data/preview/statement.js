// What is asked of a statement: who said what, when, and where it can be read.

import { figures } from "./figures.js";
import { oneSource, speakers } from "./naming.js";
import { add, folded, inner, list, main, member, section } from "./parts.js";
import { quotes } from "./quotes.js";
import { say } from "./words.js";

const KINDS = ["asserts", "denies", "confirms", "assesses", "reports", "declines"];
const ROLES = ["origin", "confirms", "differs", "part", "contradicts"];
const LINKS = ["supports", "denies", "confirms", "qualifies", "supersedes", "repeats", "answers", "part-of", "context"];

/** A sentence is at most so long, and reads well up to that. */
const SENTENCE = { most: 600, well: 220 };

/** The sections of the form. */
export function statement(fields) {
  const { before } = fields.sheet.main;
  return [
    section("who", say("form-who"), speakers(fields, "by", { name: "by", needed: true })),
    section(
      "what", say("form-what"),
      fields.each(main("text"), { name: "text", long: true, needed: true, hint: "text", ...SENTENCE }),
      fields.choice(main("kind"), { name: "kind", words: "kind", needed: true }, KINDS),
      fields.pick(main("topics"), { name: "topics", several: true, needed: true }, "topic"),
    ),
    section("when", say("form-when"), when(fields, "said", "said", true)),
    section("where", say("form-where"), evidence(fields)),
    folded(fields, "exact-words", say("form-exact-words"), quotes(fields)),
    folded(fields, "figures", say("form-figures"), figures(fields)),
    folded(fields, "links", say("form-links"), links(fields)),
    folded(fields, "more", say("form-more"), more(fields)),
    before && section("change", say("form-change"), fields.each(main("change"), { name: "change", long: true, hint: "change" }), before.revised && revised(fields)),
    before && folded(fields, "withdraw", say("form-withdraw"), withdrawn(fields)),
  ].filter(Boolean);
}

/** A date that says how it is known. */
function when(fields, path, name, needed) {
  const picked = () => fields.draw(main(`${path}.basis`));
  const inferred = fields.sheet.get(main(`${path}.basis`)) === "inferred";
  return [
    fields.date(main(`${path}.when`), { name, needed }),
    fields.choice(main(`${path}.basis`), { name: "basis", words: "basis", needed, picked }, ["stated", "inferred"]),
    inferred && fields.each(main(`${path}.why`), { name: "why", long: true, needed: true, hint: "why" }),
  ].filter(Boolean);
}

function evidence(fields) {
  const { sheet } = fields;
  const list = sheet.get(main("evidence")) ?? [{}];
  const one = (_, number) => {
    const path = `evidence.${number}`;
    const { role } = sheet.get(main(path)) ?? {};
    const remove = list.length > 1 && (() => {
      sheet.remove(main("evidence"), number);
      fields.draw(main(`evidence.${Math.max(0, number - 1)}.source`));
    });
    const detail = ["differs", "part", "contradicts"].includes(role);
    const note = (detail || sheet.get(main(`${path}.note`))) && fields.each(main(`${path}.note`), { name: "note", needed: detail, long: true });
    return member(
      "evidence",
      number,
      remove,
      oneSource(fields, `${path}.source`, { name: "source", needed: true, hint: number ? undefined : "source" }),
      fields.choice(main(`${path}.role`), { name: "role", words: "role", needed: true, picked: () => fields.draw(main(`${path}.role`)) }, ROLES),
      role === "differs" && fields.choice(main(`${path}.in`), { name: "differs", words: "differs", needed: true }, ["number", "date", "who", "wording"]),
      note,
      inner(fields, say("form-place-in"), main(path), fields.each(main(`${path}.where`), { name: "place-in", hint: "place-in" })),
    );
  };
  const another = () => {
    if (!sheet.get(main("evidence"))) sheet.set(main("evidence.0"), {});
    sheet.set(main(`evidence.${list.length}`), {});
    fields.draw(main(`evidence.${list.length}.source`));
  };
  return [list.map(one), add(say("form-add-evidence"), another)];
}

function links(fields) {
  const one = (_, path) => [
    fields.choice(main(`${path}.type`), { name: "link-type", words: "link", needed: true }, LINKS),
    fields.pick(main(`${path}.to`), { name: "link-to", needed: true }, "claim"),
  ];
  return list(fields, main("link"), "link", [{ words: "link", first: "type" }], one);
}

function more(fields) {
  const { before } = fields.sheet.main;
  return [
    fields.each(main("via"), { name: "via", hint: "via" }),
    speakers(fields, "citing", { name: "citing" }),
    speakers(fields, "about.who", { name: "about", hint: "about" }),
    when(fields, "about.when", "about-when", false),
    fields.each(main("about.place"), { name: "place" }),
    fields.text(main("id"), { name: "id", hint: "id", plain: true, fixed: Boolean(before) }),
    before && fields.text(main("recorded"), { name: "recorded", plain: true, fixed: true }),
  ].filter(Boolean);
}

/** What was changed before. */
function revised(fields) {
  const one = (_, path) => [fields.date(main(`${path}.on`), { name: "revised-on", needed: true }), fields.each(main(`${path}.note`), { name: "change", long: true, needed: true })];
  return list(fields, main("revised"), "revision", [], one);
}

function withdrawn(fields) {
  return [
    fields.date(main("withdrawn.on"), { name: "withdrawn-on", hint: "withdrawn", today: true }),
    fields.each(main("withdrawn.note"), { name: "withdrawn-note", long: true }),
  ];
}

// The exact words of a statement, and what they are in other languages.

import { el } from "./dom.js";
import { usedSources } from "./naming.js";
import { inner, list, main } from "./parts.js";
import { say } from "./words.js";

/** A quotation is at most so long, and reads well up to that. */
const QUOTE = { most: 1000, well: 600 };

export function quotes(fields) {
  const offers = usedSources(fields);
  const one = (_, path) => [
    fields.text(main(`${path}.words`), { name: "words", long: true, needed: true, hint: "words", ...QUOTE }),
    fields.language(main(`${path}.lang`)),
    fields.pick(main(`${path}.source`), { name: "quote-source", needed: true, offers }, "source"),
    inner(
      fields,
      say("form-quote-more"),
      main(path),
      fields.each(main(`${path}.where`), { name: "place-in", hint: "place-in" }),
      fields.language(main(`${path}.translated_from`), { name: "translated-from", needed: false, hint: "translated-from" }),
      fields.flag(main(`${path}.machine`), { name: "machine", value: true }),
    ),
    ...list(fields, main(`${path}.translation`), "translation", [{ words: "translation", first: "words" }], (_, mine) => translation(fields, path, mine, offers)),
  ];
  const begin = () => (offers.length === 1 ? { source: offers[0].id } : {});
  return list(fields, main("quote"), "quote", [{ words: "quote", begin, first: "words" }], one);
}

function translation(fields, quote, mine, offers) {
  const { sheet } = fields;
  const typed = () => sheet.set(main(`${mine}.of`), undefined);
  const fits = el("button", { type: "button", class: "plain", onclick: () => typed() }, say("form-still-fits"));
  fields.watching.push(() => {
    const { of: words } = sheet.get(main(mine)) ?? {};
    fits.hidden = !words || words === sheet.get(main(`${quote}.words`));
  });
  return [
    fields.text(main(`${mine}.words`), { name: "translated", long: true, needed: true, typed, ...QUOTE }),
    fields.language(main(`${mine}.lang`)),
    fields.each(main(`${mine}.by`), { name: "translator", needed: !sheet.get(main(`${mine}.source`)) }),
    inner(
      fields,
      say("form-translation-more"),
      main(mine),
      fields.pick(main(`${mine}.source`), { name: "translation-source", hint: "translation-source", offers }),
      fields.flag(main(`${mine}.machine`), { name: "machine", value: true }),
    ),
    fits,
  ];
}

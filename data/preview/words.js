// The page's own phrases in the chosen language, from the bot's phrase files.

import { inLanguage, offerLanguages, settings } from "./settings.js";

let words = {};

/** Fetches the phrases of every language. */
export async function loadWords() {
  words = await (await fetch("/preview/words")).json();
  offerLanguages(Object.keys(words));
}

/** A phrase, with each `{name}` filled in from `values`. */
export function say(key, values = {}) {
  const phrase = words[settings.lang]?.[`preview-${key}`] ?? key;
  return phrase.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The name of a language in itself. */
export const ownName = (code) => words[code]["own-name"];

/** The direction in which the page's words in the chosen language are written. */
export const direction = () => words[settings.lang]["direction"];

/** A whole number as the language writes it. */
export const number = (value) => new Intl.NumberFormat(settings.lang).format(value);

/** The localized name or description of a command, option or choice. */
export const localized = (thing, field) => inLanguage(thing[`${field}_localizations`]) ?? thing[field];

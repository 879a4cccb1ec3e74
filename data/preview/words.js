// The page's own words, in the language that is chosen: they come from the bot's phrase files.

import { settings } from "./settings.js";

let words = {};

/** Fetches the words of every language. */
export async function loadWords() {
  words = await (await fetch("/preview/words")).json();
}

/** A phrase, with `{name}` filled in from `values`. */
export function say(key, values = {}) {
  const phrase = words[settings.lang]?.[`preview-${key}`] ?? key;
  return phrase.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** A whole number as the language writes it. */
export const number = (value) => new Intl.NumberFormat(settings.lang).format(value);

/** What a command, option or choice is called or described as in this language. */
export const localized = (thing, field) => thing[`${field}_localizations`]?.[settings.lang] ?? thing[field];

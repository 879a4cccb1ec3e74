// The person's settings: language, theme and place. They stay in this browser; interactions hold them as Discord's would.

/** What each may be; the languages are those of the facts. */
const NAMES = { lang: [], theme: ["dark", "light"], place: ["server", "direct", "personal"] };

const listeners = [];

function first(name) {
  try {
    const kept = localStorage.getItem(`sumber.${name}`);
    if (NAMES[name].includes(kept)) return kept;
  } catch {
    // A browser that stores nothing starts with the defaults each time.
  }
  if (name === "lang") return NAMES.lang.find((code) => is(navigator.language, code)) ?? NAMES.lang[0];
  if (name === "theme") return matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
  return "server";
}

/** Whether a locale such as en-GB is of a language. */
const is = (locale, code) => locale === code || locale.split("-")[0] === code.split("-")[0];

export const settings = { lang: "en", theme: first("theme"), place: first("place") };

/** Sets the languages to choose from, the default first. */
export function offerLanguages(codes) {
  NAMES.lang = codes;
  settings.lang = first("lang");
}

export const languages = () => NAMES.lang;

/** What a thing has for the chosen language, by Discord's locales. */
export const inLanguage = (localized) => Object.entries(localized ?? {}).find(([locale]) => is(locale, settings.lang))?.[1];

/** Changes a setting and calls the listeners. */
export function choose(name, value) {
  if (!NAMES[name].includes(value) || settings[name] === value) return;
  settings[name] = value;
  try {
    localStorage.setItem(`sumber.${name}`, value);
  } catch {
    // As above.
  }
  for (const listener of listeners) listener(name);
}

/** Calls `listener` with the name of each setting that changes. */
export const onChange = (listener) => listeners.push(listener);

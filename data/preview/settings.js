// The person's settings: language, theme and place. They stay in this browser; interactions hold them as Discord's would.

const NAMES = { lang: ["en", "id"], theme: ["dark", "light"], place: ["server", "direct", "personal"] };

const listeners = [];

function first(name) {
  try {
    const kept = localStorage.getItem(`sumber.${name}`);
    if (NAMES[name].includes(kept)) return kept;
  } catch {
    // A browser that stores nothing starts with the defaults each time.
  }
  if (name === "lang") return navigator.language.startsWith("id") ? "id" : "en";
  if (name === "theme") return matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
  return "server";
}

export const settings = { lang: first("lang"), theme: first("theme"), place: first("place") };

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

// What the person has chosen: language, theme and place. It stays in this browser and is never sent but as Discord
// would send it.

const NAMES = { lang: ["en", "id"], theme: ["dark", "light"], place: ["server", "direct", "personal"] };

const told = [];

function first(name) {
  try {
    const kept = localStorage.getItem(`sumber.${name}`);
    if (NAMES[name].includes(kept)) return kept;
  } catch {
    // A browser that keeps nothing starts afresh each time.
  }
  if (name === "lang") return navigator.language.startsWith("id") ? "id" : "en";
  if (name === "theme") return matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
  return "server";
}

export const settings = { lang: first("lang"), theme: first("theme"), place: first("place") };

/** Changes one of them and tells whoever wants to know. */
export function choose(name, value) {
  if (!NAMES[name].includes(value) || settings[name] === value) return;
  settings[name] = value;
  try {
    localStorage.setItem(`sumber.${name}`, value);
  } catch {
    // As above.
  }
  for (const tell of told) tell(name);
}

/** Calls `tell` with the name of whatever changes. */
export const onChange = (tell) => told.push(tell);

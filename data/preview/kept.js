// What was typed into a form that is closed, by what the form is for; it outlives a reload of the page.

const NAME = "sumber.form";

let all = {};
try {
  all = JSON.parse(sessionStorage.getItem(NAME)) ?? {};
} catch {
  // A browser that stores nothing keeps it until the page is closed or loaded again.
}

const nameOf = (kind, id) => `${kind} ${id ?? ""}`;

/** What was typed, if anything. */
export const kept = (kind, id) => all[nameOf(kind, id)];

/** Keeps it; nothing is forgotten. */
export function keep(kind, id, what) {
  if (what) all[nameOf(kind, id)] = what;
  else delete all[nameOf(kind, id)];
  try {
    sessionStorage.setItem(NAME, JSON.stringify(all));
  } catch {
    // As above.
  }
}

// What somebody is filling in: a main record, and new ones that it names as "@key"; checked by the bot as they type.

import { settings } from "./settings.js";

/** Milliseconds after the last key before the checker is asked. */
const QUIET = 250;

const copy = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/** The value at a path such as `evidence.0.role`. */
export const at = (value, path) => path.split(".").reduce((one, step) => one?.[step], value);

/** Whether two values are the same, whatever the order of their keys. */
export function same(one, other) {
  if (one === other) return true;
  if (!one || !other || typeof one !== "object" || typeof other !== "object") return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => same(one[key], other[key]));
}

/** Whether nothing is in a value. */
const isBlank = (value) => (value && typeof value === "object" ? Object.values(value).every(isBlank) : value === undefined || value === "");

/** A value without what is blank at its first level. */
const filled = (value) => Object.fromEntries(Object.entries(value).filter(([, one]) => !isBlank(one)));

export class Sheet {
  /** `known` is what the form offers; `changed` is called when the checker has answered. */
  constructor(kind, known, changed) {
    this.known = known;
    this.changed = changed;
    // Where there is one topic, it is that.
    const [topic, ...more] = known.offers?.topic ?? [];
    this.begun = kind === "claim" && topic && !more.length ? { topics: [topic.id] } : {};
    this.records = [{ key: "main", kind, value: copy(this.begun), before: null }];
    this.report = null;
    this.touched = new Set();
    this.made = 0;
    this.asked = null;
  }

  get main() {
    return this.records[0];
  }

  /** Begins with a record that is there. */
  take(value) {
    Object.assign(this.main, { value: copy(value), before: copy(value) });
  }

  /** What is kept while the form is closed. */
  kept() {
    return copy({ records: this.records, made: this.made });
  }

  restore(kept) {
    Object.assign(this, copy(kept));
  }

  record(key) {
    return this.records.find((one) => one.key === key);
  }

  get(where) {
    return at(this.record(where.key)?.value, where.path);
  }

  /** Sets a value; an empty one is left out. */
  set({ key, path }, value) {
    const steps = path.split(".");
    const last = steps.pop();
    let inside = this.record(key).value;
    steps.forEach((step, index) => {
      const next = steps[index + 1] ?? last;
      inside[step] ??= /^\d+$/.test(next) ? [] : {};
      inside = inside[step];
    });
    const empty = value === undefined || value === "" || (Array.isArray(value) && !value.length);
    if (empty) delete inside[last];
    else inside[last] = value;
    this.ask();
  }

  /** Removes a member of a list. */
  remove({ key, path }, number) {
    const list = this.get({ key, path });
    list.splice(number, 1);
    if (!list.length) this.set({ key, path }, undefined);
    // What was touched in the members after it is told anew.
    for (const one of [...this.touched]) if (one.startsWith(`${key} ${path}.`)) this.touched.delete(one);
    this.ask();
  }

  /** A new record beside the main one; returns how the others name it. */
  make(kind, value) {
    const key = `${kind}-${++this.made}`;
    this.records.push({ key, kind, value, before: null });
    return `@${key}`;
  }

  /** The main record and those that it names, directly or through another. */
  live() {
    const named = new Set(["main"]);
    const look = (value) => {
      if (typeof value === "string" && value.startsWith("@")) {
        const record = this.record(value.slice(1));
        if (record && !named.has(record.key)) {
          named.add(record.key);
          look(record.value);
        }
      } else if (value && typeof value === "object") Object.values(value).forEach(look);
    };
    look(this.main.value);
    return this.records.filter((one) => named.has(one.key));
  }

  /** Whether nothing was filled in or changed. */
  get isEmpty() {
    const { value, before } = this.main;
    return before ? same(value, before) : same(filled(value), this.begun);
  }

  touch({ key, path }) {
    this.touched.add(`${key} ${path}`);
  }

  isTouched({ key, path }) {
    return this.touched.has(`${key} ${path}`);
  }

  /** Marks every gap as seen, so that each is told at its place. */
  touchAll() {
    for (const { key, path } of this.report?.problems ?? []) this.touch({ key, path });
  }

  /** What is sent. What changed, for readers, becomes one more change of the record. */
  body() {
    const records = this.live().map(({ key, kind, value: { change, ...value }, before }) => {
      if (change && !isBlank(change)) value.revised = [...(value.revised ?? []), { on: this.known.today, note: change }];
      return { key, kind, value, before };
    });
    return JSON.stringify({ lang: settings.lang, dossier: this.dossier, records });
  }

  /** A report with the keys as the form has them. */
  read(report) {
    const last = `revised.${this.main.value.revised?.length ?? 0}.note`;
    for (const problem of report.problems ?? []) {
      if (problem.path.startsWith(last)) problem.path = problem.path.replace(last, "change");
      // The words that a translation is of stand beside it.
      problem.path = problem.path.replace(/(translation\.\d+)\.of$/, "$1.words");
    }
    this.report = report;
    this.changed("checked");
  }

  /** Asks the checker after a pause in typing. A later question drops an earlier one. */
  ask(pause = QUIET) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.check(), pause);
  }

  async check() {
    this.asked?.abort();
    const mine = (this.asked = new AbortController());
    try {
      const response = await fetch("/preview/form/check", this.request(mine.signal));
      if (!response.ok) throw new Error(String(response.status));
      const report = await response.json();
      if (mine !== this.asked) return;
      this.read(report);
    } catch (why) {
      if (why.name !== "AbortError") this.changed("failed");
    }
  }

  request(signal, more = {}) {
    return { method: "POST", headers: { "Content-Type": "application/json", ...more }, body: this.body(), signal };
  }

  /** Has it written; returns what came of it. */
  async save() {
    clearTimeout(this.waiting);
    const send = () => fetch("/preview/form/save", this.request(undefined, { "Sumber-Token": this.known.token ?? "" }));
    let response = await send();
    if (response.status === 403) {
      // The program has been started again since the form was opened.
      const fresh = await fetch(`/preview/form/offers/${settings.lang}`);
      this.known.token = (await fresh.json()).token;
      response = await send();
    }
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  }

  stop() {
    clearTimeout(this.waiting);
    this.asked?.abort();
  }

  /** Takes what somebody else has changed meanwhile; what was changed here too stays as it is here. */
  merge(now) {
    const { value, before } = this.main;
    this.main.value = merged(value, before, now);
    this.main.before = copy(now);
  }

  /** What was changed both here and by somebody else: paths with their values. */
  clashes(now) {
    const { value, before } = this.main;
    return clashing(value, before, now, []);
  }
}

const isRecord = (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);
const keysOf = (...records) => [...new Set(records.flatMap((one) => Object.keys(one ?? {})))];

/** Mine and theirs together, both made from `before`; lists are taken whole. */
function merged(mine, before, theirs) {
  if (same(mine, before)) return copy(theirs);
  if (same(theirs, before) || !isRecord(mine) || !isRecord(theirs)) return mine;
  const pairs = keysOf(mine, theirs).map((key) => [key, merged(mine[key], before?.[key], theirs[key])]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

function clashing(mine, before, theirs, path) {
  if (same(mine, before) || same(theirs, before) || same(mine, theirs)) return [];
  if (!isRecord(mine) || !isRecord(theirs)) return [{ path: path.join("."), theirs }];
  return keysOf(mine, theirs).flatMap((key) => clashing(mine[key], before?.[key], theirs[key], [...path, key]));
}

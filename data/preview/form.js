// The form: a window over the page in which a statement, a source or a speaker is added or changed.

import { byId, el, icon } from "./dom.js";
import { Fields } from "./fields.js";
import { keep, kept } from "./kept.js";
import { lines } from "./notices.js";
import { source, speaker } from "./records.js";
import { onChange, settings } from "./settings.js";
import { Sheet } from "./sheet.js";
import { Shown } from "./shown.js";
import { statement } from "./statement.js";
import { announce } from "./talk.js";
import { number, say } from "./words.js";

let sheet = null;
let fields = null;
let known = null;
let saved = null;
let notice = null;
let busy = false;
let opener = null;
let [opening, settled] = [false, true];

const shown = new Shown((field) => lead(field));
const title = el("h2", { id: "form-title" });
const place = el("p", { class: "quiet", id: "form-place" });
const shut = el("button", { type: "button", class: "round", id: "form-shut", onclick: close }, icon("close"));
const told = el("div", { class: "form-notice", id: "form-notice", role: "alert" });
const form = el("form", { class: "sheet", id: "form-sheet", autocomplete: "off", onsubmit: (event) => submit(event) });
const state = el("p", { class: "form-state", id: "form-state", role: "status" });
const jump = el("button", { type: "button", class: "plain form-jump", id: "form-jump", onclick: () => look() });
const actions = el("div", { class: "form-actions" });
const body = el("div", { class: "form-main" }, told, form);
const node = el(
  "dialog",
  { class: "form", id: "form", "aria-labelledby": "form-title" },
  el("header", { class: "form-top" }, el("div", {}, title, place), shut),
  el("div", { class: "form-body" }, body, shown.node),
  el("footer", { class: "form-foot" }, state, jump, actions),
);

/** Builds it. */
export function start() {
  document.body.append(node);
  // Escape closes it without asking this page.
  node.addEventListener("close", settle);
  addEventListener("pagehide", () => node.open && remember());
  form.addEventListener("toggle", fit, true);
  form.addEventListener("keydown", (event) => {
    // A text has no line breaks, and nobody saves by accident.
    if (event.key !== "Enter" || !event.target.matches("input:not([type=radio]), textarea")) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) submit(event);
  });
  onChange((name) => name === "lang" && node.open && renew());
}

/** Opens it for a new record of a kind, or for one that is there. */
export async function edit(kind, id, dossier) {
  if (node.open || opening) return;
  opening = true;
  try {
    await begin(kind, id, dossier);
  } catch {
    announce(say("stopped"));
  }
  opening = false;
}

async function begin(kind, id, dossier) {
  opener = document.activeElement;
  saved = null;
  notice = null;
  known = await fetched(`/preview/form/offers/${settings.lang}`, dossier ?? "");
  sheet = new Sheet(kind, known, (what) => heard(what));
  [sheet.id, sheet.dossier] = [id, dossier];
  fields = new Fields(sheet, draw);
  shown.clear();
  const before = kept(kind, id);
  if (before) {
    sheet.restore(before);
    notice = "kept";
  } else if (id) {
    const value = await fetched(`/preview/form/record/${kind}/${encodeURIComponent(id)}`);
    if (!value) return announce(say("form-gone"));
    sheet.take(value);
  }
  if (known.unread) notice = "unread";
  settled = false;
  node.showModal();
  draw();
  fields.unfold();
  fields.all[0]?.input?.focus();
  sheet.ask(0);
}

async function fetched(address, dossier = sheet.dossier) {
  const response = await fetch(dossier ? `${address}?dossier=${encodeURIComponent(dossier)}` : address);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

/** Draws it again in another language, with the offers in it. */
async function renew() {
  known = sheet.known = await fetched(`/preview/form/offers/${settings.lang}`);
  draw();
  sheet.ask(0);
}

function close() {
  node.close();
  settle();
}

/** After it was closed: what was typed is kept until it is saved. */
function settle() {
  if (settled || node.open) return;
  settled = true;
  remember();
  sheet.stop();
  // The panel may have been drawn anew.
  (opener?.isConnected ? opener : byId(opener?.id ?? ""))?.focus();
}

/** Keeps what was typed, if it was not saved. */
const remember = () => keep(sheet.main.kind, sheet.id, saved || sheet.isEmpty ? null : sheet.kept());

/** Closes it and opens it for the same or another record, as if nothing had been typed. */
function restart(id = sheet.id) {
  const { kind } = sheet.main;
  close();
  keep(kind, id, null);
  edit(kind, id, sheet.dossier);
}

/** Draws the fields and leads to one: that of a key, or an element with an id. */
function draw(to) {
  const { kind, before } = sheet.main;
  title.textContent = say(`form-title-${before ? "edit" : "add"}-${kind}`);
  place.textContent = say(`form-about-${kind}`);
  shut.setAttribute("aria-label", say("close"));
  jump.textContent = say("form-shown");
  fields.clear();
  const inside = known.unread
    ? []
    : kind === "claim"
      ? statement(fields)
      : [el("section", { class: "part" }, kind === "source" ? source(fields, "main") : speaker(fields, "main"))];
  form.hidden = Boolean(saved);
  const scrolled = body.scrollTop;
  form.replaceChildren(...inside);
  fit();
  body.scrollTop = scrolled;
  tell();
  if (to) lead(typeof to === "string" ? { input: byId(to) } : fields.all.find((one) => one.where.key === to.key && one.where.path === to.path) ?? fields.of(to));
}

/** Leads to a field, also where it is folded away. */
function lead(field) {
  fields.reveal(field);
  fit();
  field?.input?.focus();
}

/** Leads to the card where it stands below the fields. */
function look() {
  shown.node.scrollIntoView({ block: "start" });
  shown.node.focus();
}

/** Makes the fields as high as what is in them. */
const fit = () => fields.all.forEach((one) => one.fit?.());

function heard(what) {
  if (sheet.report?.unread) notice = "unread";
  else if (notice === "unread" || notice === "failed") notice = null;
  if (what === "failed") notice = "failed";
  tell();
}

/** Puts everything that the checker says where it belongs. */
function tell() {
  const loose = fields.tell();
  const problems = sheet.report?.problems ?? [];
  const gaps = problems.filter((one) => one.gap);
  const needed = new Set(gaps.map((one) => fields.of(one)));
  const needs = fields.all.filter((field) => needed.has(field));
  shown.draw(sheet.report, saved ? [] : needs);
  above(loose.filter((one) => !one.gap));
  const wrong = problems.filter((one) => !one.gap && one.severity === "error").length;
  const warnings = problems.filter((one) => one.severity === "warning").length;
  const said = [
    wrong && say("form-state-wrong", { n: number(wrong) }),
    needs.length && say("form-state-gaps", { n: number(needs.length) }),
    warnings && say("form-state-warnings", { n: number(warnings) }),
  ].filter(Boolean);
  const into = sheet.report?.written?.map((one) => one.file.split("/").at(-1)) ?? [];
  const ready = known.may_save === "yes" && into.length ? say("form-state-into", { files: [...new Set(into)].join(", ") }) : say("form-state-ready");
  const unchanged = sheet.main.before && sheet.isEmpty && say("form-state-unchanged");
  const words = saved || !sheet.report || sheet.report.unread ? "" : unchanged || (said.length ? said.join(" · ") : ready);
  if (state.textContent !== words) state.textContent = words;
  state.classList.toggle("bad", wrong > 0);
  buttons();
}

const button = (look, words, onclick, more = {}) => el("button", { type: "button", class: `button ${look}`, onclick, ...more }, words);

function buttons() {
  const focused = document.activeElement?.id;
  jump.hidden = Boolean(saved);
  if (saved) {
    const ask = () => {
      close();
      document.dispatchEvent(new CustomEvent("show", { detail: `/claim claim:${saved.ids[0]}` }));
    };
    const { kind } = sheet.main;
    actions.replaceChildren(
      button("secondary", say("close"), () => close()),
      button("secondary", say(`form-another-${kind}`), () => restart(null)),
      kind === "claim" ? button("primary", say("form-look"), ask, { id: "form-look" }) : "",
    );
  } else if (known.may_save === "yes") {
    actions.replaceChildren(
      sheet.isEmpty ? "" : button("secondary", say("form-restart"), () => restart(), { id: "form-restart" }),
      el("button", { type: "submit", form: "form-sheet", class: "button primary", id: "form-save", "aria-busy": busy && "true" }, say("form-save")),
    );
  } else {
    actions.replaceChildren(sheet.isEmpty ? "" : button("secondary", say("form-restart"), () => restart(), { id: "form-restart" }));
  }
  if (focused?.startsWith("form-")) byId(focused)?.focus();
}

async function submit(event) {
  event.preventDefault();
  if (busy || saved || known.may_save !== "yes") return;
  busy = true;
  try {
    await came(await sheet.save());
  } catch {
    notice = "failed";
  }
  busy = false;
  tell();
}

/** What came of saving. */
async function came(reply) {
  if (reply.saved) {
    saved = reply;
    sheet.stop();
    remember();
    notice = "saved";
    draw();
    byId("form-look")?.focus();
    return;
  }
  if (reply.changed) {
    notice = { changed: reply.changed };
  } else if (reply.failed || reply.unread) {
    notice = { failed: reply.failed ?? reply.unread };
  } else if (reply.problems) {
    sheet.read(reply);
    sheet.touchAll();
    notice = null;
    fields.tell();
    const first = fields.all.find((field) => field.node.classList.contains("wrong"));
    lead(first);
  }
}

/** The lines above the fields. */
function above(loose) {
  const words = (path) => fields.of({ key: "main", path })?.words ?? path;
  const drawn = lines(notice, { sheet, saved, loose, words, mine, theirs });
  told.hidden = !drawn.length;
  // Only what is new is read out.
  const text = drawn.map((line) => line.textContent ?? line).join("\n");
  if (told.dataset.words === text) return;
  told.dataset.words = text;
  told.replaceChildren(...drawn);
}

/** Saves what was typed here, with what somebody else has changed apart from that. */
function mine(now) {
  sheet.merge(now);
  notice = null;
  draw();
  submit(new Event("submit"));
}

/** Takes the record as somebody else has changed it. */
function theirs(now) {
  sheet.take(now);
  notice = null;
  draw();
  sheet.ask(0);
}

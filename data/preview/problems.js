// The state of the fact file while somebody edits it: polled, and drawn when it changes.

import { loadCommands } from "./commands.js";
import { byId, el, icon } from "./dom.js";
import { edit } from "./form.js";
import { announce } from "./talk.js";
import * as welcome from "./welcome.js";
import { number, say } from "./words.js";

const POLL_INTERVAL = 1500;

let report = null;
let known = "";
let away = false;

/** Polls from now on. */
export async function start() {
  await poll();
  setInterval(poll, POLL_INTERVAL);
}

async function poll() {
  try {
    const response = await fetch("/preview/problems");
    if (!response.ok) throw new Error(String(response.status));
    const text = await response.text();
    if (away) await reconnected();
    if (text === known) return;
    const before = report;
    known = text;
    report = JSON.parse(text);
    if (before && before.revision !== report.revision) await reload();
    if (before) announce(state());
    draw();
  } catch (why) {
    if (!(why instanceof TypeError) || away) return;
    away = true;
    byId("away").hidden = false;
    byId("away").textContent = say("stopped");
  }
}

/** The bot has restarted, perhaps with other facts and commands. */
async function reconnected() {
  away = false;
  byId("away").hidden = true;
  await reload();
  announce(say("back"));
}

/** The facts have changed, and perhaps the commands too. */
async function reload() {
  await loadCommands();
  welcome.draw();
}

function state() {
  const { place, claims, problems, refused, unread } = report;
  const count = { n: number(problems.length), claims: number(claims), place: place ?? "" };
  if (unread) return say("facts-unread", count);
  if (refused) return say("facts-refused", count);
  if (problems.length) return say("facts-warnings", count);
  return say("facts-good", count);
}

/** Draws the panel in the current language. */
export function draw() {
  if (!report) return;
  const { place, problems, refused, unread } = report;
  const count = problems.length + (unread ? 1 : 0);
  const badge = byId("count");
  badge.hidden = count === 0;
  badge.textContent = number(count);
  badge.classList.toggle("bad", refused);
  byId("panel-problems").replaceChildren(
    el("p", { class: refused ? "state bad" : "state", text: state() }),
    el("p", { class: "quiet", text: place ? say("facts-watched", { place }) : say("facts-shipped") }),
    el("div", { class: "row" }, adding("claim", "primary"), adding("source", "secondary")),
    unread ? el("p", { class: "problem", lang: "en", text: unread }) : "",
    el("ul", { class: "problems" }, problems.map(one)),
  );
}

/** A button that opens the form. */
const adding = (kind, look) =>
  el("button", { type: "button", class: `button ${look} add`, id: `add-${kind}`, onclick: () => edit(kind) }, icon("plus"), say(`form-add-${kind}`));

/** The name of a file inside the watched folder. */
const brief = (file) => (report.place && file.startsWith(`${report.place}/`) ? file.slice(report.place.length + 1) : file.split("/").at(-1));

function one(problem) {
  const place = `${brief(problem.file)}:${problem.line}:${problem.column}`;
  return el(
    "li",
    { class: `problem ${problem.severity}` },
    el("p", { class: "problem-place" }, el("span", { class: "severity", text: say(`severity-${problem.severity}`) }), el("code", { text: place, title: problem.file })),
    problem.record && el("p", { class: "quiet", lang: "en", text: problem.record }),
    el("p", { class: "what", lang: "en", text: problem.what }),
    el("p", { class: "help", lang: "en", text: problem.help }),
  );
}

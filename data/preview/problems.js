// How the fact file is while somebody edits it: asked for every now and then, drawn when it changes.

import { loadCommands } from "./commands.js";
import { byId, el } from "./dom.js";
import { announce } from "./talk.js";
import * as welcome from "./welcome.js";
import { number, say } from "./words.js";

const EVERY = 1500;

let report = null;
let known = "";
let away = false;

/** Asks again and again. */
export async function start() {
  await look();
  setInterval(look, EVERY);
}

async function look() {
  try {
    const response = await fetch("/preview/problems");
    if (!response.ok) throw new Error(String(response.status));
    const text = await response.text();
    if (away) await back();
    if (text === known) return;
    const before = report;
    known = text;
    report = JSON.parse(text);
    if (before && before.revision !== report.revision) await renew();
    if (before) announce(state());
    draw();
  } catch (why) {
    if (!(why instanceof TypeError) || away) return;
    away = true;
    byId("away").hidden = false;
    byId("away").textContent = say("stopped");
  }
}

/** The bot was started again, perhaps with other facts and commands. */
async function back() {
  away = false;
  byId("away").hidden = true;
  await renew();
  announce(say("back"));
}

/** The facts are others, and perhaps the commands too. */
async function renew() {
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

/** Draws it in the language of now. */
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
    unread ? el("p", { class: "problem", lang: "en", text: unread }) : "",
    el("ul", { class: "problems" }, problems.map(one)),
  );
}

/** The name of a file within the folder that is looked at. */
const brief = (file) => (report.place && file.startsWith(`${report.place}/`) ? file.slice(report.place.length + 1) : file.split("/").at(-1));

function one(problem) {
  const place = `${brief(problem.file)}:${problem.line}:${problem.column}`;
  return el(
    "li",
    { class: `problem ${problem.severity}` },
    el("p", { class: "problem-place" }, el("span", { class: "severity", text: say(`severity-${problem.severity}`) }), el("code", { text: place, title: problem.file })),
    problem.record && el("p", { class: "quiet", lang: "en", text: problem.record }),
    el("p", { class: "what", lang: "en", text: problem.what }),
    el("p", { class: "mend", lang: "en", text: problem.mend }),
  );
}

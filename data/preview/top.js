// The header: places on the left; above the conversation its channel, the language and the theme.

import { byId, el, icon } from "./dom.js";
import { toggle } from "./beside.js";
import { edit } from "./form.js";
import { choose, languages, settings } from "./settings.js";
import { direction, ownName, say } from "./words.js";

const PLACES = { server: "hash", direct: "at", personal: "person" };

/** Builds it. */
export function start() {
  byId("places").append(...Object.entries(PLACES).map(([name, drawing]) => place(name, drawing)));
  byId("settings").append(
    el("button", { type: "button", class: "round", id: "write", onclick: () => edit("claim") }, icon("pen")),
    ...(several() ? [el("div", { class: "choice", role: "group", id: "langs" }, languages().map(lang))] : []),
    el("button", { type: "button", class: "round", id: "theme", onclick: theme }, icon("sun"), icon("moon")),
    el(
      "button",
      { type: "button", class: "round", id: "drawer", "aria-expanded": "false", "aria-controls": "beside", onclick: () => toggle() },
      icon("panel"),
    ),
  );
}

function place(name, drawing) {
  const face = [icon(drawing), el("span", { class: "place-name" }), el("span", { class: "place-what" })];
  return el("li", {}, el("button", { type: "button", class: "place", id: `place-${name}`, onclick: () => choose("place", name) }, face));
}

/** One language needs no choice. */
const several = () => languages().length > 1;

const lang = (code) =>
  el("button", { type: "button", id: `lang-${code}`, lang: code, onclick: () => choose("lang", code) }, code.toUpperCase());

const theme = () => choose("theme", settings.theme === "dark" ? "light" : "dark");

function name(id, words) {
  byId(id).setAttribute("aria-label", words);
  byId(id).title = words;
}

/** Updates all text after a change of language. */
export function words() {
  document.documentElement.lang = settings.lang;
  document.documentElement.dir = direction();
  document.documentElement.dataset.theme = settings.theme;
  document.title = say("title");
  byId("places-nav").setAttribute("aria-label", say("places"));
  for (const one of Object.keys(PLACES)) {
    const button = byId(`place-${one}`);
    button.querySelector(".place-name").textContent = say(`place-${one}`);
    button.querySelector(".place-what").textContent = say(`place-${one}-what`);
    if (one === settings.place) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
  byId("channel").replaceChildren(icon(PLACES[settings.place]), say(`place-${settings.place}`));
  byId("topic").textContent = say(`place-${settings.place}-topic`);
  byId("notice").textContent = say("notice");
  byId("langs")?.setAttribute("aria-label", say("language"));
  for (const code of several() ? languages() : []) {
    byId(`lang-${code}`).setAttribute("aria-pressed", String(code === settings.lang));
    byId(`lang-${code}`).setAttribute("aria-label", `${code.toUpperCase()}: ${ownName(code)}`);
    byId(`lang-${code}`).title = ownName(code);
  }
  const other = settings.theme === "dark" ? "light" : "dark";
  name("theme", say(`theme-${other}`));
  name("write", say("form-add-claim"));
  name("drawer", say("beside"));
}

// The panel beside the conversation: two tabs, which narrow screens show in a drawer.

import { byId, el, icon } from "./dom.js";
import * as payload from "./payload.js";
import * as problems from "./problems.js";
import { say } from "./words.js";

const TABS = ["payload", "problems"];
let chosen = "payload";

/** Builds the panel. */
export function start() {
  const tabs = TABS.map((name) =>
    el(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${name}`,
        "aria-controls": `panel-${name}`,
        onclick: () => choose(name),
        onkeydown: keys,
      },
      el("span", { class: "tab-name" }),
      name === "problems" && el("span", { class: "count", id: "count", hidden: true }),
    ),
  );
  const panels = TABS.map((name) =>
    el("div", { role: "tabpanel", id: `panel-${name}`, "aria-labelledby": `tab-${name}`, tabindex: "0" }),
  );
  const shut = el("button", { type: "button", class: "round shut", id: "shut", onclick: () => toggle(false) }, icon("close"));
  byId("beside").append(el("div", { class: "tabs" }, el("div", { role: "tablist", id: "tablist" }, tabs), shut), ...panels);
  byId("beside").addEventListener("keydown", (event) => event.key === "Escape" && toggle(false));
  choose(chosen);
}

function choose(name) {
  chosen = name;
  for (const one of TABS) {
    byId(`tab-${one}`).setAttribute("aria-selected", String(one === name));
    byId(`tab-${one}`).tabIndex = one === name ? 0 : -1;
    byId(`panel-${one}`).hidden = one !== name;
  }
}

function keys(event) {
  if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
  choose(TABS[(TABS.indexOf(chosen) + 1) % TABS.length]);
  byId(`tab-${chosen}`).focus();
}

/** Opens or closes the drawer. */
export function toggle(open = !document.body.classList.contains("drawer")) {
  document.body.classList.toggle("drawer", open);
  byId("drawer").setAttribute("aria-expanded", String(open));
  if (open) byId(`tab-${chosen}`).focus();
  else byId("drawer").focus();
}

/** Updates all text after a change of language. */
export function words() {
  byId("beside").setAttribute("aria-label", say("beside"));
  byId("tablist").setAttribute("aria-label", say("beside"));
  for (const name of TABS) byId(`tab-${name}`).firstChild.textContent = say(`tab-${name}`);
  byId("shut").setAttribute("aria-label", say("close"));
  payload.draw();
  problems.draw();
}

// The welcome before the first question: what this is, and a few examples.

import { allCommands } from "./commands.js";
import * as composer from "./composer.js";
import { avatar, byId, el } from "./dom.js";
import { CHAT_INPUT } from "./wire.js";
import { say } from "./words.js";

/** Draws it in the current language. */
export function draw() {
  const button = (text) =>
    el("li", {}, el("button", { type: "button", class: "example", onclick: () => composer.fill(text) }, el("code", { text })));
  byId("welcome").replaceChildren(
    avatar(),
    el("h2", { text: say("welcome") }),
    el("p", { text: say("welcome-how") }),
    el("ul", { class: "examples", "aria-label": say("examples") }, examples().map(button)),
  );
}

/** Example questions made from the commands. */
function examples() {
  const commands = allCommands().filter((command) => command.type === CHAT_INPUT);
  // A topic's first option is its view; other commands that have one ask back for what they are about.
  const view = (command) => command.options?.slice(0, 1).find((option) => option.name === "view" && option.choices?.length);
  const [first, second] = commands.filter(view);
  const one = (command, at) => `/${command.name} view:${view(command).choices[at]?.value ?? view(command).choices[0].value}`;
  const named = (name) => commands.some((command) => command.name === name);
  return [
    first && `/${first.name} `,
    first && one(first, 2),
    second && one(second, 4),
    named("ask") && "/ask question:",
    named("help") && "/help ",
  ].filter(Boolean);
}

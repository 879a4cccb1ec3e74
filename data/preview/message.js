// Draws one message: the command used, the text, embeds and components.

import { rows } from "./components.js";
import { avatar, el, icon } from "./dom.js";
import { edits } from "./edits.js";
import { drawn, embed } from "./embed.js";
import { markdown } from "./markdown.js";
import { settings } from "./settings.js";
import { EPHEMERAL, SUPPRESS_NOTIFICATIONS } from "./wire.js";
import { number, say } from "./words.js";

/** Whether a message is ephemeral. */
export const isPrivate = (message) => Boolean((message.flags ?? 0) & EPHEMERAL);

/** A message as a list item. `acts` holds its handlers: `press`, `menu` (opens its commands), `dismiss`, `again`. */
export function draw(message, acts) {
  const classes = ["message", isPrivate(message) && "private", message.own && "own", message.failed && "failed"];
  const node = el(
    "li",
    { class: classes.filter(Boolean).join(" "), "data-id": message.id },
    message.used && used(message),
    message.own ? el("span", { class: "avatar me", "aria-hidden": "true" }, icon("person")) : avatar(),
    el("div", { class: "body" }, head(message), inside(message, acts)),
    !isPrivate(message) && !message.waiting && !message.failed && dots(message, acts),
  );
  return node;
}

/** The line that says who used which command. */
function used(message) {
  return el(
    "div",
    { class: "used" },
    el("span", { class: "avatar small me", "aria-hidden": "true" }, icon("person")),
    el("span", { class: "who", text: say("you") }),
    el("span", {}, ` ${say("used")} `),
    el("span", { class: "mention", text: message.used, title: message.asked ?? message.used }),
  );
}

function head(message) {
  const time = new Intl.DateTimeFormat(settings.lang, { hour: "2-digit", minute: "2-digit" }).format(message.time);
  return el(
    "h2",
    { class: "head" },
    el("span", { class: "name", text: message.own ? say("you") : "Sumber" }),
    !message.own && el("span", { class: "tag", text: say("app") }),
    el("time", { datetime: message.time.toISOString(), text: time }),
    Boolean((message.flags ?? 0) & SUPPRESS_NOTIFICATIONS) && el("span", { class: "edited", text: say("silent") }),
    message.edited && el("span", { class: "edited", text: say("edited") }),
  );
}

function inside(message, acts) {
  if (message.waiting) return el("p", { class: "waiting", text: say("waiting") });
  if (message.failed) return failure(message, acts);
  const files = message.files ?? [];
  const inCards = (message.embeds ?? []).map((card) => card.image?.url);
  const loose = files.filter((file) => !inCards.includes(`attachment://${file.name}`));
  return [
    message.content && el("div", { class: "content" }, markdown(message.content)),
    (message.embeds ?? []).map((card) => embed(card, files)),
    loose.map(drawn),
    rows(message.components, acts.press),
    isPrivate(message) && only(acts),
    edits(message),
  ];
}

function failure(message, acts) {
  return el(
    "div",
    { class: "failure" },
    el("p", { text: say(message.failed) }),
    message.asked && el("p", { class: "kept", text: message.asked }),
    el("button", { type: "button", class: "button primary", onclick: acts.again, text: say("again") }),
  );
}

function only(acts) {
  return el(
    "p",
    { class: "only" },
    icon("eye"),
    el("span", { text: say("only-you") }),
    el("span", { "aria-hidden": "true", text: "·" }),
    el("button", { type: "button", class: "plain", onclick: acts.dismiss, text: say("dismiss") }),
  );
}

function dots(message, acts) {
  const open = (event) => acts.menu(event.currentTarget);
  return el(
    "button",
    {
      type: "button",
      class: "dots",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "aria-label": say("message-menu"),
      title: say("message-menu"),
      onclick: open,
    },
    icon("dots"),
  );
}

/** The message as a screen reader announces it. */
export function spoken(message) {
  if (message.failed) return say(message.failed);
  const cards = message.embeds ?? [];
  const words = [message.content, cards[0]?.title].filter(Boolean).join(" ").replace(/[\\*_`]/g, "");
  const buttons = (message.components ?? []).flatMap((row) => row.components ?? []).length;
  const rest = [isPrivate(message) && say("only-you"), buttons && say("controls", { n: number(buttons) })];
  return [say("said", { words: words.slice(0, 200) }), ...rest].filter(Boolean).join(". ");
}

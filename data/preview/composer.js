// The input line: a question, or a command with its options as chips, each with its own field.

import { slash } from "./commands.js";
import { byId, el, icon } from "./dom.js";
import { Chip } from "./chip.js";
import { Listbox } from "./listbox.js";
import { choiceOffers, choicesOf, commandOffers, complete, cancelCompletions, optionOffers, valueOf } from "./offers.js";
import { announce, ask, post } from "./talk.js";
import { read, written } from "./typed.js";
import { commandInteraction } from "./wire.js";
import { localized, say } from "./words.js";

let command = null;
let chips = [];

const list = new Listbox("offers", (item) => chosen(item));
const tail = el("input", {
  id: "ask",
  class: "tail",
  type: "text",
  role: "combobox",
  "aria-autocomplete": "list",
  "aria-expanded": "false",
  "aria-controls": list.id,
  "aria-describedby": "hint",
  spellcheck: "false",
  enterkeyhint: "send",
});
const name = el("span", { class: "slash", hidden: true });
const filled = el("span", { class: "chips" });
const sendButton = el("button", { type: "submit", class: "send" }, icon("send"));
const hint = el("p", { class: "hint", id: "hint" });

/** Builds the line. */
export function start() {
  const line = el("div", { class: "line-in" }, name, filled, tail, sendButton);
  byId("composer").append(list.node, line, hint);
  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  line.addEventListener("click", (event) => event.target === line && tail.focus());
  tail.addEventListener("input", typed);
  tail.addEventListener("focus", () => command && typed());
  tail.addEventListener("blur", () => list.close());
  tail.addEventListener("keydown", keys);
  words();
}

/** Updates all text after a change of language. */
export function words() {
  sendButton.setAttribute("aria-label", say("send"));
  sendButton.title = say("send");
  tail.setAttribute("aria-label", command ? say("more-options", { command: command.name }) : say("write"));
  tail.placeholder = command ? (rest().length ? say("option-here") : "") : say("write-here");
  for (const chip of chips) chip.words();
  tell("");
}

/** Fills the line as if somebody had typed the text. */
export function fill(text) {
  clear();
  tail.value = text;
  tail.focus();
  typed();
}

/** Sends a text as if somebody had typed it. */
export function run(text) {
  fill(text);
  submit();
}

function tell(text, wrong = false) {
  hint.textContent = text || (command ? say("hint-command") : say("hint"));
  hint.classList.toggle("wrong", wrong);
  if (wrong) announce(text);
}

/** The options of the command that have no chip yet. */
const rest = () => (command?.options ?? []).filter((option) => !chips.some((chip) => chip.option === option));

function typed() {
  tell("");
  cancelCompletions();
  const text = tail.value;
  if (command) return inCommand(text);
  const begun = /^\/(\S*)$/.exec(text);
  if (begun) return list.open(tail, say("commands"), commandOffers(begun[1]), 0);
  const whole = /^\/(\S+)\s(.*)$/s.exec(text);
  const found = whole && slash(whole[1]);
  if (found) return take(found, whole[2]);
  list.close();
}

/** Handles text after the command: named options become chips. */
function inCommand(text) {
  const { rest: left, pairs } = read(text, rest());
  if (pairs.length) {
    tail.value = left;
    const added = pairs.map((pair) => add(rest().find((option) => option.name === pair.name), pair.text));
    added.at(-1)?.focus();
    return;
  }
  list.open(tail, say("options", { command: command.name }), optionOffers(rest(), text), text.trim() ? 0 : -1);
}

/** Turns the line into this command. */
function take(found, text = "") {
  command = found;
  name.textContent = `/${found.name}`;
  name.title = localized(found, "description");
  name.hidden = false;
  tail.value = "";
  words();
  let { rest: left, pairs } = read(text, found.options ?? []);
  for (const pair of pairs) add(found.options.find((option) => option.name === pair.name), pair.text);
  for (const option of rest().filter((one) => one.required)) {
    add(option, left);
    left = "";
  }
  tail.value = left;
  const empty = chips.find((chip) => !chip.input.value);
  (empty ?? { focus: () => tail.focus() }).focus();
  if (!empty) typed();
}

function add(option, text) {
  const chip = new Chip(option, text, {
    input: () => offer(chip),
    keys: (event) => keys(event, chip),
    blur: () => list.close(),
    remove: () => remove(chip),
  });
  chips.push(chip);
  filled.append(chip.node);
  words();
  return chip;
}

function remove(chip) {
  chips = chips.filter((one) => one !== chip);
  chip.node.remove();
  tail.focus();
  words();
  typed();
}

/** Shows the offers for an option. If its text names another option, that becomes a chip of its own. */
function offer(chip) {
  chip.dropName();
  const text = chip.input.value;
  const { rest: left, pairs } = read(text, rest());
  if (pairs.length && text.trim() !== left) {
    chip.set(left);
    inCommand(pairs.map((pair) => `${pair.name}:${pair.text}`).join(" "));
    return;
  }
  const { option } = chip;
  tell(localized(option, "description"));
  const heading = `${option.name} · ${localized(option, "description")}`;
  cancelCompletions();
  if (option.autocomplete) {
    const others = chips.filter((one) => one !== chip && one.input.value).map((one) => one.sent());
    const typing = { type: option.type, name: option.name, value: text, focused: true };
    // Until the bot answers, keep the earlier completions that contain the typed text.
    const earlier = list.owner === chip.input ? list.items : [];
    const held = earlier.filter((item) => item.label.toLowerCase().includes(text.trim().toLowerCase()));
    list.open(chip.input, heading, held);
    complete(command, [...others, typing], (items) => {
      const marked = items.findIndex((item) => item.value === list.active?.value);
      if (document.activeElement === chip.input) list.open(chip.input, heading, items, marked);
    });
  } else {
    const exact = choicesOf(option).findIndex((choice) => choice.value === valueOf(option, text));
    const items = choiceOffers(option, text);
    list.open(chip.input, heading, items, text.trim() ? Math.max(0, exact && 0) : -1);
  }
}

/** Handles a picked offer. */
function chosen(item) {
  const owner = list.owner;
  list.close();
  if (item.command) return take(item.command);
  if (item.option) {
    tail.value = "";
    return add(item.option, "").focus();
  }
  chips.find((chip) => chip.input === owner)?.pick(item);
  const empty = chips.find((chip) => chip.option.required && !chip.input.value);
  if (empty) empty.focus();
  else tail.focus();
}

function keys(event, chip) {
  if (event.isComposing) return;
  const had = list.isOpen;
  if (list.key(event)) return;
  const offered = list.active;
  if (event.key === "Enter") {
    event.preventDefault();
    if (offered && !settled(chip) && !isWhole(offered)) list.pick(offered);
    else submit();
  } else if (event.key === "Tab" && !event.shiftKey && offered && !settled(chip)) {
    event.preventDefault();
    list.pick(offered);
  } else if (event.key === "Backspace" && event.target.value === "") {
    event.preventDefault();
    if (chip) remove(chip);
    else back();
  } else if (event.key === "Escape" && !had && command) {
    back();
  }
}

/** Whether a chip already holds a complete choice and no other one is marked. */
const settled = (chip) =>
  Boolean(chip) && !chip.option.autocomplete && valueOf(chip.option, chip.input.value) !== undefined &&
  String(list.active?.value) === String(valueOf(chip.option, chip.input.value));

/** Whether the offered command is already typed in full. */
const isWhole = (offered) => Boolean(offered.command) && tail.value.toLowerCase() === `/${offered.command.name}`;

/** Removes the last chip, or turns the command back into text. */
function back() {
  if (chips.length) return remove(chips.at(-1));
  if (!command) return;
  const text = `/${command.name}`;
  clear();
  tail.value = text;
  typed();
}

function clear() {
  command = null;
  chips = [];
  filled.replaceChildren();
  name.hidden = true;
  tail.value = "";
  list.close();
  cancelCompletions();
  words();
}

/** Sends the line, as text if it is not quite a command: the bot asks back. */
function submit() {
  list.close();
  if (!command) return plain();
  const missing = chips.find((chip) => chip.option.required && !chip.input.value.trim());
  if (missing) {
    missing.focus();
    list.close();
    return tell(say("missing", { option: missing.option.name }), true);
  }
  const given = chips.filter((chip) => chip.input.value.trim());
  const loose = tail.value.trim();
  if (loose || given.some((chip) => chip.value() === undefined)) {
    const typed = given.map((chip) => ({ name: chip.option.name, value: chip.value() ?? chip.input.value.trim() }));
    return question(written(command, typed, loose));
  }
  send(command, given.map((chip) => chip.sent()));
}

function send(asked, options) {
  clear();
  tail.focus();
  ask(() => commandInteraction(asked, options), `/${asked.name}`, written(asked, options));
}

/** Asks a text, which the bot reads like one at the terminal. */
function question(text) {
  const asked = slash("ask");
  const { name, type } = asked.options[0];
  send(asked, [{ name, type, value: text }]);
}

/** Sends a command without options, or plain text: it is posted, so that message commands can be tried on it, and asked. */
function plain() {
  const text = tail.value.trim();
  if (!text) return;
  const found = text.startsWith("/") && slash(text.slice(1));
  if (found) {
    take(found);
    if (chips.every((chip) => chip.input.value)) submit();
    return;
  }
  if (!text.startsWith("/")) post(text);
  question(text);
}

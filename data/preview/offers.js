// Offers while somebody types: commands, options, choices, and the bot's autocomplete results.

import { matchingCommands } from "./commands.js";
import { autocompleteInteraction, send } from "./wire.js";
import { localized, say } from "./words.js";

export const BOOLEAN = 5;

/** Milliseconds after the last key before the bot is asked for completions. */
const QUIET = 150;

/** The choices of an option with localized names; yes and no for a boolean. */
export function choicesOf(option) {
  if (option.type === BOOLEAN) {
    return [
      { label: say("true"), value: true },
      { label: say("false"), value: false },
    ];
  }
  return (option.choices ?? []).map((choice) => ({ label: localized(choice, "name"), value: choice.value }));
}

/** The option's value for a typed text; undefined if the option does not accept it. */
export function valueOf(option, text) {
  const choices = choicesOf(option);
  if (!choices.length) return text;
  const words = text.trim().toLowerCase();
  const same = (choice) => [choice.label, String(choice.value)].some((one) => one.toLowerCase() === words);
  return choices.find(same)?.value;
}

/** The commands that match the text after the slash. */
export const commandOffers = (typed) =>
  matchingCommands(typed).map((command) => ({
    label: `/${command.name}`,
    detail: localized(command, "description"),
    badge: "Sumber",
    command,
  }));

/** The options that match the typed text. */
export const optionOffers = (options, typed) =>
  options
    .filter((option) => option.name.startsWith(typed.trim().toLowerCase()))
    .map((option) => ({
      label: option.name,
      detail: localized(option, "description"),
      badge: option.required ? say("required") : undefined,
      option,
    }));

/** The choices that contain the typed text, or all if none does. */
export function choiceOffers(option, typed) {
  const words = typed.trim().toLowerCase();
  const offers = choicesOf(option).map((choice) => ({ ...choice, detail: undefined }));
  const held = offers.filter((one) => `${one.label} ${one.value}`.toLowerCase().includes(words));
  return held.length ? held : offers;
}

let asked = 0;
let waiting;

/** Cancels pending completions. */
export function cancelCompletions() {
  asked += 1;
  clearTimeout(waiting);
}

/** Asks the bot for completions after a pause in typing; `show` gets them unless more was typed since. */
export function complete(command, options, show) {
  cancelCompletions();
  const mine = asked;
  waiting = setTimeout(async () => {
    try {
      const reply = await send(autocompleteInteraction(command, options));
      if (mine !== asked) return;
      const choices = reply.callback.data?.choices ?? [];
      show(choices.map((choice) => ({ label: localized(choice, "name"), value: choice.value })));
    } catch {
      // Sending the command reports that the bot cannot be reached.
    }
  }, QUIET);
}

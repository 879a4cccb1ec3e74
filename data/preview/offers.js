// What is offered while somebody types: commands, options, choices, and what the bot completes.

import { meant } from "./commands.js";
import { asAutocomplete, send } from "./wire.js";
import { localized, say } from "./words.js";

export const BOOLEAN = 5;

/** How long after the last key the bot is asked for completions. */
const QUIET = 150;

/** The choices of an option by their names here; yes and no where it takes these. */
export function choicesOf(option) {
  if (option.type === BOOLEAN) {
    return [
      { label: say("true"), value: true },
      { label: say("false"), value: false },
    ];
  }
  return (option.choices ?? []).map((choice) => ({ label: localized(choice, "name"), value: choice.value }));
}

/** The value that somebody means by a text; undefined if the option takes no such value. */
export function valueOf(option, text) {
  const choices = choicesOf(option);
  if (!choices.length) return text;
  const words = text.trim().toLowerCase();
  const same = (choice) => [choice.label, String(choice.value)].some((one) => one.toLowerCase() === words);
  return choices.find(same)?.value;
}

/** The commands for what was typed after the slash. */
export const commandOffers = (typed) =>
  meant(typed).map((command) => ({
    label: `/${command.name}`,
    detail: localized(command, "description"),
    badge: "Sumber",
    command,
  }));

/** The options that are not filled in yet. */
export const optionOffers = (options, typed) =>
  options
    .filter((option) => option.name.startsWith(typed.trim().toLowerCase()))
    .map((option) => ({
      label: option.name,
      detail: localized(option, "description"),
      badge: option.required ? say("required") : undefined,
      option,
    }));

/** The choices that hold what was typed. */
export function choiceOffers(option, typed) {
  const words = typed.trim().toLowerCase();
  const offers = choicesOf(option).map((choice) => ({ ...choice, detail: undefined }));
  const held = offers.filter((one) => `${one.label} ${one.value}`.toLowerCase().includes(words));
  return held.length ? held : offers;
}

let asked = 0;
let waiting;

/** Drops whatever completions are still to come. */
export function forget() {
  asked += 1;
  clearTimeout(waiting);
}

/**
 * Asks the bot to complete the option that is typed, once the keys rest; `show` gets the offers, unless something
 * else was typed since.
 */
export function complete(command, options, show) {
  forget();
  const mine = asked;
  waiting = setTimeout(async () => {
    try {
      const reply = await send(asAutocomplete(command, options));
      if (mine !== asked) return;
      const choices = reply.callback.data?.choices ?? [];
      show(choices.map((choice) => ({ label: localized(choice, "name"), value: choice.value })));
    } catch {
      // Whoever sends the command hears that the bot is away.
    }
  }, QUIET);
}

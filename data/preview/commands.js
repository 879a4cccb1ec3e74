// The commands that would be registered, and how they are found.

import { CHAT_INPUT } from "./wire.js";
import { localized } from "./words.js";

let commands = [];

/** Every command there is. */
export const known = () => commands;

/** Asks the bot for its commands. */
export async function loadCommands() {
  const response = await fetch("/preview/commands");
  if (response.ok) commands = await response.json();
}

/** The slash command of this name. */
export const slash = (name) =>
  commands.find((command) => command.type === CHAT_INPUT && command.name === name.toLowerCase());

/** The slash commands that somebody may mean: those that begin so, then those that hold it anywhere. */
export function meant(typed) {
  const words = typed.toLowerCase();
  const all = commands.filter((command) => command.type === CHAT_INPUT);
  const begins = all.filter((command) => command.name.startsWith(words));
  const holds = (command) => `${command.name} ${localized(command, "description")}`.toLowerCase().includes(words);
  return [...begins, ...all.filter((command) => !begins.includes(command) && holds(command))];
}

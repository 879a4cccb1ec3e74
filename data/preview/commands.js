// The commands that the bot would register, and looking them up.

import { CHAT_INPUT } from "./wire.js";
import { localized } from "./words.js";

let commands = [];

/** All commands. */
export const allCommands = () => commands;

/** Fetches the commands from the bot. */
export async function loadCommands() {
  const response = await fetch("/preview/commands");
  if (response.ok) commands = await response.json();
}

/** The slash command with this name. */
export const slash = (name) =>
  commands.find((command) => command.type === CHAT_INPUT && command.name === name.toLowerCase());

/** The slash commands that match a typed text: those that begin with it, then those that contain it. */
export function matchingCommands(typed) {
  const words = typed.toLowerCase();
  const all = commands.filter((command) => command.type === CHAT_INPUT);
  const begins = all.filter((command) => command.name.startsWith(words));
  const holds = (command) => `${command.name} ${localized(command, "description")}`.toLowerCase().includes(words);
  return [...begins, ...all.filter((command) => !begins.includes(command) && holds(command))];
}

// Interactions as Discord would send them, with an invented person, place and language. Shapes as in
// https://discord.com/developers/docs/interactions/receiving-and-responding

import { settings } from "./settings.js";

const APPLICATION = "1100000000000000001";
const PERSON = { id: "1100000000000000002", username: "you", discriminator: "0", avatar: null, bot: false };
const BOT = { id: APPLICATION, username: "Sumber", discriminator: "0000", avatar: null, bot: true };
const GUILD = "1100000000000000003";

/** Each place: its channel and how the bot is installed there. The last has no USE_EXTERNAL_APPS permission. */
const PLACES = {
  server: { channel: "1100000000000000011", guild: GUILD, context: 0, owners: { 0: GUILD } },
  direct: { channel: "1100000000000000012", context: 1, owners: { 1: PERSON.id } },
  personal: { channel: "1100000000000000013", guild: "1100000000000000004", context: 0, owners: { 1: PERSON.id } },
};

export const CHAT_INPUT = 1;
export const MESSAGE_COMMAND = 3;
export const EPHEMERAL = 64;
export const SUPPRESS_NOTIFICATIONS = 4096;

/** The epoch of Discord's snowflakes, in milliseconds. */
const EPOCH = 1420070400000n;
let counted = 0n;

/** A new snowflake. */
export const snowflake = () => (((BigInt(Date.now()) - EPOCH) << 22n) | (counted++ & 0xfffn)).toString();

/** Whether Discord makes every reply ephemeral in this place. */
export const isForcedEphemeral = (place) => place === "personal";

function frame(type, data) {
  const place = PLACES[settings.place];
  const locale = settings.lang === "en" ? "en-US" : settings.lang;
  const here = place.guild
    ? {
        guild_id: place.guild,
        guild_locale: locale,
        member: { user: PERSON, permissions: "3072", roles: [], joined_at: "2024-01-01T00:00:00+00:00" },
      }
    : { user: PERSON };
  return {
    id: snowflake(),
    application_id: APPLICATION,
    token: `preview-${crypto.getRandomValues(new Uint32Array(2)).join("")}`,
    version: 1,
    type,
    locale,
    channel_id: place.channel,
    channel: { id: place.channel, type: place.guild ? 0 : 1 },
    context: place.context,
    authorizing_integration_owners: place.owners,
    app_permissions: "562949953601536",
    attachment_size_limit: 10485760,
    entitlements: [],
    data,
    ...here,
  };
}

/** A message as a payload holds it. */
const messagePayload = (message) => ({
  id: message.id,
  type: message.own ? 0 : 20,
  channel_id: PLACES[message.place].channel,
  author: message.own ? PERSON : BOT,
  content: message.content ?? "",
  embeds: message.embeds ?? [],
  components: message.components ?? [],
  attachments: [],
  flags: message.flags ?? 0,
  timestamp: message.time.toISOString(),
});

const commandData = (command, options) => ({ id: snowflake(), name: command.name, type: CHAT_INPUT, options });

export const commandInteraction = (command, options) => frame(2, commandData(command, options));

export const autocompleteInteraction = (command, options) => frame(4, commandData(command, options));

/** The interaction of a message command used on a message. */
export const messageCommandInteraction = (command, message) =>
  frame(2, {
    id: snowflake(),
    name: command.name,
    type: MESSAGE_COMMAND,
    target_id: message.id,
    resolved: { messages: { [message.id]: messagePayload(message) } },
  });

/** The interaction of a press on a button, or with `values` of a choice from a menu. */
export const componentInteraction = (message, component, values) => ({
  ...frame(3, { component_type: component.type, custom_id: component.custom_id, ...(values && { values }) }),
  message: messagePayload(message),
});

/** Sends an interaction to the bot; returns `{callback, following, files}`. */
export async function send(interaction) {
  const response = await fetch("/preview/interactions", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(interaction),
  });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

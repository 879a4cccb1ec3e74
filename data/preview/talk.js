// The conversation: the messages of each place, and how the bot's callbacks change them.

import { byId, el } from "./dom.js";
import { draw, spoken } from "./message.js";
import { openMenu } from "./menu.js";
import { onChange, settings } from "./settings.js";
import { componentInteraction, EPHEMERAL, isForcedEphemeral, send, snowflake } from "./wire.js";
import { say } from "./words.js";

/** Discord's types of callback. */
const MESSAGE = 4;
const DEFERRED = 5;
const DEFERRED_UPDATE = 6;
const UPDATE = 7;

/** Milliseconds before a deleted message disappears, so that its last state can be seen, as in Discord. */
const DELETE_DELAY = 1200;

const messages = new Map();
const listeners = [];

/** Calls `listener` with each reply of the bot except completions. */
export const onReply = (listener) => listeners.push(listener);

/** Announces a text to screen readers. */
export function announce(words) {
  byId("said").textContent = "";
  setTimeout(() => (byId("said").textContent = words), 50);
}

const listOf = (place) => byId(`messages-${place}`);

/** Draws a message, replacing its earlier node. */
function show(message) {
  const acts = {
    press: (component, values, control) => press(message, component, values, control),
    menu: (control, pressed) => openMenu(message, control, ask, pressed),
    dismiss: () => remove(message.id),
    again: () => message.again(),
  };
  const node = draw(message, acts);
  const before = messages.get(message.id)?.node;
  const focused = before?.contains(document.activeElement) ? document.activeElement : null;
  messages.set(message.id, { message, node });
  if (before?.isConnected) before.replaceWith(node);
  else listOf(message.place).append(node);
  menus(message, node, acts);
  if (focused) refocus(node, focused);
  if (!before) byId("welcome").hidden = true;
  return node;
}

/** Scrolls to the end of a message, or to its beginning if it is taller than the window. */
function reveal(node) {
  const scroll = byId("scroll");
  const tall = node.offsetHeight > scroll.clientHeight;
  if (tall) scroll.scrollTop += node.getBoundingClientRect().top - scroll.getBoundingClientRect().top;
  else node.scrollIntoView({ block: "nearest" });
}

/** Opens a message's menu on right click and long press. */
function menus(message, node, acts) {
  const control = node.querySelector(".dots");
  if (!control) return;
  node.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a")) return;
    event.preventDefault();
    acts.menu(control, false);
  });
  let held;
  node.addEventListener("touchstart", () => (held = setTimeout(() => acts.menu(control, false), 600)), { passive: true });
  for (const end of ["touchend", "touchmove", "touchcancel"]) {
    node.addEventListener(end, () => clearTimeout(held), { passive: true });
  }
}

/** Keeps the focus inside a message that was drawn again. */
function refocus(node, before) {
  const same = [...node.querySelectorAll("button")].find((one) => one.textContent === before.textContent && !one.disabled);
  (same ?? node.querySelector("button:not(:disabled)"))?.focus();
}

/** Removes a message. */
function remove(id) {
  const entry = messages.get(id);
  if (!entry) return;
  const focused = entry.node.contains(document.activeElement);
  entry.node.remove();
  messages.delete(id);
  byId("welcome").hidden = listOf(settings.place).children.length > 0;
  if (focused) byId("ask").focus();
}

const fresh = (given) => ({ id: snowflake(), place: settings.place, time: new Date(), ...given });

/** Posts a message of the person. */
export function post(content) {
  reveal(show(fresh({ own: true, content })));
}

/** Sends a command and shows the reply. `make` makes the interaction, once for each try. */
export async function ask(make, used, asked) {
  const message = fresh({ used, asked, waiting: true });
  message.again = () => go();
  const go = async () => {
    reveal(show(Object.assign(message, { waiting: true, failed: undefined })));
    await perform(make, { message });
  };
  await go();
}

/** Handles a press on a button, or a choice from a menu. */
async function press(source, component, values, control) {
  control.setAttribute("aria-busy", "true");
  await perform(() => componentInteraction(source, component, values), { source });
  control.removeAttribute("aria-busy");
}

async function perform(make, context) {
  const interaction = make();
  try {
    const reply = await send(interaction);
    apply(reply, context);
    for (const listener of listeners) listener(reply);
  } catch (why) {
    failed(why, make, context);
  }
}

/** Applies a callback as Discord does. */
function apply(reply, context) {
  const { type, data: given = {} } = reply.callback;
  const data = { ...given, claims: reply.claims };
  let original = context.message;
  if (type === MESSAGE) {
    original = fill(context.message ?? fresh({}), data, reply.files);
  } else if (type === UPDATE && context.source) {
    original = fill(context.source, data, reply.files, true);
  } else if (type !== DEFERRED && type !== DEFERRED_UPDATE) {
    original = fill(context.message ?? fresh({}), { content: say("odd-callback", { type }) });
  }
  for (const call of reply.following ?? []) follow(call, original);
}

/** Applies a call that would go to Discord's HTTP API after the reply. */
function follow(call, original) {
  const target = call.message === "@original" ? original : messages.get(call.message)?.message;
  if (!target) return;
  if (call.method === "DELETE") setTimeout(() => remove(target.id), DELETE_DELAY);
  else fill(target, call.body, [], true);
}

/** Fills a message with the bot's data; an edit keeps the fields that are left out. */
function fill(message, data, files, edited = false) {
  const kept = edited ? message : {};
  Object.assign(message, {
    waiting: false,
    failed: undefined,
    content: data.content ?? kept.content,
    embeds: data.embeds ?? kept.embeds,
    components: data.components ?? kept.components,
    files: files ?? kept.files,
    claims: data.claims ?? kept.claims,
    flags: edited ? message.flags : (data.flags ?? 0) | (isForcedEphemeral(message.place) ? EPHEMERAL : 0),
  });
  const node = show(message);
  if (!edited) reveal(node);
  announce(spoken(message));
  return message;
}

function failed(why, make, context) {
  const key = why instanceof TypeError ? "stopped" : "refused";
  const message = context.message ?? fresh({});
  message.again ??= () => {
    remove(message.id);
    perform(make, context.source ? { source: context.source } : { message });
  };
  reveal(show(Object.assign(message, { waiting: false, failed: key })));
  announce(spoken(message));
}

/** Draws everything again in the current language and place. */
export function redraw() {
  for (const { message } of messages.values()) show(message);
  for (const place of ["server", "direct", "personal"]) listOf(place).hidden = place !== settings.place;
  byId("welcome").hidden = listOf(settings.place).children.length > 0;
}

/** Makes one list of messages for each place. */
export function start() {
  for (const place of ["server", "direct", "personal"]) {
    byId("lists").append(el("ol", { class: "messages", id: `messages-${place}`, hidden: place !== settings.place }));
  }
  onChange(redraw);
  keepEnd();
}

/** Keeps the lower edge of the conversation in view when the window gets lower. */
function keepEnd() {
  const scroll = byId("scroll");
  let height = scroll.clientHeight;
  const resized = () => {
    scroll.scrollTop += Math.max(0, height - scroll.clientHeight);
    height = scroll.clientHeight;
  };
  new ResizeObserver(resized).observe(scroll);
}

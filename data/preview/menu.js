// The menu of a message: its message commands.

import { el } from "./dom.js";
import { allCommands } from "./commands.js";
import { MESSAGE_COMMAND, messageCommandInteraction } from "./wire.js";
import { localized, say } from "./words.js";

let open = null;

function close(back) {
  if (!open) return;
  open.control.setAttribute("aria-expanded", "false");
  open.node.remove();
  if (back) open.control.focus();
  open = null;
}

/**
 * Opens the menu of a message beside `control`, its button; a second press closes it. `ask` sends the chosen command,
 * as `talk.js` does.
 */
export function openMenu(message, control, ask, pressed = true) {
  const again = open?.control === control;
  if (again && !pressed) return;
  close(false);
  if (again) return;
  const items = allCommands().filter((command) => command.type === MESSAGE_COMMAND);
  const use = (command) => {
    close(true);
    const name = localized(command, "name");
    ask(() => messageCommandInteraction(command, message), name, name);
  };
  const item = (command) =>
    el("button", { type: "button", role: "menuitem", tabindex: "-1", onclick: () => use(command) }, localized(command, "name"));
  const node = el("div", { class: "context", role: "menu", "aria-label": say("message-menu") }, items.map(item));
  node.addEventListener("keydown", keys);
  control.setAttribute("aria-expanded", "true");
  control.after(node);
  open = { control, node };
  node.firstElementChild?.focus();
  const below = node.getBoundingClientRect().bottom - control.closest(".scroll").getBoundingClientRect().bottom;
  if (below > 0) node.scrollIntoView({ block: "nearest" });
}

function keys(event) {
  const items = [...event.currentTarget.children];
  const at = items.indexOf(document.activeElement);
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps) items[(at + steps[event.key] + items.length) % items.length].focus();
  else if (event.key === "Escape" || event.key === "Tab") close(true);
  else return;
  event.preventDefault();
}

document.addEventListener("pointerdown", (event) => {
  if (open && !open.node.contains(event.target) && !open.control.contains(event.target)) close(false);
});

// The components of a message: rows of buttons and select menus.

import { el, icon } from "./dom.js";
import { Listbox } from "./listbox.js";

const LOOKS = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link" };

/** The rows. `press(component, values, control)` is called for each press and each choice. */
export const rows = (components, press) =>
  (components ?? []).map((row) =>
    el("div", { class: "row" }, (row.components ?? []).map((component) => one(component, press))),
  );

function one(component, press) {
  if (component.type === 2) return button(component, press);
  if (component.type === 3) return menu(component, press);
  return el("span", { class: "unknown", text: `{"type": ${component.type}}` });
}

function button(component, press) {
  const look = `button ${LOOKS[component.style] ?? "secondary"}`;
  const label = [component.emoji?.name, component.label].filter(Boolean).join(" ");
  if (component.style === 5) {
    return el("a", { class: look, href: component.url, target: "_blank", rel: "noopener noreferrer", text: label });
  }
  const pressed = (event) => press(component, undefined, event.currentTarget);
  return el("button", { type: "button", class: look, disabled: component.disabled, onclick: pressed, text: label });
}

function menu(component, press) {
  const chosen = component.options.find((option) => option.default);
  const words = chosen?.label ?? component.placeholder ?? "";
  const face = el(
    "button",
    {
      type: "button",
      class: "menu-face",
      role: "combobox",
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      "aria-label": [component.placeholder, chosen?.label].filter(Boolean).join(": "),
      disabled: component.disabled,
    },
    el("span", { class: chosen ? "" : "placeholder", text: words }),
    icon("down"),
  );
  const list = new Listbox("menu", (item) => {
    list.close();
    face.firstChild.textContent = item.label;
    press(component, [item.value], face);
  });
  const items = component.options.map((option) => ({
    label: option.label,
    detail: option.description,
    value: option.value,
  }));
  face.setAttribute("aria-controls", list.id);
  const open = () => {
    list.open(face, component.placeholder ?? "", items, Math.max(0, component.options.indexOf(chosen)));
    place(list.node, face);
  };
  face.addEventListener("click", () => (list.isOpen ? list.close() : open()));
  face.addEventListener("blur", () => list.close());
  face.addEventListener("keydown", (event) => list.faceKey(event, open));
  return el("div", { class: "menu" }, list.node, face);
}

/** Puts the list above its button if it fits there, otherwise below. */
function place(node, face) {
  const scroll = face.closest(".scroll");
  if (!scroll) return;
  const frame = scroll.getBoundingClientRect();
  const at = face.getBoundingClientRect();
  const above = at.top - frame.top;
  node.classList.toggle("below", above < node.offsetHeight && frame.bottom - at.bottom > above);
}

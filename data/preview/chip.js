// One option of a command in the line at the bottom: its name and a field for its value.

import { el, freshId, icon } from "./dom.js";
import { BOOLEAN, valueOf } from "./offers.js";
import { localized, say } from "./words.js";

export class Chip {
  /** `on` holds the handlers `input`, `keys`, `blur` and `remove`. */
  constructor(option, text, on) {
    this.option = option;
    this.picked = null;
    const id = freshId("chip");
    this.input = el("input", {
      id,
      type: "text",
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-describedby": "hint",
      autocomplete: "off",
      spellcheck: "false",
      enterkeyhint: "send",
      maxlength: option.max_length,
    });
    this.close = el("button", { type: "button", class: "remove", tabindex: "-1", onclick: on.remove }, icon("close"));
    this.name = el("label", { for: id, text: option.name });
    this.node = el("span", { class: option.required ? "chip required" : "chip" }, this.name, this.input, this.close);
    this.input.addEventListener("input", () => {
      this.picked = null;
      this.fit();
      on.input();
    });
    this.input.addEventListener("focus", on.input);
    this.input.addEventListener("blur", on.blur);
    this.input.addEventListener("keydown", on.keys);
    this.set(text);
    this.words();
  }

  words() {
    const described = localized(this.option, "description");
    this.input.setAttribute("aria-label", `${this.option.name}: ${described}`);
    this.close.setAttribute("aria-label", say("remove-option", { option: this.option.name }));
  }

  set(text) {
    this.input.value = text;
    this.picked = null;
    this.fit();
  }

  /** Removes the option's name if somebody typed it again, as the text form has it. */
  dropName() {
    const named = `${this.option.name}:`;
    if (this.input.value.toLowerCase().startsWith(named)) this.set(this.input.value.slice(named.length).trimStart());
  }

  /** Chooses an offer: the field shows its name, the interaction sends its value. */
  pick(item) {
    this.set(item.label);
    this.picked = item;
  }

  /** The value to send; undefined if the text is not one of the choices. */
  value() {
    const text = this.input.value.trim();
    return this.picked?.label === this.input.value ? this.picked.value : valueOf(this.option, text);
  }

  /** The option as an interaction holds it. */
  sent() {
    const value = this.value() ?? this.input.value;
    return { type: this.option.type, name: this.option.name, value: this.option.type === BOOLEAN ? value === true : value };
  }

  /** Makes the field as wide as its text. */
  fit() {
    this.input.style.width = `${Math.min(42, Math.max(4, [...this.input.value].length + 1))}ch`;
  }

  focus() {
    this.input.focus();
  }
}

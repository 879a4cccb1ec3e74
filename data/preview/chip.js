// One option of a command in the line at the bottom: its name and a field for its value.

import { el, freshId, icon } from "./dom.js";
import { BOOLEAN, valueOf } from "./offers.js";
import { localized, say } from "./words.js";

export class Chip {
  /** `on` is called for what is typed and pressed: `input`, `keys`, `blur`, `remove`. */
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

  /** Whoever types on as in the text form writes the name once more. */
  dropName() {
    const named = `${this.option.name}:`;
    if (this.input.value.toLowerCase().startsWith(named)) this.set(this.input.value.slice(named.length).trimStart());
  }

  /** Takes an offer: its name is shown, its value is sent. */
  pick(item) {
    this.set(item.label);
    this.picked = item;
  }

  /** The value that is sent; undefined if there is no such choice. */
  value() {
    const text = this.input.value.trim();
    return this.picked?.label === this.input.value ? this.picked.value : valueOf(this.option, text);
  }

  /** The option as it stands in an interaction. */
  sent() {
    const value = this.value() ?? this.input.value;
    return { type: this.option.type, name: this.option.name, value: this.option.type === BOOLEAN ? value === true : value };
  }

  /** A field is as wide as what stands in it. */
  fit() {
    this.input.style.width = `${Math.min(42, Math.max(4, [...this.input.value].length + 1))}ch`;
  }

  focus() {
    this.input.focus();
  }
}

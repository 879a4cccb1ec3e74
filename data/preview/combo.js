// A field that completes records by what people call them: one, or several as tokens before it. The field keeps the
// focus; pattern: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

import { el, icon } from "./dom.js";
import { Listbox } from "./listbox.js";
import { announce } from "./talk.js";
import { say } from "./words.js";

/** Most offers shown at once; typing narrows them down. */
const MOST = 40;

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The offers that hold every typed word, those first whose name begins with them. */
export function fitting(offers, typed) {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const held = offers.filter((one) => words.every((word) => plain(`${one.label} ${one.detail} ${one.id}`).includes(word)));
  const begins = (one) => Number(!plain(one.label).startsWith(plain(typed.trim())));
  return held.sort((one, other) => begins(one) - begins(other)).slice(0, MOST);
}

export class Combo {
  /**
   * `given` holds `id`, `name` (the label in words), `offers`, `several`, `value`, `described` (ids of
   * what describes it), `change(value)` and, where something new can be named, `make(typed)` with `makes` as its words.
   */
  constructor(given) {
    this.given = given;
    this.list = new Listbox(given.id, (item) => this.pick(item));
    this.input = el("input", {
      id: given.id,
      type: "text",
      class: "combo-input",
      role: "combobox",
      dir: "auto",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
      "aria-describedby": given.described,
      placeholder: given.example,
      autocomplete: "off",
      spellcheck: "false",
    });
    this.tokens = el("span", { class: "tokens" });
    this.node = el("div", { class: "combo" }, el("div", { class: "combo-box" }, this.tokens, this.input), this.list.node);
    this.input.addEventListener("input", () => this.offer());
    this.input.addEventListener("click", () => this.list.isOpen || this.offer());
    this.input.addEventListener("keydown", (event) => this.keys(event));
    this.input.addEventListener("blur", () => this.leave());
    this.node.firstChild.addEventListener("click", (event) => event.target === event.currentTarget && this.input.focus());
    this.show(given.value);
  }

  label(id) {
    return this.given.offers.find((one) => one.id === id)?.label ?? id;
  }

  /** Shows a value: an id, or several. */
  show(value) {
    this.value = this.given.several ? [...(value ?? [])] : value;
    if (!this.given.several) {
      this.input.value = value && !value.startsWith("@") ? this.label(value) : "";
      return;
    }
    this.tokens.replaceChildren(...this.value.map((id) => this.token(id)));
  }

  token(id) {
    const words = this.given.named?.(id) ?? this.label(id);
    const drop = () => {
      this.change(this.value.filter((one) => one !== id));
      this.input.focus();
    };
    return el(
      "span",
      { class: "token" },
      el("span", { text: words, dir: "auto" }),
      el("button", { type: "button", class: "remove", "aria-label": say("form-remove", { what: words }), onclick: drop }, icon("close")),
    );
  }

  offer() {
    const typed = this.input.value;
    const picked = !this.given.several && typed === this.label(this.value ?? "");
    const taken = this.given.several ? this.value : [];
    const items = fitting(this.given.offers.filter((one) => !taken.includes(one.id)), picked ? "" : typed);
    const exact = items.some((one) => plain(one.label) === plain(typed.trim()));
    if (this.given.make && typed.trim() && !picked && !exact) {
      items.push({ label: this.given.makes(typed.trim()), made: typed.trim() });
    } else if (this.given.make && !items.length) {
      items.push({ label: this.given.makes(""), made: "" });
    }
    this.list.open(this.input, this.given.name, items, typed.trim() && !picked ? 0 : -1);
  }

  pick(item) {
    this.list.close();
    if (item.made !== undefined) {
      this.input.value = "";
      // What was named before is no longer meant when the field is left.
      if (!this.given.several) this.value = undefined;
      return this.given.make(item.made);
    }
    announce(say("form-taken", { what: item.label }));
    if (this.given.several) this.input.value = "";
    this.change(this.given.several ? [...this.value, item.id] : item.id);
  }

  change(value) {
    this.show(value);
    this.given.change(this.value);
  }

  keys(event) {
    if (event.isComposing || this.list.key(event)) return event.key === "Escape" && event.stopPropagation();
    const marked = this.list.active;
    if (event.key === "Enter") {
      event.preventDefault();
      if (marked) this.pick(marked);
    } else if (event.key === "ArrowDown" && !this.list.isOpen) {
      event.preventDefault();
      this.offer();
    } else if (event.key === "Backspace" && this.given.several && !this.input.value && this.value.length) {
      this.change(this.value.slice(0, -1));
    }
  }

  /** Text that is left in the field counts as what it names, and otherwise as it is, so that the checker can say what is near. */
  leave() {
    this.list.close();
    const typed = this.input.value.trim();
    const found = this.given.offers.find((one) => one.id === typed || plain(one.label) === plain(typed));
    if (this.given.several) {
      this.input.value = "";
      if (typed) this.change([...new Set([...this.value, found?.id ?? typed])]);
    } else if (typed !== this.label(this.value ?? "") && !(this.value?.startsWith("@") && !typed)) {
      this.change(found?.id ?? (typed || undefined));
    }
    this.given.left?.();
  }
}

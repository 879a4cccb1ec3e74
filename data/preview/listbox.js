// A list box owned by a field or button, which keeps the focus; the list shows which item is active.
// Pattern: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

import { el, freshId } from "./dom.js";

export class Listbox {
  /** `pick` is called with the chosen item. */
  constructor(name, pick) {
    this.id = freshId(name);
    this.pick = pick;
    this.items = [];
    this.at = -1;
    this.owner = null;
    this.head = el("p", { class: "offers-head" });
    this.list = el("ul", { role: "listbox", id: this.id, "aria-label": name });
    this.node = el("div", { class: "offers", hidden: true }, this.head, this.list);
    // The owner keeps the focus.
    this.node.addEventListener("mousedown", (event) => event.preventDefault());
  }

  get isOpen() {
    return !this.node.hidden;
  }

  /** The marked item, if any. */
  get active() {
    return this.isOpen ? this.items[this.at] : undefined;
  }

  /** Opens the list for `owner` and marks the item at `at`. */
  open(owner, heading, items, at = -1) {
    if (!items.length) return this.close();
    if (this.owner && this.owner !== owner) this.close();
    this.owner = owner;
    this.items = items;
    this.head.textContent = heading;
    this.list.setAttribute("aria-label", heading);
    this.list.replaceChildren(...items.map((item, index) => this.row(item, index)));
    this.node.hidden = false;
    owner.setAttribute("aria-expanded", "true");
    owner.setAttribute("aria-controls", this.id);
    this.mark(at);
  }

  row(item, index) {
    const chosen = () => this.pick(item);
    const label = el("span", { class: "offer-label" }, item.label);
    const detail = item.detail ? el("span", { class: "offer-detail" }, item.detail) : null;
    const node = el("li", { role: "option", id: `${this.id}-${index}`, "aria-selected": "false", onclick: chosen });
    node.append(label, ...(detail ? [detail] : []), ...(item.badge ? [el("span", { class: "badge", text: item.badge })] : []));
    node.addEventListener("mousemove", () => this.at !== index && this.mark(index, false));
    return node;
  }

  mark(index, scroll = true) {
    this.at = index;
    [...this.list.children].forEach((row, one) => row.setAttribute("aria-selected", String(one === index)));
    const row = this.list.children[index];
    if (row) {
      this.owner.setAttribute("aria-activedescendant", row.id);
      if (scroll) this.reveal(row);
    } else {
      this.owner.removeAttribute("aria-activedescendant");
    }
  }

  /** Scrolls only the list, not its container. */
  reveal(row) {
    const [top, bottom] = [row.offsetTop - this.list.offsetTop, row.offsetTop - this.list.offsetTop + row.offsetHeight];
    if (top < this.list.scrollTop) this.list.scrollTop = top;
    if (bottom > this.list.scrollTop + this.list.clientHeight) this.list.scrollTop = bottom - this.list.clientHeight;
  }

  move(step) {
    const count = this.items.length;
    const from = this.at < 0 && step < 0 ? count : this.at;
    this.mark((from + step + count) % count);
  }

  close() {
    if (this.owner) {
      this.owner.setAttribute("aria-expanded", "false");
      this.owner.removeAttribute("aria-activedescendant");
    }
    this.node.hidden = true;
    this.items = [];
    this.at = -1;
    this.owner = null;
  }

  /** Handles arrow and page keys and Escape; returns whether it did. */
  key(event) {
    if (!this.isOpen) return false;
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 };
    if (event.key in steps) this.move(Math.max(-this.items.length, Math.min(this.items.length, steps[event.key])));
    else if (event.key === "Escape") this.close();
    else return false;
    event.preventDefault();
    return true;
  }

  /** Handles the keys on a button that opens it with `open`. */
  faceKey(event, open) {
    if (this.key(event)) return;
    if (this.isOpen && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      if (this.active) this.pick(this.active);
    } else if (!this.isOpen && event.key === "ArrowDown") {
      event.preventDefault();
      open();
    }
  }
}

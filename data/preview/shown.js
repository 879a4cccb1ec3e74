// What Discord will show of what is being filled in, or what is still needed for that.

import { el } from "./dom.js";
import { embed } from "./embed.js";
import { markdown } from "./markdown.js";
import { say } from "./words.js";

/** Why there is no card although nothing is missing. */
function waiting(report) {
  if (!report) return say("form-no-card");
  return report.wrong ? say("form-no-card-wrong") : say("form-no-card-elsewhere");
}

export class Shown {
  /** `go` leads to a field. */
  constructor(go) {
    this.go = go;
    this.card = null;
    this.head = el("h3", { id: "shown-head" });
    this.inside = el("div", { class: "shown-inside" });
    this.node = el("section", { class: "shown", id: "shown", tabindex: "0", "aria-labelledby": "shown-head" }, this.head, this.inside);
  }

  clear() {
    this.card = null;
  }

  /** `needs` are the fields that are still empty. */
  draw(report, needs) {
    this.head.textContent = say("form-shown");
    if (report?.card) this.card = report.card;
    const stale = this.card && !report?.card;
    const steps = needs.map((field) =>
      el("li", {}, el("button", { type: "button", class: "plain", onclick: () => this.go(field) }, field.words)),
    );
    const wait = steps.length
      ? [el("p", { class: "quiet", text: say("form-needs") }), el("ul", { class: "needs" }, steps)]
      : !this.card && [el("p", { class: "quiet", text: waiting(report) })];
    this.inside.replaceChildren(
      ...[stale && el("p", { class: "quiet", text: say("form-stale") }), this.card && this.message(stale), ...(report?.card ? [] : wait || [])].filter(Boolean),
    );
  }

  message(stale) {
    const { content, embeds = [], files = [] } = this.card;
    const inCards = embeds.map((one) => one.image?.url);
    const loose = files.filter((file) => !inCards.includes(`attachment://${file.name}`));
    return el(
      "div",
      { class: stale ? "shown-card body stale" : "shown-card body" },
      content && el("div", { class: "content" }, markdown(content)),
      embeds.map((one) => embed(one, files)),
      loose.map((file) => el("p", { text: file.name })),
    );
  }
}

// Below an answer in the preview: a way to edit the statements that it shows.

import { el, icon } from "./dom.js";
import { edit } from "./form.js";
import { Listbox } from "./listbox.js";
import { say } from "./words.js";

/** The line below a message; nothing if it shows no statement. */
export function edits(message) {
  const claims = message.claims ?? [];
  const [first] = claims;
  if (!first) return null;
  if (claims.length === 1 || !first.label) {
    const others = claims.length > 1 ? which(claims.slice(1), "form-edit-other") : null;
    return el("div", { class: "edits" }, el("button", { type: "button", class: "plain edit", onclick: () => edit("claim", first.id, first.dossier) }, icon("pen"), say("form-edit")), others);
  }
  return el("div", { class: "edits" }, which(claims, "form-edit-which"));
}

/** A button that offers the statements. */
function which(claims, words) {
  const face = el("button", { type: "button", class: "plain edit", "aria-haspopup": "listbox", "aria-expanded": "false" }, icon("pen"), say(words));
  const list = new Listbox("edits", (item) => {
    list.close();
    edit("claim", item.value, item.dossier);
  });
  const items = claims.map((one) => ({ label: one.label ?? one.id, detail: one.text, value: one.id, dossier: one.dossier }));
  const open = () => list.open(face, say(words), items, 0);
  face.addEventListener("click", () => (list.isOpen ? list.close() : open()));
  face.addEventListener("blur", () => list.close());
  face.addEventListener("keydown", (event) => list.faceKey(event, open));
  return el("div", { class: "edit-menu" }, face, list.node);
}

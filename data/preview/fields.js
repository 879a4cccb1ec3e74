// The fields of the form: each with its words, a hint, how the checker reads it and what it says of it.

import { Combo } from "./combo.js";
import { el, freshId } from "./dom.js";
import { settings } from "./settings.js";
import { number, say } from "./words.js";

/** Languages that are offered beside those that the dossier has. */
const LANGUAGES = (
  "ar az be bg bn bs ca cs da de el en es et fa fi fr ga he hi hr hu hy id is it ja jv ka kk km ko ky lo lt lv mk mn ms my " +
  "nb ne nl no pl ps pt ro ru si sk sl sq sr su sv sw ta tg th tl tk tr uk ur uz vi zh"
).split(" ");

/** The name of a language, in the page's own. */
export function language(code) {
  try {
    return new Intl.DisplayNames([settings.lang], { type: "language" }).of(code);
  } catch {
    return code;
  }
}

/** All fields that are drawn, so that what the checker says finds its place. */
export class Fields {
  /** `draw` draws them anew and leads to one. */
  constructor(sheet, draw) {
    this.sheet = sheet;
    this.draw = draw;
    /** The folded parts that are open. */
    this.open = new Set();
    this.clear();
  }

  clear() {
    this.all = [];
    this.watching = [];
  }

  /** A label, a control and what stands below it. `given`: `name`, `lang`, `needed`, `hint`. */
  shell(where, given, make) {
    const id = freshId("field");
    const field = {
      where,
      id,
      words: given.lang ? `${say(`form-label-${given.name}`)}, ${language(given.lang)}` : say(`form-label-${given.name}`),
      reading: el("p", { class: "reading", hidden: true }),
      problem: el("div", { class: "told", id: `${id}-told` }),
    };
    const hint = given.hint && el("p", { class: "field-hint", id: `${id}-hint`, text: say(`form-hint-${given.hint}`) });
    field.described = [hint && hint.id, field.problem.id].filter(Boolean).join(" ");
    field.left = () => {
      this.sheet.touch(where);
      this.tell();
    };
    const control = make(field);
    const label = [
      say(`form-label-${given.name}`),
      given.lang && el("span", { class: "tongue", text: language(given.lang) }),
      !given.needed && el("span", { class: "optional", text: say("form-optional") }),
    ];
    field.node = given.group
      ? el("fieldset", { class: "field", "aria-describedby": field.described }, el("legend", {}, label), control)
      : el("div", { class: "field" }, el("label", { for: id }, label), control);
    field.node.append(...[hint, field.reading, field.problem].filter(Boolean));
    this.all.push(field);
    return field.node;
  }

  /** A text on one line, or on several where it is long. */
  text(where, given) {
    return this.shell(where, given, (field) => {
      const most = given.most && el("span", { class: "most", "aria-hidden": "true" });
      const input = el(given.long ? "textarea" : "input", {
        id: field.id,
        class: "entry",
        type: given.long ? undefined : given.type ?? "text",
        rows: given.long && "2",
        dir: given.type === "url" ? "ltr" : "auto",
        lang: given.lang,
        placeholder: given.example && say(`form-example-${given.example}`),
        spellcheck: given.plain ? "false" : undefined,
        autocomplete: "off",
        readonly: given.fixed,
        inputmode: given.mode,
        "aria-describedby": field.described,
      });
      const fit = () => {
        if (given.long) {
          input.style.height = "auto";
          if (input.scrollHeight) input.style.height = `${input.scrollHeight + 2}px`;
        }
        if (most) {
          const length = [...input.value].length;
          most.textContent = say("form-length", { used: number(length), most: number(given.most) });
          most.classList.toggle("near", length > (given.well ?? given.most));
        }
      };
      input.value = this.sheet.get(where) ?? "";
      input.addEventListener("input", () => {
        // A text in the fact file has no line breaks.
        const text = input.value.replace(/\s*\n\s*/g, " ");
        this.sheet.set(where, given.read ? given.read(text) : text);
        given.typed?.(input.value);
        fit();
      });
      input.addEventListener("blur", field.left);
      field.input = input;
      field.fit = fit;
      fit();
      return [input, most].filter(Boolean);
    });
  }

  /** A text in each language of the dossier. */
  each(where, given) {
    const one = (lang, number) => this.text({ ...where, path: `${where.path}.${lang}` }, { ...given, lang, hint: number ? undefined : given.hint });
    return this.sheet.known.languages.map(one);
  }

  /** A date, with how it is read; and a button that takes today, if that is likely. */
  date(where, given) {
    const node = this.text(where, { hint: "date", example: "date", plain: true, ...given });
    const take = () => {
      node.querySelector("input").value = this.sheet.known.today;
      this.sheet.set(where, this.sheet.known.today);
    };
    if (given.today) node.querySelector("label").append(el("button", { type: "button", class: "plain today", onclick: take }, say("form-today")));
    return node;
  }

  /** A number; what is written otherwise stays as it is, for the checker. */
  number(where, given) {
    const read = (text) => (/^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text);
    return this.text(where, { plain: true, mode: "decimal", read, ...given });
  }

  /** Whether something holds that rarely does; `value` stands for it. */
  flag(where, given) {
    return this.shell(where, { ...given, group: true }, (field) => {
      const input = el("input", { type: "checkbox", id: field.id, checked: this.sheet.get(where) === given.value });
      input.addEventListener("change", () => this.sheet.set(where, input.checked ? given.value : undefined));
      input.addEventListener("blur", field.left);
      field.input = input;
      return el("div", { class: "pills" }, el("label", { class: "pill" }, input, el("span", { text: say(`form-holds-${given.name}`) })));
    });
  }

  /** One of a few words, each with what it means. */
  choice(where, given, known) {
    const value = this.sheet.get(where);
    const words = value && !known.includes(value) ? [...known, value] : known;
    const shown = (word) => (known.includes(word) ? say(`form-${given.words}-${word}`) : word);
    if (words.length > 6) {
      return this.shell(where, given, (field) => {
        const none = el("option", { value: "", text: say("form-choose") });
        const select = el("select", { id: field.id, class: "entry", "aria-describedby": field.described }, none, words.map((value) => el("option", { value, text: shown(value) })));
        select.value = this.sheet.get(where) ?? "";
        select.addEventListener("change", () => {
          this.sheet.set(where, select.value);
          given.picked?.(select.value);
        });
        select.addEventListener("blur", field.left);
        field.input = select;
        return select;
      });
    }
    return this.shell(where, { ...given, group: true }, (field) => {
      const radio = (value) => {
        const input = el("input", { type: "radio", name: field.id, value, checked: this.sheet.get(where) === value });
        input.addEventListener("change", () => {
          this.sheet.touch(where);
          this.sheet.set(where, value);
          given.picked?.(value);
        });
        field.input ??= input;
        return el("label", { class: "pill" }, input, el("span", { text: shown(value) }));
      };
      return el("div", { class: "pills" }, words.map(radio));
    });
  }

  /** One record of a kind, or several. */
  pick(where, given, kind) {
    return this.shell(where, given, (field) => {
      const combo = new Combo({
        id: field.id,
        name: field.words,
        described: field.described,
        offers: given.offers ?? this.sheet.known.offers[kind],
        several: given.several,
        example: given.example && say(`form-example-${given.example}`),
        value: this.sheet.get(where),
        named: given.named,
        makes: given.makes,
        make: given.make,
        change: (value) => {
          this.sheet.set(where, value);
          given.picked?.(value);
        },
        left: field.left,
      });
      field.input = combo.input;
      field.combo = combo;
      return combo.node;
    });
  }

  /** A language, by its name or its code. */
  language(where, given) {
    const { languages, source_languages: used } = this.sheet.known;
    const codes = [...new Set([...used, ...languages, ...LANGUAGES])];
    const offers = codes.map((code) => ({ id: code, label: language(code), detail: code }));
    return this.pick(where, { name: "language", needed: true, ...given, offers });
  }

  /** Opens the folded parts around a field. */
  reveal(field) {
    for (let fold = field?.input?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }

  /** Opens the folded parts in which something stands that somebody can change. */
  unfold() {
    this.all.filter((field) => !field.input.readOnly && this.sheet.get(field.where) !== undefined).forEach((field) => this.reveal(field));
  }

  /** The field to which a key belongs: its own, that of the list it is in, or the first below it. */
  of({ key, path }) {
    const mine = this.all.filter((field) => field.where.key === key);
    const around = (field) => path === field.where.path || path.startsWith(`${field.where.path}.`);
    return mine.find(around) ?? (path ? mine.find((field) => field.where.path.startsWith(`${path}.`)) : undefined);
  }

  /** Puts what the checker says beside the fields. Returns what has no field. */
  tell() {
    const { problems = [], dates = [], suggested = [] } = this.sheet.report ?? {};
    const loose = [];
    const told = new Map(this.all.map((field) => [field, []]));
    for (const problem of problems) {
      const field = this.of(problem);
      if (!field) loose.push(problem);
      else if (!problem.gap || this.sheet.isTouched(field.where) || this.sheet.isTouched(problem)) told.get(field).push(problem);
    }
    for (const [field, mine] of told) {
      show(field.problem, mine);
      field.node.classList.toggle("wrong", mine.some((one) => one.severity === "error"));
      field.input?.setAttribute("aria-invalid", String(mine.some((one) => one.severity === "error")));
      this.read(field, dates);
      if (field.input?.tagName === "INPUT" && field.input.type === "text") this.suggest(field, suggested);
    }
    for (const look of this.watching) look();
    return loose;
  }

  /** How a date is read, or in which ways it can be meant. */
  read(field, dates) {
    const found = dates.find((one) => one.key === field.where.key && one.path === field.where.path);
    field.reading.hidden = !found || (!found.words && !found.meant.length);
    if (!found || field.reading.hidden) return;
    // The same answer again must not replace a button while somebody presses it.
    const same = JSON.stringify(found) === field.readAs;
    field.readAs = JSON.stringify(found);
    if (same) return;
    const take = (text) => () => {
      field.input.value = text;
      this.sheet.set(field.where, text);
      field.input.focus();
    };
    const ways = found.meant.map(([text, words]) =>
      el("button", { type: "button", class: "plain", onclick: take(text) }, say("form-meant", { words, text })),
    );
    field.reading.replaceChildren(...(found.words ? [say("form-read", { words: found.words })] : ways));
  }

  suggest(field, suggested) {
    const found = suggested.find((one) => one.key === field.where.key && one.path === field.where.path);
    if (found) field.input.placeholder = found.value;
  }
}

/** Shows problems in the checker's words. */
export function show(node, problems) {
  const words = ({ gap, severity, what, help }) =>
    el(
      "p",
      { class: gap ? "gap" : severity },
      gap && `${say("form-gap")} `,
      !gap && el("span", { lang: "en", text: `${what[0].toUpperCase()}${what.slice(1)}: ` }),
      el("span", { lang: "en", text: help }),
    );
  node.replaceChildren(...problems.map(words));
}

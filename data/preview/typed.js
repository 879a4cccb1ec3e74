// The text form of a question, /clock view:denials as_of:2024-05-02, and back.

const PAIR = /(?:^|\s)([\p{L}\d_]+):\s*/gu;

/** Parses the text after a command: name and text of each of the command's options, and the rest. */
export function read(text, options) {
  const names = options.map((option) => option.name);
  const found = [...text.matchAll(PAIR)].filter((pair) => names.includes(pair[1].toLowerCase()));
  const rest = found.length ? text.slice(0, found[0].index) : text;
  const pairs = found.map((pair, at) => {
    const end = found[at + 1]?.index ?? text.length;
    return { name: pair[1].toLowerCase(), text: unquoted(text.slice(pair.index + pair[0].length, end).trim()) };
  });
  return { rest: rest.trim(), pairs };
}

function unquoted(text) {
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(text);
  return quoted ? quoted[1].replace(/\\(.)/g, "$1") : text;
}

/** A command with its options in text form, and loose words before them. */
export function written(command, options, loose = "") {
  const pairs = options.map(({ name, value }) => {
    const text = String(value);
    return `${name}:${/[\s"\\]/.test(text) ? `"${text.replace(/[\\"]/g, "\\$&")}"` : text}`;
  });
  return [`/${command.name}`, loose, ...pairs].filter(Boolean).join(" ");
}

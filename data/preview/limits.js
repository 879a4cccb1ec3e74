// How much of Discord's limits a callback uses. Limits as in https://discord.com/developers/docs/resources/message
// and https://discord.com/developers/docs/components/reference

const length = (text) => [...(text ?? "")].length;
const most = (lengths) => Math.max(0, ...lengths);

const written = (card) =>
  length(card.title) +
  length(card.description) +
  length(card.author?.name) +
  length(card.footer?.text) +
  (card.fields ?? []).reduce((sum, field) => sum + length(field.name) + length(field.value), 0);

/** Each limit and how much of it is used; of several texts the longest counts. */
export function measures(callback) {
  const { content, embeds = [], components = [] } = callback.data ?? {};
  const parts = components.flatMap((row) => row.components ?? []);
  const options = parts.flatMap((part) => part.options ?? []);
  const fields = embeds.flatMap((card) => card.fields ?? []);
  return [
    { key: "content", used: length(content), most: 2000 },
    { key: "embed-total", used: embeds.reduce((sum, card) => sum + written(card), 0), most: 6000 },
    { key: "embeds", used: embeds.length, most: 10 },
    { key: "embed-title", used: most(embeds.map((card) => length(card.title))), most: 256 },
    { key: "description", used: most(embeds.map((card) => length(card.description))), most: 4096 },
    { key: "fields", used: most(embeds.map((card) => card.fields?.length ?? 0)), most: 25 },
    { key: "field-value", used: most(fields.map((field) => length(field.value))), most: 1024 },
    { key: "rows", used: components.length, most: 5 },
    { key: "in-row", used: most(components.map((row) => row.components?.length ?? 0)), most: 5 },
    { key: "options", used: most(parts.map((part) => part.options?.length ?? 0)), most: 25 },
    { key: "custom-id", used: most([...parts.map((part) => length(part.custom_id)), ...options.map((one) => length(one.value))]), most: 100 },
  ];
}

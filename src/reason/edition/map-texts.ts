/** Changes every text in a value and leaves its shape. What files of the edition are called is left: a link would break. */
const notTexts: ReadonlySet<string> = new Set(["format", "path", "still"]);

export function mapTexts<T>(value: T, change: (text: string) => string): T {
  return mapped(value, change, "") as T;
}

function mapped(value: unknown, change: (text: string) => string, name: string): unknown {
  if (typeof value === "string") return notTexts.has(name) ? value : change(value);
  if (Array.isArray(value)) return value.map((one) => mapped(one, change, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapped(one, change, key)]));
}

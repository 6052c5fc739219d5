/** Changes every text in a value and leaves its shape. What files of the edition are called is left: a link would break. */
const notTexts: ReadonlySet<string> = new Set(["format", "path", "still"]);

export function mapTexts<T>(value: T, change: (text: string) => string): T {
  return mapped(value, change, "") as T;
}

const moments: ReadonlySet<string> = new Set(["fromS", "toS", "startS", "endS", "atS"]);

/** Seconds of a recording that tell one of these lengths, down to the whole second. Excerpts say of their files what these hold. */
export function withoutLengths<T>(value: T, lengths: readonly number[]): T {
  return lengths.length === 0 ? value : (rounded(value, lengths, "") as T);
}

function rounded(value: unknown, lengths: readonly number[], name: string): unknown {
  if (typeof value === "number")
    return moments.has(name) && lengths.some((length) => Math.abs(length - value) <= 0.02) ? Math.floor(value) : value;
  if (Array.isArray(value)) return value.map((one) => rounded(one, lengths, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === "files" ? one : rounded(one, lengths, key)]));
}

function mapped(value: unknown, change: (text: string) => string, name: string): unknown {
  if (typeof value === "string") return notTexts.has(name) ? value : change(value);
  if (Array.isArray(value)) return value.map((one) => mapped(one, change, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapped(one, change, key)]));
}

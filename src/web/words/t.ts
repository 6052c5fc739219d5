/** All words of the page come from one catalogue through `t`; no text stands in a component. */
import { en } from "./en.ts";

/** Plural forms are chosen by the value named `count`. */
export type Words = string | { readonly one: string; readonly other: string };
export type WordKey = keyof typeof en;

const catalogue: Readonly<Record<WordKey, Words>> = en;
const plurals = new Intl.PluralRules("en");
const numbers = new Intl.NumberFormat("en");

/** The words under `key` with `{name}` replaced by the value of that name; numbers are grouped. The result is text, never markup. */
export function t(key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  const words = catalogue[key];
  const form = typeof words === "string" ? words : plurals.select(Number(values["count"])) === "one" ? words.one : words.other;
  return form.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? numbers.format(value) : value;
  });
}

export function formatNumber(value: number): string {
  return numbers.format(value);
}

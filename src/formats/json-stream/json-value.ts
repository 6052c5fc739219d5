/** One JSON value put together from a reader's events, within a budget. Numbers keep their digits; members keep nothing of `__proto__`. */
import type { ContainerKind, TextFlaw } from "./json-reader.ts";

/** A number in its own digits. */
export interface JsonNumber {
  readonly digits: string;
}

export type JsonObject = ReadonlyMap<string, JsonValue>;
export type JsonList = readonly JsonValue[];
export type JsonValue = null | boolean | string | JsonNumber | JsonObject | JsonList;

export type ValueFlaw = TextFlaw | "duplicate" | "too-deep" | "too-much";

export interface ValueBuilder {
  open(kind: ContainerKind): void;
  close(): void;
  name(text: string): void;
  add(value: Exclude<JsonValue, JsonObject | JsonList>, flaws?: readonly TextFlaw[]): void;
  /** The value once its outermost container has closed. */
  readonly value: JsonObject | JsonList | undefined;
  /** What has come so far, for naming a record that never ended. */
  readonly root: JsonObject | JsonList | undefined;
  /** Flaws by member path, the first few. */
  readonly flaws: readonly { readonly field: string; readonly flaw: ValueFlaw }[];
}

const deepestValue = 24;
/** Values and text units of one record; an honest message has at most a few thousand. */
const budget = 4 * 1024 * 1024;
const mostFlaws = 20;

interface Frame {
  readonly holds: Map<string, JsonValue> | JsonValue[];
  name: string;
}

export function createValueBuilder(): ValueBuilder {
  const frames: Frame[] = [];
  const flaws: { field: string; flaw: ValueFlaw }[] = [];
  let value: JsonObject | JsonList | undefined;
  let root: JsonObject | JsonList | undefined;
  let skipped = 0;
  let left = budget;

  /** Path of the member that is being read: "text[1].href". */
  const field = () =>
    frames
      .map(({ holds, name }, i) => (Array.isArray(holds) ? `[${i === frames.length - 1 ? holds.length : holds.length - 1}]` : name))
      .join(".")
      .replaceAll(".[", "[");
  const note = (flaw: ValueFlaw) => {
    if (flaws.length < mostFlaws && !flaws.some((one) => one.flaw === flaw && one.field === field())) flaws.push({ field: field(), flaw });
  };
  const put = (one: JsonValue) => {
    const frame = frames.at(-1);
    if (frame === undefined) return;
    if (Array.isArray(frame.holds)) frame.holds.push(one);
    else {
      if (frame.holds.has(frame.name)) note("duplicate");
      frame.holds.set(frame.name, one);
    }
  };

  return {
    open(kind) {
      if (skipped > 0) {
        skipped++;
        return;
      }
      left--;
      if (frames.length >= deepestValue || left <= 0) {
        note(left <= 0 ? "too-much" : "too-deep");
        skipped = 1;
        return;
      }
      const holds = kind === "object" ? new Map<string, JsonValue>() : [];
      put(holds);
      root ??= holds;
      frames.push({ holds, name: "" });
    },
    close() {
      if (skipped > 0) skipped--;
      else if (frames.length === 1) value = frames.pop()?.holds;
      else frames.pop();
    },
    name(text) {
      const frame = frames.at(-1);
      if (skipped === 0 && frame !== undefined) frame.name = text;
    },
    add(one, textFlaws = []) {
      if (skipped > 0) return;
      left -= typeof one === "string" ? one.length + 1 : 1;
      if (left <= 0) return note("too-much");
      for (const flaw of textFlaws) note(flaw);
      put(one);
    },
    get value() {
      return value;
    },
    get root() {
      return root;
    },
    flaws,
  };
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return value instanceof Map;
}

export function isList(value: JsonValue | undefined): value is JsonList {
  return Array.isArray(value);
}

export function isNumber(value: JsonValue | undefined): value is JsonNumber {
  return typeof value === "object" && value !== null && !isObject(value) && !isList(value);
}

/** Names a value's kind for a fault, never its content. */
export function kindOf(value: JsonValue | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (typeof value === "boolean") return "true or false";
  if (typeof value === "string") return value === "" ? "an empty text" : "a text";
  if (isList(value)) return "a list";
  return isObject(value) ? "an object" : "a number";
}

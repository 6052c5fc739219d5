/** Values that Python prints of its own data (`repr`), read and never evaluated. Numbers keep their digits; a call stays words. */

export type PythonValue = null | boolean | string | PythonNumber | PythonBytes | PythonList | PythonDict | PythonCall | PythonWords;

export interface PythonNumber {
  readonly is: "number";
  readonly digits: string;
}

/** Each byte as one character. */
export interface PythonBytes {
  readonly is: "bytes";
  readonly text: string;
}

export interface PythonList {
  readonly is: "list" | "tuple" | "set";
  readonly items: readonly PythonValue[];
}

/** In the order written; a key that comes twice stands twice. */
export interface PythonDict {
  readonly is: "dict";
  readonly entries: readonly (readonly [PythonValue, PythonValue])[];
}

/** `datetime.datetime(2022, 3, 30, 5, 40)`: what it would be is for whoever knows the name. */
export interface PythonCall {
  readonly is: "call";
  readonly name: string;
  readonly items: readonly PythonValue[];
  readonly named: readonly (readonly [string, PythonValue])[];
}

/** A name, or what an object prints of itself: `nan`, `<Media at 0x7f..>`. */
export interface PythonWords {
  readonly is: "words";
  readonly text: string;
}

export function isDict(value: PythonValue | undefined): value is PythonDict {
  return typeof value === "object" && value !== null && value.is === "dict";
}

export function isCall(value: PythonValue | undefined): value is PythonCall {
  return typeof value === "object" && value !== null && value.is === "call";
}

/** Items of a list, a tuple or a set; none for anything else. */
export function itemsOf(value: PythonValue | undefined): readonly PythonValue[] {
  return typeof value === "object" && value !== null && (value.is === "list" || value.is === "tuple" || value.is === "set")
    ? value.items
    : [];
}

/** The last value under a name, as Python would keep it. */
export function valueOf(dict: PythonValue | undefined, name: string): PythonValue | undefined {
  return isDict(dict) ? dict.entries.findLast(([key]) => key === name)?.[1] : undefined;
}

export function textOf(dict: PythonValue | undefined, name: string): string | undefined {
  const value = valueOf(dict, name);
  return typeof value === "string" ? value : undefined;
}

export function wholeNumber(value: PythonValue | undefined): number | undefined {
  if (typeof value !== "object" || value === null || value.is !== "number" || !/^[-+]?\d{1,15}$/.test(value.digits)) return undefined;
  return Number(value.digits);
}

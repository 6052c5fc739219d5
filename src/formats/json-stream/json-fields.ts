/** One record's members, asked for by name and kind. What is there but of another kind is a fault, never a guess. */
import type { ReadingFault } from "../../core/analysis/reading-result.ts";
import { isList, isNumber, isObject, type JsonList, type JsonObject, type JsonValue, kindOf } from "./json-value.ts";

interface Faulting {
  fault(fault: ReadingFault): void;
}

export interface JsonFields<Log extends Faulting> {
  /** How a person finds the record: "message 12". */
  readonly where: string;
  readonly log: Log;
  has(name: string): boolean;
  /** Null counts as absent: exporters write it for what they could not name. */
  text(name: string): string | undefined;
  isNull(name: string): boolean;
  /** Digits of a whole number, written as a number or as a text. */
  whole(name: string): string | undefined;
  number(name: string): number | undefined;
  object(name: string): JsonObject | undefined;
  list(name: string): JsonList | undefined;
  raw(name: string): JsonValue | undefined;
  fault(name: string, expected: string, found: string): void;
}

export const wholeForm = /^-?(?:0|[1-9][0-9]{0,39})$/;

export function fieldsOf<Log extends Faulting>(record: JsonObject, where: string, log: Log): JsonFields<Log> {
  const fault = (name: string, expected: string, found: string) => log.fault({ where: `${where} ${name}`, expected, found });
  const raw = (name: string) => record.get(name);
  const absent = (value: JsonValue | undefined): value is undefined | null => value === undefined || value === null;
  return {
    where,
    log,
    raw,
    fault,
    has: (name) => !absent(raw(name)),
    isNull: (name) => raw(name) === null,
    text(name) {
      const value = raw(name);
      if (absent(value)) return undefined;
      if (typeof value === "string") return value;
      fault(name, "a text", kindOf(value));
      return undefined;
    },
    whole(name) {
      const value = raw(name);
      if (absent(value)) return undefined;
      const digits = isNumber(value) ? value.digits : value;
      if (typeof digits === "string" && wholeForm.test(digits)) return digits;
      fault(name, "a whole number", typeof value === "string" ? "a text that is none" : isNumber(value) ? "another number" : kindOf(value));
      return undefined;
    },
    number(name) {
      const value = raw(name);
      if (absent(value)) return undefined;
      const number = isNumber(value) ? Number(value.digits) : Number.NaN;
      // Whole numbers beyond 2^53 have no exact value, and no place in canonical JSON.
      if (Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))) return number;
      fault(name, "a number", isNumber(value) ? "a number too large to hold" : kindOf(value));
      return undefined;
    },
    object(name) {
      const value = raw(name);
      if (absent(value)) return undefined;
      if (isObject(value)) return value;
      fault(name, "an object", kindOf(value));
      return undefined;
    },
    list(name) {
      const value = raw(name);
      if (absent(value)) return undefined;
      if (isList(value)) return value;
      fault(name, "a list", kindOf(value));
      return undefined;
    },
  };
}

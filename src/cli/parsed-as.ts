/** Ids that a person types, read by the schema of their sort. */
import { CaseError } from "../core/case/case-error.ts";
import { visibleText } from "../core/text/visible-text.ts";

interface Reads<T> {
  safeParse(value: string): { readonly success: boolean; readonly data?: T | undefined };
}

/** Throws CaseError INPUT_INVALID: `expected`, and what was found. */
export function parsedAs<T>(schema: Reads<T>, value: string, expected: string): T {
  const { data } = schema.safeParse(value.trim());
  if (data === undefined) throw new CaseError("INPUT_INVALID", `${expected}; found ${value === "" ? "none" : visibleText(value)}`);
  return data;
}

/** Ids with commas between them; none where nothing was given. */
export function parsedList<T>(schema: Reads<T>, values: string | undefined, expected: string): T[] {
  return (values ?? "").split(",").flatMap((one) => (one.trim() === "" ? [] : [parsedAs(schema, one, expected)]));
}

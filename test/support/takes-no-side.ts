/** Whether words say which of several claims holds: a report of contradictions uses none of these. */
import assert from "node:assert/strict";

const verdicts =
  /\b(?:true|false|truth|untrue|correct(?:ly)?|incorrect(?:ly)?|wrong(?:ly)?|right(?:ly)?|liars?|lies?|lied|lying|fakes?|faked|hoax|mistake[ns]?|errors?|erroneous|debunk\w*|refut\w+|disprov\w+|prove[ns]?|proved|genuine|honest\w*|dishonest\w*|accurate\w*|inaccurate\w*|mislead\w*|propaganda|disinformation|guilty|reliable|unreliable|credible|believable)\b/iu;

export function sideTaken(text: string): string | undefined {
  return verdicts.exec(text)?.[0];
}

/** Every string in a value, not the names of its fields: `true` and `false` as values are no words. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

export function assertTakesNoSide(value: unknown): void {
  for (const text of stringsIn(value)) assert.equal(sideTaken(text), undefined, text);
}

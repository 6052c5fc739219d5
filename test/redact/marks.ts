/** Marks in a few numbers, for tests. */
import type { CheckedBox } from "../../scripts/testing/check-redacted.ts";
import type { MarkToRender } from "../../src/core/redaction/redactor.port.ts";
import type { RedactionId } from "../../src/core/redaction/redaction.ts";

type Numbers = readonly [x: number, y: number, w: number, h: number];

export function boxMark(
  redaction: RedactionId,
  keys: readonly (readonly [atS: number, box: Numbers])[],
  { toS }: { toS?: number } = {},
): MarkToRender {
  const all = keys.map(([atS, [x, y, w, h]]) => ({ atS, box: { x, y, w, h }, by: "person" as const }));
  const sort = { what: "box" as const, fromS: all[0]?.atS ?? 0, toS: toS ?? all.at(-1)?.atS ?? 0, keys: all };
  return { redaction, mark: { sort, reason: "face", subject: null } };
}

export function soundMark(redaction: RedactionId, fromS: number, toS: number, how: "mute" | "tone"): MarkToRender {
  return { redaction, mark: { sort: { what: "sound", fromS, toS, how }, reason: "voice", subject: null } };
}

export function checked(marks: readonly MarkToRender[]): CheckedBox[] {
  return marks.flatMap(({ redaction, mark: { sort } }) => (sort.what === "box" ? [{ name: redaction, ...sort }] : []));
}

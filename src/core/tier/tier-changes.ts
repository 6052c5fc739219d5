/** What differs between two versions of a tier, by id. */
import type { TierDocument, TierId, TierSegment } from "./tier.ts";
import type { ChangedField, SegmentChange } from "./tier-change.ts";

interface Version extends Pick<TierDocument, "language" | "segments"> {
  /** The tier that it is written from; undefined where it does not matter. */
  readonly source?: TierId | null | undefined;
}

/**
 * In the order of `after`, then what was removed. A tier of another language is another text in each segment that names none; one that
 * is written from another tier has another source in each segment that names one, whatever the numbers.
 */
export function tierChanges(before: Version | undefined, after: Version): SegmentChange[] {
  const old = new Map((before?.segments ?? []).map((segment) => [segment.id, segment]));
  const language = before !== undefined && before.language !== after.language;
  const source = before?.source !== undefined && after.source !== undefined && before.source !== after.source;
  const changes: SegmentChange[] = [];
  for (const segment of after.segments) {
    const was = old.get(segment.id);
    old.delete(segment.id);
    if (was === undefined) changes.push({ id: segment.id, is: "new", fields: [] });
    else {
      const fields = changedFields(was, segment, { language, source });
      if (fields.length > 0) changes.push({ id: segment.id, is: "changed", fields });
    }
  }
  for (const id of old.keys()) changes.push({ id, is: "removed", fields: [] });
  return changes;
}

function changedFields(was: TierSegment, is: TierSegment, tier: { language: boolean; source: boolean }): ChangedField[] {
  const same = (of: (segment: TierSegment) => unknown): boolean => JSON.stringify(of(was)) === JSON.stringify(of(is));
  const differs: [ChangedField, boolean][] = [
    ["time", was.startMs !== is.startMs || was.endMs !== is.endMs],
    ["words", was.text !== is.text],
    ["speaker", was.speaker !== is.speaker],
    ["alternatives", !same(({ alternatives }) => alternatives)],
    ["overlap", was.overlap !== is.overlap],
    ["language", was.language !== is.language || (tier.language && is.language === null)],
    ["source", was.of !== is.of || (tier.source && is.of !== null)],
    // Members in one order, whatever order the asker wrote them in.
    ["box", !same(({ box }) => box && [box.x, box.y, box.width, box.height])],
    ["machine", !same(({ machine }) => machine && [machine.confidence, machine.suspect])],
  ];
  return differs.filter(([, one]) => one).map(([field]) => field);
}

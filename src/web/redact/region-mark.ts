/** A stretch that a program found, as the mark that would cover it: a key on each picture that shows it, and its box as it is between them. */
import type { RegionStretchRow } from "../../api/redactions.ts";
import type { RedactionMark } from "../../core/redaction/redaction.ts";

/** It reaches to the pictures before and after, which were not seen to show it: what lies between two looks is covered in doubt. */
export function markOfRegion({ class: reason, regions, within }: RegionStretchRow): RedactionMark {
  const keys = regions.map(({ atS, box }) => ({ atS, box, by: "tracker" as const }));
  return { sort: { what: "box", ...within, keys }, reason, subject: null };
}

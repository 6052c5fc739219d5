/**
 * The same picture seen earlier elsewhere in the case: what was out before an event cannot show it. Where the event has no time, the
 * day of the text beside it is all there is, and a picture that was out before that is told of too.
 */
import type { ComparedEvent, EarlierSighting, ExhibitCheck, ExhibitMaterial, Mismatch } from "./mismatch.ts";

export function sightingMismatches({ sightings, publishedFrom }: ExhibitMaterial, events: readonly ComparedEvent[]): ExhibitCheck {
  const first = sightings.toSorted((one, other) => Date.parse(one.atOrBefore) - Date.parse(other.atOrBefore))[0];
  if (first === undefined) return { mismatches: [], notCompared: [] };
  const timed = events.filter(({ time }) => time !== "unknown");
  const before = timed.flatMap(({ id, time }): Mismatch[] =>
    time !== "unknown" && Date.parse(first.atOrBefore) < Date.parse(time.earliest) ? [seenBefore(first, time.earliest, id)] : [],
  );
  if (timed.length > 0 || publishedFrom === "unknown") return { mismatches: before, notCompared: [] };
  const early = Date.parse(first.atOrBefore) < Date.parse(publishedFrom);
  return { mismatches: early ? [seenBefore(first, publishedFrom, null)] : [], notCompared: [] };
}

function seenBefore({ item, by, atOrBefore }: EarlierSighting, limit: string, event: string | null): Mismatch {
  const what = event === null ? "the text beside it was published" : `${event} at the earliest`;
  return {
    key: `seen-earlier:${item}:${atOrBefore}:${event ?? "published"}:${limit}`.slice(0, 400),
    sort: "seen-earlier",
    words: null,
    event,
    says: `the same picture was seen before ${what}: in ${item}, ${by}, at or before ${atOrBefore}`,
    notProven:
      event === null
        ? "A picture may be out before a text that shows it: this says that it was not made for that text."
        : "That the two are the same rests on the comparison of copies, and the time on what the post says of itself.",
    figures: [
      { what: "seen at or before", value: atOrBefore },
      { what, value: limit },
    ],
  };
}

/** What makes a document of segments no tier: said with the segment named, and without its words. */
import { programWrote } from "./program-wrote.ts";
import { faultOfTakingOver } from "./machine-words.ts";
import { mostSegments, type TierLanguage, type TierMaking, type TierSegment, type TierSort } from "./tier.ts";

interface Checked {
  readonly sort: TierSort;
  readonly language: TierLanguage;
  readonly segments: readonly TierSegment[];
}

/** Characters that no words are written with; a line break and a tab are. */
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** Orders segments as a document holds them. */
export function inOrder(segments: readonly TierSegment[]): TierSegment[] {
  return [...segments].sort((a, b) => a.startMs - b.startMs || a.id - b.id);
}

/**
 * The first fault, or undefined. `source`: ids of the segments that this tier may be written from; null where it is from none.
 * `kept`: of the version before, the segment that each was written from. It may be gone since, and a translation outlives it: it
 * stands as one without source, and is not lost with the words beside it.
 */
export function faultOfTier(
  { sort, segments }: Checked,
  source: ReadonlySet<number> | null,
  kept: ReadonlyMap<number, number | null> = new Map(),
): string | undefined {
  if (segments.length > mostSegments) return `expected at most ${mostSegments} segments; found ${segments.length}`;
  const seen = new Set<number>();
  let before: TierSegment | undefined;
  for (const segment of segments) {
    const fault = faultOfSegment(segment, sort, source, kept.get(segment.id)) ?? faultOfPlace(segment, before, seen);
    if (fault !== undefined) return `segment ${segment.id}: ${fault}`;
    seen.add(segment.id);
    before = segment;
  }
  return undefined;
}

function faultOfPlace({ id, startMs }: TierSegment, before: TierSegment | undefined, seen: ReadonlySet<number>): string | undefined {
  if (seen.has(id)) return "expected each id once; found it twice";
  if (before === undefined || before.startMs < startMs || (before.startMs === startMs && before.id < id)) return undefined;
  return `expected segments in the order of their start, then of their id; found it after segment ${before.id}`;
}

function faultOfSegment(
  segment: TierSegment,
  sort: TierSort,
  source: ReadonlySet<number> | null,
  kept: number | null | undefined,
): string | undefined {
  const { startMs, endMs, text, alternatives, of, box, speaker } = segment;
  if (endMs <= startMs) return `expected an end after its start; found ${endMs} and ${startMs} ms`;
  for (const words of [text, ...alternatives]) {
    if (!words.isWellFormed()) return "expected whole characters; found half of one";
    if (control.test(words)) return "expected words; found a control character among them";
  }
  if (alternatives.some((one) => one.trim() === "")) return "expected alternatives in words; found an empty one";
  if (new Set([text, ...alternatives]).size !== alternatives.length + 1)
    return "expected alternatives that say something else; found the same words twice";
  if (of !== null && source === null)
    return "expected no segment that it is written from: the tier is written from the recording; found one";
  if (of !== null && of !== kept && source?.has(of) !== true)
    return `expected a segment of the tier that it is written from; found ${of}, which is none`;
  if (sort === "on-screen" && speaker !== null) return "expected no speaker of words that are seen; found one";
  if (sort !== "on-screen" && sort !== "translation" && sort !== "notes" && box !== null)
    return "expected no place on the picture of words that are heard; found one";
  if (box !== null && (box.x + box.width > 1_000_000 || box.y + box.height > 1_000_000))
    return "expected a box that lies on the frame; found one that reaches beyond it";
  return undefined;
}

/** What a version says of whose words these are that cannot be: nobody takes over for another, and nothing a person wrote is a machine's. */
export function faultOfTaking(made: TierMaking, before: readonly TierSegment[], after: readonly TierSegment[]): string | undefined {
  if (made.by === "person") return faultOfTakingOver(before, after);
  const machine = programWrote(made);
  // A subtitle file that we wrote marks drafts as such: over-marking gives nothing away.
  const old = new Map(before.map((segment) => [segment.id, segment]));
  for (const segment of after) {
    const was = old.get(segment.id);
    if (was !== undefined && JSON.stringify(was) === JSON.stringify(segment)) continue;
    if (machine && segment.machine === null)
      return `segment ${segment.id}: expected a machine's words to be marked as such; found them a person's`;
    if (machine && was?.machine === null)
      return `segment ${segment.id}: expected a program to leave what a person wrote; found it written over`;
  }
  return undefined;
}

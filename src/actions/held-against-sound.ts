/**
 * A program's words that came in a file, held against the sound as those of a recogniser that runs here: on silence, on impulsive noise
 * alone and after the end no words stay. A file gives no times of words to go by: a stretch stays or goes whole.
 */
import type { Cancellation } from "../core/cancel/cancellation.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import { judgeHeard } from "../core/recogniser/judge-heard.ts";
import { quietOf } from "../core/recogniser/quiet.ts";
import type { SpeechSoundReader } from "../core/recogniser/speech-sound.port.ts";
import type { TierDocument, TierSegment } from "../core/tier/tier.ts";
import { createTold } from "../core/tier/told.ts";

export interface HeardPorts {
  readonly sounds: SpeechSoundReader;
  readonly impulses: (item: ItemId) => Promise<readonly number[]>;
  readonly pathOf: (object: Digest) => string;
}

/** Nobody waits at a button: the file came with the request. */
const neverAborted: Cancellation = { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined };

export interface HeldAgainstSound {
  readonly documents: readonly TierDocument[];
  readonly notes: readonly string[];
}

export function isHeard({ sort, segments }: TierDocument): boolean {
  return (sort === "verbatim" || sort === "translation") && segments.some(({ machine, text }) => machine !== null && text !== "");
}

/** Throws CaseError INPUT_INVALID where the sound cannot be read, PROGRAM_MISSING, DISK_FULL. */
export async function heldAgainstSound(
  { sounds, impulses, pathOf }: HeardPorts,
  item: ItemId,
  object: Digest,
  documents: readonly TierDocument[],
): Promise<HeldAgainstSound> {
  const control = { signal: neverAborted, onProgress: () => undefined };
  const held = await sounds.read({ path: pathOf(object), fromSec: null, toSec: null }, control, async ({ span, levels, notRead }) => {
    const ground = { levels, quiet: quietOf(levels), events: await impulses(item) };
    const told = createTold("segment");
    const judge = (segment: TierSegment): TierSegment => {
      const { machine, text, startMs, endMs } = segment;
      if (machine === null || text.trim() === "") return segment;
      const heard = { text, startSec: startMs / 1000, endSec: endMs / 1000, words: [], language: null, given: span, ...machine };
      const [one] = judgeHeard([heard], ground);
      if (one === undefined) return segment;
      if (one.text !== "") return { ...segment, machine: one.machine };
      told.add("# of a program's words on silence, on a sudden noise alone or after the end of the sound: its words are left out");
      return { ...segment, text: "", alternatives: [], machine: one.machine };
    };
    const judged = documents.map((document) => (isHeard(document) ? { ...document, segments: document.segments.map(judge) } : document));
    return { documents: judged, notes: [...(notRead === "" ? [] : [`Of the sound was not read: ${notRead}`]), ...told.notes()] };
  });
  if (held === undefined) throw new Error("nobody stopped it");
  return held;
}

/**
 * Which seconds of one sound are which seconds of another. Lines that shared marks vote for are followed, strongest first; of
 * lines that claim the same seconds of b the strongest is kept, and the others are named as places that fit too.
 */
import type { SoundPrints } from "../../core/copies/sound-prints.ts";
import type { SameRecording, SoundSegment } from "../../core/copies/segment-match.ts";
import { type Alignment, alignmentsOf } from "./alignments.ts";
import { type FineAgreement, fineAgreement } from "./fine-agreement.ts";
import { followAlignment, type Shared } from "./follow-alignment.ts";
import { type PreparedSound, prepareSound } from "./prepared-sound.ts";
import { endsOf } from "./refine-ends.ts";
import { type Sameness, samenessOf } from "./same-recording.ts";
import { leastEvidence, leastShare, leastShareWithWaveform, leastWaveform, moreEvidence, scoreOf } from "./score.ts";

/** Part of the compared state: a change of any rule here makes older results old. */
export const soundMatchVersion = "1";

/** Overlap with a stronger part from which a weaker one only fits too. */
const sharedShare = 0.4;
const mostAlsoFits = 16;
/** Evidence of a place that fits too, of that of the place taken. */
const nearlyAsWell = 0.5;
export const matchSounds = (a: SoundPrints, b: SoundPrints): SoundSegment[] => matchPrepared(prepareSound(a), prepareSound(b));

export function matchPrepared(a: PreparedSound, b: PreparedSound): SoundSegment[] {
  const fine = fineAgreement(a, b);
  const parts = partsOf(a, b, fine);
  const kept: { part: Part; alsoFits: Shared[] }[] = [];
  for (const part of parts) {
    if (
      kept.some(
        (k) => isSameLine(k.part, part) && overlapOf(k.part.b, part.b) > sharedShare * Math.min(lengthOf(k.part.b), lengthOf(part.b)),
      )
    )
      continue;
    const over = kept.find((k) => overlapOf(k.part.b, part.b) > sharedShare * lengthOf(part.b));
    if (over === undefined) kept.push({ part, alsoFits: [] });
    else if (fitsNearlyAsWell(part, over.part) && over.alsoFits.every((p) => overlapOf(p.a, part.a) <= 0)) over.alsoFits.push(part);
  }
  const verdicts = recordingsOf(kept.map(({ part }) => part));
  const [startA, startB] = [a.prints.startSec, b.prints.startSec];
  return kept
    .map(({ part, alsoFits }, n): SoundSegment => {
      const { line } = part;
      const sameness = part.sameness;
      const { fromMs, toMs, errorMs } = endsOf(a, b, part, sameness, fine);
      const toA = (ms: number) => startA + (line.offsetMs + (sameness.shiftMs ?? 0) + line.speed * ms) / 1000;
      return {
        a: { fromSec: rounded(toA(fromMs)), toSec: rounded(toA(toMs)) },
        b: { fromSec: rounded(startB + fromMs / 1000), toSec: rounded(startB + toMs / 1000) },
        speed: Math.round(line.speed * 1e5) / 1e5,
        pitch: Math.round(line.pitch * 1e3) / 1e3,
        boundsErrorSec: rounded(errorMs / 1000),
        score: scoreOf(part.evidence, line),
        sameRecording: verdicts[n] ?? "open",
        alsoFits: alsoFits
          .slice(0, mostAlsoFits)
          .map(({ a: [from, to] }) => ({ fromSec: rounded(startA + from / 1000), toSec: rounded(startA + to / 1000) })),
        basis: { landmarks: part.agreeing, of: part.landmarks },
      };
    })
    .toSorted((x, y) => x.b.fromSec - y.b.fromSec || x.a.fromSec - y.a.fromSec);
}

interface Part extends Shared {
  readonly sameness: Sameness;
}

/** Parts with enough evidence, strongest first. */
function partsOf(a: PreparedSound, b: PreparedSound, fine: FineAgreement): Part[] {
  const followed: Pick<Alignment, "offsetMs" | "speed" | "pitch">[] = [];
  const found: Part[] = [];
  const middle = (b.prints.durationSec * 1000) / 2;
  for (const line of alignmentsOf(a, b)) {
    const place = line.offsetMs + line.speed * middle;
    // Votes for one line come from several speeds and kinds of mark.
    const isKnown = (f: (typeof followed)[number]) =>
      Math.abs(f.speed / line.speed - 1) < 0.004 &&
      Math.abs(f.offsetMs + f.speed * middle - place) < (line.speed === 1 ? 25 : 120) &&
      Math.abs(f.pitch / line.pitch - 1) < 0.015;
    if (followed.some(isKnown)) continue;
    const parts = followAlignment(a, b, line);
    followed.push(line, ...parts.map((part) => part.line));
    for (const part of parts.filter(isWorthALook)) {
      const sameness = samenessOf(a, b, part, fine);
      if (isEnough(part, sameness)) found.push({ ...part, sameness });
    }
  }
  return found.toSorted((x, y) => weightOf(y) - weightOf(x));
}

const shareOf = ({ agreeing, landmarks }: Shared) => agreeing / landmarks;
const isWorthALook = (part: Shared) => part.evidence >= leastEvidence(part.line) && shareOf(part) >= leastShareWithWaveform;

const isEnough = (part: Shared, { agreement }: Sameness) =>
  shareOf(part) >= leastShare || (agreement >= leastWaveform && part.evidence >= moreEvidence * leastEvidence(part.line));

/**
 * Sound heard from another place can look a little faster or slower, as its delays change from source to source; most sound was
 * never bent. A bent line has to explain three times as much as a straight one.
 */
const weightOf = ({ evidence, line }: Shared) => (line.speed === 1 ? 3 * evidence : evidence);

/** Offsets that differ by so much are not cuts: 2 ms is 0.7 m of way, 150 ms are 51 m. */
const [leastStepMs, mostStepMs] = [2, 150];

/**
 * Whether each part is the same recording, all parts considered: where parts of one source and parts of another take turns, at
 * offsets that differ as sound's ways do, they were heard from another place. One step alone may be a packet that was lost.
 */
function recordingsOf(parts: readonly Part[]): SameRecording[] {
  const offsetOf = ({ line, sameness }: Part) => line.offsetMs + (sameness.shiftMs ?? 0);
  const plain = parts.filter(({ line }) => line.speed === 1).toSorted((x, y) => x.b[0] - y.b[0]);
  const steps = plain
    .map((part, i) => Math.abs(offsetOf(part) - offsetOf(plain[i - 1] ?? part)))
    .filter((ms) => ms >= leastStepMs && ms <= mostStepMs);
  return parts.map((part) => {
    const stepped = plain.some((one) => {
      const off = Math.abs(offsetOf(one) - offsetOf(part));
      return part.line.speed === 1 && off >= leastStepMs && off <= mostStepMs;
    });
    if (!stepped) return part.sameness.verdict;
    return steps.length >= 2 ? "another" : part.sameness.verdict === "same" ? "open" : part.sameness.verdict;
  });
}

const lengthOf = ([from, to]: readonly [number, number]) => to - from;
const overlapOf = (x: readonly [number, number], y: readonly [number, number]) => Math.min(x[1], y[1]) - Math.max(x[0], y[0]);

function isSameLine(x: Shared, y: Shared): boolean {
  const middle = (Math.max(x.b[0], y.b[0]) + Math.min(x.b[1], y.b[1])) / 2;
  return (
    Math.abs(x.line.offsetMs + x.line.speed * middle - y.line.offsetMs - y.line.speed * middle) < 250 &&
    Math.abs(x.line.speed / y.line.speed - 1) < 0.03
  );
}

/** Compared by evidence a second, so that a short repeat inside a long part is not measured by its length. */
const fitsNearlyAsWell = (part: Shared, over: Shared) =>
  part.evidence / lengthOf(part.b) >= nearlyAsWell * (over.evidence / lengthOf(over.b)) &&
  overlapOf(part.a, over.a) < sharedShare * lengthOf(part.a);

const rounded = (sec: number) => Math.round(sec * 1000) / 1000;

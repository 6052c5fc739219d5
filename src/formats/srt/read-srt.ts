/**
 * SubRip as one tier. The format has no specification: what counts is a line of times, whatever stands above it. Numbers may be wrong,
 * missing or twice, decimals have a comma or a point, empty lines may stand inside the words.
 */
import { withoutMarks } from "../../core/tier/plain-marks.ts";
import { mostSegments } from "../../core/tier/tier.ts";
import { type FileCue, plainCue, type TierFile, TierFileRefused } from "../../core/tier/tier-file.ts";
import { createTold, type Told } from "../../core/tier/told.ts";

const stamp = "(\\d{1,4}):(\\d{1,2}):(\\d{1,2})(?:[,.](\\d{1,3}))?";
const timings = new RegExp(`^\\s*${stamp}\\s*-{1,2}>\\s*${stamp}\\s*(.*)$`, "u");

/** Ten times what a segment may hold, for its markup. */
const longestCue = 200_000;

/** Throws TierFileRefused. */
export function readSrt(file: string): TierFile {
  const lines = file.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  const told = createTold("cue");
  const cues: FileCue[] = [];
  const starts = lines.flatMap((line, at) => (line.includes("->") && timings.test(line) ? [at] : []));
  if (starts.length === 0)
    throw new TierFileRefused("the file: expected a line of times such as 00:00:01,000 --> 00:00:02,500; found none");
  if (starts.length > mostSegments) throw new TierFileRefused(`the file: expected at most ${mostSegments} cues; found ${starts.length}`);
  for (const [place, at] of starts.entries()) {
    const next = starts[place + 1];
    const end = next === undefined ? lines.length : next - (isCounter(lines, next - 1) ? 1 : 0);
    const cue = cueOf(lines[at] ?? "", isCounter(lines, at - 1) ? (lines[at - 1] ?? "") : "", lines.slice(at + 1, end), told);
    if (cue !== undefined) cues.push(cue);
  }
  return { tiers: [{ sort: null, language: null, cues, from: null }], notes: told.notes() };
}

/** A number alone, below an empty line or at the beginning: else it is the last line of the words. */
function isCounter(lines: readonly string[], at: number): boolean {
  return /^\s*-?\d{1,10}\s*$/.test(lines[at] ?? "") && (at === 0 || (lines[at - 1] ?? "").trim() === "");
}

function cueOf(line: string, counter: string, words: readonly string[], told: Told): FileCue | undefined {
  const found = timings.exec(line);
  const [startMs, endMs] = [milliseconds(found?.slice(1, 5) ?? []), milliseconds(found?.slice(5, 9) ?? [])];
  if (startMs === undefined || endMs === undefined) {
    told.add("# left out: its minutes or seconds are above 59");
    return undefined;
  }
  if ((found?.[9] ?? "") !== "") told.add("# with a place on the picture, which is not kept");
  // Not by one pattern: over a long stretch of blanks that takes the square of its length.
  const first = words.findIndex((one) => one.trim() !== "");
  const plain = first === -1 ? "" : words.slice(first).join("\n").trimEnd();
  if (plain.length > longestCue) throw new TierFileRefused(`a cue: expected at most ${longestCue} characters; found ${plain.length}`);
  const text = plain.replace(/<\/?(?:[ibus]|font)(?:\s[^<>]*)?>|\{\\[^{}]*\}/gi, "");
  if (text !== plain) told.add("# with markup, of which the words alone are kept");
  const [, label, rest = ""] = /^\[(SPK[1-9]\d{0,2})\](?: |(?=\n)|$)(.*)$/su.exec(text) ?? [];
  const number = counter.trim();
  return {
    ...plainCue,
    ...withoutMarks(label === undefined ? text : rest),
    ...{ startMs, endMs, speaker: label ?? null },
    id: /^[1-9]\d{0,6}$/.test(number) ? Number(number) : null,
  };
}

function milliseconds([hours, minutes, seconds, fraction = ""]: readonly (string | undefined)[]): number | undefined {
  const [h, m, s, ms] = [Number(hours), Number(minutes), Number(seconds), Number(fraction.padEnd(3, "0"))];
  return m > 59 || s > 59 ? undefined : ((h * 60 + m) * 60 + s) * 1000 + ms;
}

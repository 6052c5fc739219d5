/** A comparison of two files in sentences: which seconds are shared, what was done in between, what is not shared, how sure that is. */
import type { FileRead, FilesCompared } from "../core/copies/file-matcher.port.ts";
import type { PairComparison, PairSign, PictureSegment, SoundSegment, Span } from "../core/copies/segment-match.ts";
import type { FrameBox } from "../core/observation/observation.ts";
import { lengthOf, without } from "../reason/copies/spans.ts";

/** Seconds below which what is left over is the edge of a frame. */
const leastLeft = 0.1;

export function matchWords({ a, b, pair }: FilesCompared, names: { readonly a: string; readonly b: string }): string[] {
  const lines = [`A: ${names.a}  (${fileWords(a)})`, `B: ${names.b}  (${fileWords(b)})`];
  for (const note of [...readNotes("A", a), ...readNotes("B", b)]) lines.push(note);
  if (a.object === b.object) lines.push("Both files hold the same bytes.");
  lines.push("", "Picture", ...indented(pictureWords(pair, a, b)), "", "Sound", ...indented(soundWords(pair, a, b)));
  if (pair.signs.length > 0) lines.push("", "Signs", ...indented(pair.signs.map((sign) => signWords[sign])));
  const scored = [pair.picture, pair.sound].some((channel) => channel.state === "compared" && channel.segments.length > 0);
  if (scored)
    lines.push(
      "",
      "A score says how many of the segments with at least this much evidence were true on the calibration material (docs/method/copies.md). A match says that content is shared, never who took it from whom.",
    );
  return lines;
}

const signWords: Readonly<Record<PairSign, string>> = {
  "re-used-sound": "Sound is shared where no picture is: the sound may have been laid under another picture.",
  "same-sounds-only": "Sound is shared, and may come from two recordings of the same event: no proof that anything was copied.",
  "other-sound": "Picture is shared where no sound is: the sounds differ.",
  "same-still-only": "Both show the same still picture, such as a title card: no proof that footage is shared.",
  "same-view-only": "Both show the same view, perhaps at another time: the pictures agree and what moves in them does not.",
};

function fileWords({ picture, sound }: FileRead): string {
  const parts: string[] = [];
  if (picture.state === "printed") {
    const { width, height, still } = picture.result;
    parts.push(still ? "still picture" : `${secondsWords(lengthOf(pictureSpan(picture.result)))} of picture`, `${width} x ${height}`);
  } else parts.push(picture.state === "none" ? "no picture" : "picture not read");
  if (sound.state === "printed") parts.push(`${secondsWords(sound.result.durationSec)} of sound`);
  else if (picture.state !== "printed" || !picture.result.still) parts.push(sound.state === "none" ? "no sound" : "sound not read");
  return parts.join(", ");
}

/** What could not be read, and how many frames are no evidence. */
function readNotes(side: string, { picture, sound }: FileRead): string[] {
  const notes: string[] = [];
  for (const channel of [picture, sound]) {
    if (channel.state === "failed") notes.push(`${side}: ${channel.failure.message}`);
    if (channel.state === "printed" && channel.result.notRead !== "") notes.push(`${side}: ${channel.result.notRead}`);
  }
  if (picture.state !== "printed" || picture.result.still) return notes;
  const { frames, blackFrames, flatFrames, blurredFrames } = picture.result;
  const empty = [
    [blackFrames, "black"],
    [flatFrames, "of one colour"],
    [blurredFrames, "too blurred"],
  ] as const;
  const said = empty.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  if (said.length > 0) notes.push(`${side}: of ${frames} frames ${said.join(", ")}: these are no evidence.`);
  return notes;
}

function pictureWords({ picture }: PairComparison, a: FileRead, b: FileRead): string[] {
  if (picture.state === "absent") return [`${absentWords(picture.of)} no picture to compare.`];
  if (picture.state === "unfit") return [`Not compared. ${unfitWords(picture.of, picture.why)}`];
  if (picture.segments.length === 0) return ["No shared picture was found."];
  const lines = picture.segments.flatMap((segment) => [...segmentWords(segment), ...indented(editWords(segment))]);
  return [...lines, ...leftWords(picture.segments, spanOf(a.picture), spanOf(b.picture))];
}

function soundWords({ sound }: PairComparison, a: FileRead, b: FileRead): string[] {
  if (sound.state === "absent") return [`${absentWords(sound.of)} no sound to compare.`];
  if (sound.state === "unfit") return [`Not compared. ${unfitWords(sound.of, sound.why)}`];
  if (sound.segments.length === 0) return ["No shared sound was found."];
  const lines = sound.segments.flatMap((segment) => [...segmentWords(segment), ...indented(recordingWords(segment))]);
  return [...lines, ...leftWords(sound.segments, soundSpan(a), soundSpan(b))];
}

function segmentWords({ a, b, speed, boundsErrorSec, score }: PictureSegment | SoundSegment): string[] {
  const same = speed === 1 ? "at the same speed" : `B plays it ${speed.toFixed(speed > 0.98 && speed < 1.02 ? 4 : 2)} times as fast`;
  const where = `${spanWords(a)} of A is ${spanWords(b)} of B`;
  return [`${where}, ${same}; bounds within ${boundsErrorSec.toFixed(2)} s. Score ${score.toFixed(3)}.`];
}

function editWords({ mirrored, turnedDeg, tiltDeg, partOfA, partOfB, covered, edits, basis }: PictureSegment): string[] {
  const said: string[] = [];
  if (mirrored) said.push("Mirrored.");
  if (turnedDeg !== 0) said.push(`Turned ${turnedDeg} degrees clockwise.`);
  if (tiltDeg !== "unknown" && edits.includes("tilted")) said.push(`Tilted ${tiltDeg.toFixed(1)} degrees clockwise.`);
  if (edits.includes("filmed-from-a-screen")) said.push("Filmed from a screen, by the lines of the picture.");
  if (edits.includes("cropped") && partOfA !== "unknown") said.push(`B shows a part of A's picture: ${boxWords(partOfA)}.`);
  if ((edits.includes("bars") || edits.includes("picture-in-picture")) && partOfB !== "unknown")
    said.push(`It fills a part of B's frame: ${boxWords(partOfB)}.`);
  if (covered !== "unknown" && covered.length > 0) said.push(`Covered in B: ${covered.map(boxWords).join("; ")}.`);
  if (basis.frames > 0) said.push(`${basis.agreeing} of ${basis.frames} compared frames agree.`);
  return said;
}

function recordingWords({ sameRecording, pitch, speed, alsoFits, basis }: SoundSegment): string[] {
  const said: string[] = [
    {
      same: "One recording, used twice: the waveforms agree throughout.",
      open: "Whether it is one recording or two of the same sounds cannot be shown.",
      another: "Another recording of the same sounds.",
    }[sameRecording],
  ];
  if (speed !== 1) said.push(Math.abs(pitch - 1) < 0.01 ? "The pitch was kept." : `Tones are ${pitch.toFixed(2)} times as high.`);
  if (alsoFits.length > 0) said.push(`These places of A fit nearly as well: ${alsoFits.map(spanWords).join("; ")}.`);
  said.push(`${basis.landmarks} of ${basis.of} landmarks agree.`);
  return said;
}

/** "18.0 s of A are not in B", each way. */
function leftWords(
  segments: readonly { readonly a: Span; readonly b: Span }[],
  wholeA: Span | undefined,
  wholeB: Span | undefined,
): string[] {
  const sides = [
    ["A", "B", wholeA, segments.map(({ a }) => a)],
    ["B", "A", wholeB, segments.map(({ b }) => b)],
  ] as const;
  return sides.flatMap(([one, other, whole, taken]) => {
    if (whole === undefined) return [];
    const left = without(whole, taken, leastLeft);
    if (left.length === 0) return [`All of ${one} is in ${other}.`];
    const sum = left.reduce((total, span) => total + lengthOf(span), 0);
    return [`${secondsWords(sum)} of ${one} are not in ${other}: ${left.map(spanWords).join(", ")}.`];
  });
}

type Prints = Extract<FileRead["picture"], { state: "printed" }>["result"];

/** From the first frame to the end of the last one, which stays as long as the others do on average. */
function pictureSpan({ fromSec, toSec, frames }: Prints): Span {
  return { fromSec, toSec: frames < 2 ? toSec : toSec + (toSec - fromSec) / (frames - 1) };
}

function spanOf(picture: FileRead["picture"]): Span | undefined {
  return picture.state === "printed" && !picture.result.still ? pictureSpan(picture.result) : undefined;
}

function soundSpan({ sound }: FileRead): Span | undefined {
  if (sound.state !== "printed") return undefined;
  const { startSec, durationSec } = sound.result;
  return { fromSec: startSec, toSec: startSec + durationSec };
}

function absentWords(of: "a" | "b" | "both"): string {
  return { a: "A has", b: "B has", both: "A and B have" }[of];
}

function unfitWords(of: "a" | "b" | "both", why: string): string {
  return `${{ a: "A", b: "B", both: "A and B" }[of]}: ${why}`;
}

function boxWords({ x, y, width, height }: FrameBox): string {
  const percent = (part: number) => `${Math.round(part / 10_000)} %`;
  return `${percent(width)} of the width and ${percent(height)} of the height, from ${percent(x)} across and ${percent(y)} down`;
}

export function spanWords({ fromSec, toSec }: Span): string {
  return fromSec === toSec ? clock(fromSec) : `${clock(fromSec)} to ${clock(toSec)}`;
}

/** Minutes, seconds and hundredths. */
export function clock(sec: number): string {
  const hundredths = Math.round(Math.abs(sec) * 100);
  const minutes = Math.floor(hundredths / 6000);
  const rest = ((hundredths % 6000) / 100).toFixed(2).padStart(5, "0");
  return `${sec < 0 && hundredths > 0 ? "-" : ""}${minutes}:${rest}`;
}

function secondsWords(sec: number): string {
  return `${sec.toFixed(1)} s`;
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === "" ? "" : `  ${line}`));
}

/** A tier as SubRip: speakers in brackets before the words, as the format has no other place for them. */
import { withMarks } from "../../core/tier/plain-marks.ts";
import type { TierSegment } from "../../core/tier/tier.ts";
import type { TierToWrite, WrittenFile } from "../../core/tier/tier-file.ts";
import { createTold, type Told } from "../../core/tier/told.ts";
import { writeCueTime } from "../webvtt/cue-times.ts";
import { fileTimes } from "./file-times.ts";

export function writeSrt({ document, zeroMs }: TierToWrite): WrittenFile {
  const told = createTold("segment");
  const cues = document.segments.flatMap((segment) => cueOf(segment, zeroMs, told) ?? []);
  told.say("Which item, tier, version and language it is, who wrote and who reviewed it is not in the file");
  // CR and LF, as the program that the format is named after wrote them.
  return { text: cues.map((cue) => `${cue}\n\n`.replaceAll("\n", "\r\n")).join(""), notes: told.notes() };
}

function cueOf(segment: TierSegment, zeroMs: number, told: Told): string | undefined {
  const times = fileTimes(segment, zeroMs, told);
  if (times === undefined) return undefined;
  const [start, end] = times.map((ms) => writeCueTime(ms, ","));
  const marked = withMarks(segment);
  const plain = marked.replace(/\n{2,}/g, "\n").replace(/^\n|\n$/g, "");
  if (plain !== marked) told.add("# with empty lines, which are left out");
  // A line of words that reads as one of times would become a cue.
  const words = plain.replace(/-{1,2}>/g, "\u2192");
  if (words !== plain) told.add("# with an arrow in its words, which is written as another sign");
  if (/<|\{\\/.test(words)) told.add("# with signs in its words that players may take for markup");
  if (segment.speaker !== null) told.add("# with its speaker in brackets before the words");
  if (segment.language !== null) told.add("#: its own language is not in the file");
  if (segment.of !== null) told.add("#: which segment it is written from is not in the file");
  if (segment.box !== null) told.add("#: where the words stand on the picture is not in the file");
  if (segment.machine !== null) told.add("# marked as a machine's draft in its words; how sure the machine was is not in the file");
  return `${segment.id}\n${start} --> ${end}\n${segment.speaker === null ? "" : `[${segment.speaker}] `}${words}`;
}

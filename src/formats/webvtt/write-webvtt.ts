/** A tier as WebVTT: speakers as voices, the language of a segment as `lang`, and in words what the format has no place for. */
import { withMarks } from "../../core/tier/plain-marks.ts";
import type { TierSegment } from "../../core/tier/tier.ts";
import type { TierToWrite, WrittenFile } from "../../core/tier/tier-file.ts";
import { createTold, type Told } from "../../core/tier/told.ts";
import { escapeCueText } from "./cue-text.ts";
import { writeCueTime } from "./cue-times.ts";
import { fileTimes } from "../srt/file-times.ts";

export function writeWebvtt({ id, version, document, zeroMs }: TierToWrite): WrittenFile {
  const told = createTold("segment");
  const { sort, language, item, segments } = document;
  const cues = segments.flatMap((segment) => cueOf(segment, zeroMs, told) ?? []);
  told.say("Who wrote and who reviewed each segment is not in the file");
  const head = `WEBVTT\n\nNOTE ${sort} (${language}) of ${item}: tier ${id}, version ${version}`;
  return { text: `${[head, ...cues].join("\n\n")}\n`, notes: told.notes() };
}

function cueOf(segment: TierSegment, zeroMs: number, told: Told): string | undefined {
  const times = fileTimes(segment, zeroMs, told);
  if (times === undefined) return undefined;
  const [start, end] = times.map((ms) => writeCueTime(ms));
  // An empty line would end the cue.
  const words = withMarks(segment)
    .replace(/\n{2,}/g, "\n")
    .replace(/^\n|\n$/g, "");
  if (words !== withMarks(segment)) told.add("# with empty lines, which are left out");
  if (segment.of !== null) told.add("#: which segment it is written from is not in the file");
  if (segment.box !== null) told.add("#: where the words stand on the picture is not in the file");
  if (segment.machine !== null) told.add("# marked as a machine's draft in its words; how sure the machine was is not in the file");
  const spoken = segment.language === null ? escapeCueText(words) : `<lang ${segment.language}>${escapeCueText(words)}</lang>`;
  return `${segment.id}\n${start} --> ${end}\n${segment.speaker === null ? spoken : `<v ${segment.speaker}>${spoken}`}`;
}

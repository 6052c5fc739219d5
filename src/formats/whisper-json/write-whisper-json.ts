/** A tier in the shape of openai-whisper's JSON, for programs that read it. Numbers of a recogniser stand where there are any. */
import type { TierToWrite, WrittenFile } from "../../core/tier/tier-file.ts";
import { createTold } from "../../core/tier/told.ts";
import { fileTimes } from "../srt/file-times.ts";

export function writeWhisperJson({ document, zeroMs }: TierToWrite): WrittenFile {
  const told = createTold("segment");
  told.say("Whoever reads the file takes every word for a recogniser's: who wrote and who reviewed it is not in it");
  const segments = document.segments.flatMap((segment) => {
    const times = fileTimes(segment, zeroMs, told);
    if (times === undefined) return [];
    if (segment.alternatives.length > 0) told.add("#: what else the words may say is not in the file");
    if (segment.overlap) told.add("#: that somebody else speaks too is not in the file");
    if (segment.language !== null) told.add("#: its own language is not in the file");
    if (segment.of !== null) told.add("#: which segment it is written from is not in the file");
    if (segment.box !== null) told.add("#: where the words stand on the picture is not in the file");
    if ((segment.machine?.suspect.length ?? 0) > 0) told.add("#: why it may be an invention is not in the file");
    const [start, end] = times.map((ms) => ms / 1000);
    const confidence = segment.machine?.confidence ?? null;
    return [
      {
        ...{ id: segment.id, start, end, text: segment.text },
        ...(segment.speaker === null ? {} : { speaker: segment.speaker }),
        // Never the logarithm of nothing, which JSON cannot say.
        ...(confidence === null ? {} : { avg_logprob: Math.log(Math.max(confidence, 1e-9)) }),
      },
    ];
  });
  const text = segments.map((one) => one.text).join(" ");
  const task = document.sort === "translation" ? "translate" : "transcribe";
  return { text: `${JSON.stringify({ task, language: document.language, text, segments }, null, 1)}\n`, notes: told.notes() };
}

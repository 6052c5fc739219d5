/**
 * Prints of the sound that a player plays: docs/formats/sound-prints.md. Mono, on the container's own clock, gaps filled with
 * silence, so that a landmark's place is its time.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type SoundPrintResult, soundPrintsFileName } from "../../core/copies/print-result.ts";
import { soundRate } from "../../core/copies/sound-prints.ts";
import { encodeSoundPrints } from "../../formats/sound-prints/encode-sound-prints.ts";
import { failed, type Made, type Making } from "../child-contract.ts";
import type { MediaFile, ProbedStream } from "../ffmpeg/ask-ffprobe.ts";
import { seconds } from "../ffmpeg/ask-ffprobe.ts";
import { openMedia, signatureOf } from "../ffmpeg/open-media.ts";
import { readPackets } from "../ffmpeg/packet-table.ts";
import { type ProgramEnd, runProgram } from "../ffmpeg/run-program.ts";
import { safeInput } from "../ffmpeg/safe-input.ts";
import { audioStream } from "../probe/streams.ts";
import { createSampleReader } from "./sample-reader.ts";
import { soundPrintsOf } from "./sound-prints-of.ts";

const bytesPerSample = 4;
/** Longest sound that is printed; the decoder is stopped there. */
const longestSec = 12 * 3600;

export async function soundPrint(making: Making): Promise<Made> {
  const { signature } = await signatureOf(making.object);
  if (signature?.family === "picture") return failed("no-stream", `sound-print: expected a sound stream; found ${signature.says}`);
  const media = await openMedia(making);
  if ("state" in media) return media;
  const { file, sound } = media;
  if (sound === undefined) return failed("no-stream", "sound-print: expected a sound stream; found none");
  const span = (await readPackets(file, { stream: undefined, ignoreEditList: false })).spans.get(sound.index);
  const stated = audioStream(sound, span);
  const startSec = stated.startSec === "unknown" ? 0 : stated.startSec;
  const lengthSec = stated.durationSec === "unknown" ? (seconds(media.probed.format.duration) ?? 0) : stated.durationSec;
  const printing = soundPrintsOf({ startSec });
  let samples = 0;
  let told = 0;
  const reader = createSampleReader((some) => {
    printing.add(some);
    samples += some.length;
    const done = lengthSec > 0 ? samples / soundRate / lengthSec : 0;
    if (done - told < 0.02) return;
    told = done;
    making.onProgress(done);
  });
  const end = await decodeMono(file, sound, startSec, reader);
  if (end.missing) return failed("program-missing", "sound-print: expected ffmpeg on this machine; found none");
  if (samples === 0) return failed("crashed", `sound-print: expected sound that can be decoded; found: ${end.said || "none"}`);
  const prints = printing.end();
  await writeFile(join(making.folder, soundPrintsFileName), encodeSoundPrints(prints));
  const result: SoundPrintResult = {
    format: "witnessmark-sound-prints-v1",
    file: soundPrintsFileName,
    startSec: prints.startSec,
    durationSec: prints.durationSec,
    landmarks: prints.times.length,
    audible: prints.audible,
    notRead: notRead(end),
  };
  return { state: "done", result, files: [{ name: soundPrintsFileName, mediaType: "application/octet-stream" }] };
}

function notRead({ code, said, tooMuch }: ProgramEnd): string {
  if (tooMuch) return `Sound after the first ${longestSec / 3600} hours was not read.`;
  if (code !== 0) return `The decoder stopped before the end of the file${said === "" ? "" : `: ${said}`}.`;
  return said === "" ? "" : `The file is damaged in places: ${said}.`;
}

function decodeMono(file: MediaFile, stream: ProbedStream, startSec: number, onSamples: (chunk: Buffer) => void): Promise<ProgramEnd> {
  const filters = `asetpts=PTS-(${startSec})/TB,aresample=${soundRate}:async=1:first_pts=0`;
  const args = [
    ...["-v", "error", "-nostdin", "-threads", "1", "-copyts", ...safeInput(file.demuxer), "-i", file.path, "-map", `0:${stream.index}`],
    ...["-vn", "-sn", "-dn", "-af", filters, "-flags", "bitexact", "-ac", "1", "-ar", String(soundRate)],
    ...["-c:a", "pcm_f32le", "-f", "f32le", "pipe:1"],
  ];
  const mostOutput = longestSec * soundRate * bytesPerSample;
  return runProgram(file.ffmpeg, args, { inputPath: file.path, onOutput: onSamples, mostOutput });
}

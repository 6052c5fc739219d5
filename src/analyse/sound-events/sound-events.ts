/** The analyser of impulsive sounds: decodes at the stream's own rate, so that neither a crack nor a clipped sample is smoothed away. */
import { mostSoundEvents, type SoundEvent, type SoundEventsResult } from "../../core/sound-events/sound-events.ts";
import { failed, type Made, type Making } from "../child-contract.ts";
import { type MediaFile, type ProbedStream, seconds } from "../ffmpeg/ask-ffprobe.ts";
import { openMedia, signatureOf } from "../ffmpeg/open-media.ts";
import { readPackets } from "../ffmpeg/packet-table.ts";
import { type ProgramEnd, runProgram } from "../ffmpeg/run-program.ts";
import { safeInput } from "../ffmpeg/safe-input.ts";
import { audioStream } from "../probe/streams.ts";
import { createSampleReader } from "../sound-print/sample-reader.ts";
import { createImpulseFinder } from "./find-impulses.ts";
import { keepLoudest } from "./keep-loudest.ts";
import { manyChannels } from "./many-channels.ts";

/** Above this nothing is gained; below 4,000 there is hardly a band left. */
const mostRate = 48_000;
const leastRate = 4000;
/** Longest sound that is read; the decoder is stopped there. */
const longestSec = 24 * 3600;
/** -0.1 dB: where a recorder's limit ends up after a lossy codec. */
const fullScale = 0.989;

export async function soundEvents(making: Making): Promise<Made> {
  const { signature } = await signatureOf(making.object);
  if (signature?.family === "picture") return failed("no-stream", `sound-events: expected a sound stream; found ${signature.says}`);
  const media = await openMedia(making);
  if ("state" in media) return media;
  const { file, sound } = media;
  if (sound === undefined) return failed("no-stream", "sound-events: expected a sound stream; found none");
  const span = (await readPackets(file, { stream: undefined, ignoreEditList: false })).spans.get(sound.index);
  const stated = audioStream(sound, span);
  const startSec = stated.startSec === "unknown" ? 0 : stated.startSec;
  const lengthSec = stated.durationSec === "unknown" ? (seconds(media.probed.format.duration) ?? 0) : stated.durationSec;
  const rate = Math.min(mostRate, Math.max(leastRate, stated.sampleRate));
  const channels = Math.max(1, stated.channels);
  const listen = async (of: "sum" | "difference", from: number) => {
    const loudest = keepLoudest<SoundEvent>(mostSoundEvents, ({ overBackgroundDb }) => overBackgroundDb);
    const finder = createImpulseFinder({ rate, startSec }, loudest.add);
    const heard = manyChannels(channels, of, (sample, largest) => finder.add(sample, largest >= fullScale, largest));
    let told = from;
    const reader = createSampleReader((some) => {
      heard.add(some);
      const done = lengthSec > 0 ? Math.max(from, finder.samples() / rate / lengthSec) : 0;
      if (done - told < 0.02) return;
      told = done;
      making.onProgress(done);
    });
    return { end: await decode(file, sound, { startSec, rate, channels }, reader), loudest, finder, heard };
  };
  const summed = await listen("sum", 0);
  // A lead that is turned over takes from the sum all that is to be heard.
  const { end, loudest, finder } = summed.heard.mostIsInTheOther() ? await listen("difference", 1) : summed;
  if (end.missing) return failed("program-missing", "sound-events: expected ffmpeg on this machine; found none");
  if (finder.samples() === 0) return failed("crashed", `sound-events: expected sound that can be decoded; found: ${end.said || "none"}`);
  finder.end();
  const result: SoundEventsResult = {
    format: "witnessmark-sound-events-v1",
    startSec,
    durationSec: finder.samples() / rate,
    sampleRate: rate,
    events: loudest.kept().toSorted((one, other) => one.atSec - other.atSec),
    notListed: loudest.left(),
    clippedSec: Number(finder.clippedSec().toFixed(3)),
    notRead: notRead(end),
  };
  return { state: "done", result, files: [] };
}

function notRead({ code, said, tooMuch }: ProgramEnd): string {
  if (tooMuch) return `Sound after the first ${longestSec / 3600} hours was not read.`;
  if (code !== 0) return `The decoder stopped before the end of the file${said === "" ? "" : `: ${said}`}.`;
  return said === "" ? "" : `The file is damaged in places: ${said}.`;
}

interface Decoding {
  readonly startSec: number;
  readonly rate: number;
  readonly channels: number;
}

/** All channels as they are: a decoder that adds them up hides which were clipped. Gaps in the packets become silence, so that a sample's place is its time. */
function decode(
  file: MediaFile,
  stream: ProbedStream,
  { startSec, rate, channels }: Decoding,
  onOutput: (chunk: Buffer) => void,
): Promise<ProgramEnd> {
  const filters = `asetpts=PTS-(${startSec})/TB,aresample=${rate}:async=1:first_pts=0`;
  const args = [
    ...["-v", "error", "-nostdin", "-threads", "1", "-copyts", ...safeInput(file.demuxer), "-i", file.path, "-map", `0:${stream.index}`],
    ...["-vn", "-sn", "-dn", "-af", filters, "-flags", "bitexact", "-ar", String(rate)],
    ...["-c:a", "pcm_f32le", "-f", "f32le", "pipe:1"],
  ];
  return runProgram(file.ffmpeg, args, { inputPath: file.path, onOutput, mostOutput: longestSec * rate * channels * 4 });
}

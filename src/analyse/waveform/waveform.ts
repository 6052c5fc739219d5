/**
 * Peaks of the mono mix: lowest and highest sample of each bin, at the stream's own rate, so that a crack of a few
 * samples is not smoothed away. The first bin starts where the sound starts on the player's clock.
 */
import { failed, type Made, type Making } from "../child-contract.ts";
import type { MediaFile, ProbedStream } from "../ffmpeg/ask-ffprobe.ts";
import { seconds } from "../ffmpeg/ask-ffprobe.ts";
import { openMedia } from "../ffmpeg/open-media.ts";
import { readPackets } from "../ffmpeg/packet-table.ts";
import { runProgram } from "../ffmpeg/run-program.ts";
import { safeInput } from "../ffmpeg/safe-input.ts";
import { audioStream } from "../probe/streams.ts";
import { createPeaks } from "./peaks.ts";

/** Shortest bin, and how many bins at most: a longer sound gets longer bins. */
const leastBinSec = 0.005;
const mostBins = 30_000;
/** Ten hours at 192 kHz in 16 bits. */
const mostOutput = 16 * 1024 * 1024 * 1024;

export async function waveform(making: Making): Promise<Made> {
  const media = await openMedia(making);
  if ("state" in media) return media;
  const { file, sound } = media;
  if (sound === undefined) return { state: "done", result: { startSec: 0, binSec: leastBinSec, peaks: [], sound: false }, files: [] };
  const span = (await readPackets(file, { stream: undefined, ignoreEditList: false })).spans.get(sound.index);
  const { sampleRate, startSec, durationSec } = audioStream(sound, span);
  if (sampleRate <= 0) return failed("not-media", "waveform: expected a sample rate; found none");
  const start = startSec === "unknown" ? 0 : startSec;
  const length = durationSec === "unknown" ? (seconds(media.probed.format.duration) ?? 0) : durationSec;
  const samplesPerBin = Math.max(1, Math.ceil(sampleRate * Math.max(leastBinSec, length / mostBins)));
  const peaks = createPeaks(samplesPerBin, mostBins * 2);
  const total = Math.max(1, length * sampleRate);
  let told = 0;
  const said = await decodeMono(file, sound, start, (chunk) => {
    peaks.add(chunk);
    const done = peaks.samples() / total;
    if (done - told < 0.02) return;
    told = done;
    making.onProgress(done);
  });
  if (peaks.samples() === 0) return failed("crashed", `waveform: expected sound that can be decoded; found: ${said || "none"}`);
  // Sound alone starts at 0 on a player's clock, wherever its container puts it.
  const result = {
    startSec: media.video === undefined ? 0 : start,
    binSec: samplesPerBin / sampleRate,
    peaks: peaks.values(),
    sound: true,
  };
  return { state: "done", result, files: [] };
}

async function decodeMono(file: MediaFile, stream: ProbedStream, startSec: number, onSamples: (chunk: Buffer) => void): Promise<string> {
  // Gaps in the packets become silence, so that a bin's place is its time.
  const filters = `asetpts=PTS-(${startSec})/TB,aresample=async=1:first_pts=0`;
  const args = [
    ...["-v", "error", "-nostdin", "-threads", "1", "-copyts", ...safeInput(file.demuxer), "-i", file.path, "-map", `0:${stream.index}`],
    ...["-vn", "-sn", "-dn", "-af", filters, "-flags", "bitexact", "-ac", "1", "-c:a", "pcm_s16le", "-f", "s16le", "pipe:1"],
  ];
  return (await runProgram(file.ffmpeg, args, { inputPath: file.path, onOutput: onSamples, mostOutput })).said;
}

/**
 * The child's side of decoding a sound for a recogniser: mono, 16 kHz, on the item's own clock, gaps filled with silence, with its
 * level beside it. Recognisers never see the original: only samples that are written here.
 */
import { closeSync, openSync, writeSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { isatty } from "node:tty";
import { createLevelMeter, speechRate } from "../../core/recogniser/sound-levels.ts";
import { bytesPerSample } from "../../core/recogniser/wav.ts";
import { endWithParent } from "../end-with-parent.ts";
import { seconds } from "../ffmpeg/ask-ffprobe.ts";
import { openMedia, signatureOf } from "../ffmpeg/open-media.ts";
import { readPackets } from "../ffmpeg/packet-table.ts";
import { runProgram } from "../ffmpeg/run-program.ts";
import { safeInput } from "../ffmpeg/safe-input.ts";
import { audioStream } from "../probe/streams.ts";
import { levelsFile, samplesFile, type SoundLine, SoundRequest } from "./sound-contract.ts";

/** The decoder is stopped there. */
const longestSec = 12 * 3600;
const fullScale = 32_768;

if (isatty(0)) throw new Error("this program is started by another one, with a request on its standard input");
const request = SoundRequest.parse(JSON.parse(await text(process.stdin)));
endWithParent(request.parent, request.folder);
const say = (line: SoundLine) => process.stdout.write(`${JSON.stringify(line)}\n`);
say(await decode(request));

async function decode({ path, folder, fromSec, toSec, ffmpeg, ffprobe }: SoundRequest): Promise<SoundLine> {
  const { signature } = await signatureOf(path);
  if (signature?.family === "picture") return refused(`expected a recording with sound; found ${signature.says}`);
  const making = { analyser: "waveform", object: path, folder, nameHint: "", parameters: {}, ffmpeg, ffprobe } as const;
  const media = await openMedia({ ...making, onProgress: () => undefined });
  if ("state" in media) return refused(media.failure.message.replace(/^waveform: /, ""), media.failure.code);
  const { file, sound } = media;
  if (sound === undefined) return refused("expected a recording with sound; found one without");
  const stated = audioStream(sound, (await readPackets(file, { stream: undefined, ignoreEditList: false })).spans.get(sound.index));
  const soundStart = stated.startSec === "unknown" ? 0 : stated.startSec;
  const lengthSec = stated.durationSec === "unknown" ? (seconds(media.probed.format.duration) ?? 0) : stated.durationSec;
  const from = Math.max(0, (fromSec ?? soundStart) - soundStart);
  const to = toSec === null ? undefined : toSec - soundStart;
  if (to !== undefined && to <= from) return refused("expected an end after the start; found none of the sound between them");
  const startSec = soundStart + from;

  const meter = createLevelMeter(startSec);
  const out = openSync(join(folder, samplesFile), "wx", 0o600);
  let samples = 0;
  let odd = Buffer.alloc(0);
  let told = 0;
  const wholeSec = Math.max(0.01, (to ?? lengthSec) - from);
  const end = await runProgram(
    file.ffmpeg,
    [
      ...["-v", "error", "-nostdin", "-threads", "1", "-copyts", ...safeInput(file.demuxer), "-i", file.path, "-map", `0:${sound.index}`],
      ...["-vn", "-sn", "-dn", "-af", filters(soundStart, from, to), "-flags", "bitexact", "-ac", "1", "-ar", String(speechRate)],
      ...["-c:a", "pcm_s16le", "-f", "s16le", "pipe:1"],
    ],
    {
      inputPath: file.path,
      mostOutput: longestSec * speechRate * bytesPerSample,
      onOutput(chunk) {
        const bytes = odd.length === 0 ? chunk : Buffer.concat([odd, chunk]);
        const whole = bytes.length - (bytes.length % bytesPerSample);
        odd = Buffer.from(bytes.subarray(whole));
        const values = new Float32Array(whole / bytesPerSample);
        for (let n = 0; n < values.length; n++) values[n] = bytes.readInt16LE(n * bytesPerSample) / fullScale;
        meter.add(values);
        samples += values.length;
        // At once, so that a slow disk slows the decoder and fills no memory.
        for (let at = 0; at < whole;) at += writeSync(out, bytes, at, whole - at);
        const done = samples / speechRate / wholeSec;
        if (done - told < 0.02) return;
        told = done;
        say({ type: "progress", done: Math.min(1, done) });
      },
    },
  );
  closeSync(out);
  if (end.missing) return refused("expected ffmpeg on this machine; found none", "program-missing");
  if (samples === 0) return refused(`expected sound that can be decoded; found: ${end.said || "none in this part"}`);
  const { levelDb, voiced } = meter.end();
  await writeFile(join(folder, levelsFile), Buffer.concat([Buffer.from(levelDb.buffer), voiced]), { mode: 0o600 });
  return { type: "end", startSec, samples, frames: levelDb.length, notRead: notReadOf(end) };
}

/**
 * Resampled on the clock of the container before a part is cut out: the part begins where it is said to begin. Gaps from 20 ms on are
 * filled; unasked, a tenth of a second is let pass, and words after several of them would stand too early.
 */
function filters(soundStart: number, from: number, to: number | undefined): string {
  const onClock = `asetpts=PTS-(${soundStart})/TB,aresample=${speechRate}:async=1:min_hard_comp=0.02:first_pts=0`;
  if (from === 0 && to === undefined) return onClock;
  return `${onClock},atrim=start=${from.toFixed(6)}${to === undefined ? "" : `:end=${to.toFixed(6)}`}`;
}

function notReadOf({ code, said, tooMuch }: { code: number | null; said: string; tooMuch: boolean }): string {
  if (tooMuch) return `Sound after the first ${longestSec / 3600} hours was not read.`;
  if (code !== 0) return `The decoder stopped before the end of the file${said === "" ? "" : `: ${said}`}.`;
  return said === "" ? "" : `The file is damaged in places: ${said}.`;
}

function refused(message: string, code = ""): SoundLine {
  return { type: "refused", code: code === "program-missing" ? "PROGRAM_MISSING" : "INPUT_INVALID", message: `the sound: ${message}` };
}

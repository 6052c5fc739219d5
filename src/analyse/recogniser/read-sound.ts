/** Decodes a recording's sound in a child and hands it out in pieces; nothing of it stays when its user is done. */
import { mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CaseError } from "../../core/case/case-error.ts";
import { levelStepSec, speechRate } from "../../core/recogniser/sound-levels.ts";
import type { SpeechSound, SpeechSoundReader } from "../../core/recogniser/speech-sound.port.ts";
import { bytesPerSample, wavHead } from "../../core/recogniser/wav.ts";
import { findIsolation } from "../isolation.ts";
import { listenToChild } from "../listen-to-child.ts";
import { namingRoom, shortOfRoom, watchRoom } from "../scratch-room.ts";
import { startChild } from "../start-child.ts";
import { levelsFile, samplesFile, SoundLine, type SoundRequest } from "./sound-contract.ts";

const childScript = fileURLToPath(new URL("sound-child.ts", import.meta.url));
/** A packet table of ten hours is read without a word. */
const silenceMs = 600_000;

type Ended = Extract<SoundLine, { type: "end" }>;

export function createSoundReader({
  scratch = tmpdir(),
  ffmpeg = "ffmpeg",
  ffprobe = "ffprobe",
}: { readonly scratch?: string; readonly ffmpeg?: string; readonly ffprobe?: string } = {}): SpeechSoundReader {
  return {
    async read(request, { signal, onProgress }, use) {
      const folder = await mkdtemp(join(scratch, "witnessmark-sound-")).catch(namingRoom);
      const room = watchRoom(folder);
      try {
        const asked: SoundRequest = { ...request, folder, ffmpeg, ffprobe, parent: process.pid };
        const child = startChild({ script: childScript, folder, prefix: findIsolation().prefix, request: asked });
        let ended: Ended | undefined;
        await listenToChild(child, { name: "the sound", signal, silenceMs }, (said) => {
          const line = SoundLine.parse(said);
          if (line.type === "progress") onProgress(line.done);
          else if (line.type === "refused") throw new CaseError(line.code, line.message);
          else ended = line;
          return line.type === "end";
        }).catch(async (error: unknown) => {
          throw (await room.wasShort()) ? shortOfRoom(error) : error;
        });
        if (signal.aborted || ended === undefined) return undefined;
        return await use(await soundIn(folder, ended));
      } finally {
        room.stop();
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

async function soundIn(folder: string, { startSec, samples, frames, notRead }: Ended): Promise<SpeechSound> {
  const bytes = await readFile(join(folder, levelsFile));
  // The child is not trusted to have written what it says.
  if (bytes.length !== frames * 5) throw new Error(`the sound: expected ${frames} levels; found ${bytes.length} bytes`);
  const levelDb = new Float32Array(frames);
  for (let n = 0; n < frames; n++) levelDb[n] = bytes.readFloatLE(n * 4);
  const at = (sec: number) => Math.min(samples, Math.max(0, Math.round((sec - startSec) * speechRate)));
  let count = 0;
  return {
    span: { startSec, endSec: startSec + Math.min(samples / speechRate, frames * levelStepSec) },
    levels: { startSec, levelDb, voiced: new Uint8Array(bytes.subarray(frames * 4)) },
    notRead,
    async piece(span) {
      const [from, to] = [at(span.startSec), at(span.endSec)];
      const part = Buffer.alloc((to - from) * bytesPerSample);
      const handle = await open(join(folder, samplesFile));
      try {
        const { bytesRead } = await handle.read(part, 0, part.length, from * bytesPerSample);
        if (bytesRead !== part.length) throw new Error(`the sound: expected ${part.length} bytes of a piece; found ${bytesRead}`);
      } finally {
        await handle.close();
      }
      // One name for each piece: programs name what they write by it.
      const path = join(folder, `piece-${++count}.wav`);
      await writeFile(path, Buffer.concat([wavHead(part.length), part]), { mode: 0o600 });
      return path;
    },
  };
}

/** The guards on people's voices: none of what is said is taken for silence or for noise, and what is written into the pauses is. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { createSoundReader } from "../../src/analyse/recogniser/read-sound.ts";
import { type HeardWords, judgeHeard } from "../../src/core/recogniser/judge-heard.ts";
import { quietOf } from "../../src/core/recogniser/quiet.ts";
import type { SpeechSound } from "../../src/core/recogniser/speech-sound.port.ts";
import { fixturesFolder, needs } from "../../scripts/testing/needs.ts";

const programs = ["ffmpeg", "ffprobe"];
const voices = fileURLToPath(new URL("../../scripts/sample/voice", import.meta.url));

async function soundOf(path: string, use: (sound: SpeechSound) => void): Promise<void> {
  const { signal } = new AbortController();
  const control = { signal, onProgress: () => undefined };
  const used = await createSoundReader().read({ path, fromSec: null, toSec: null }, control, async (sound) => {
    use(sound);
    return true;
  });
  assert.equal(used, true);
}

function textAt(sound: SpeechSound, startSec: number, endSec: number): string {
  const words: HeardWords = { startSec, endSec, text: "words", words: [], confidence: 0.9, language: null, suspect: [], given: sound.span };
  const ground = { levels: sound.levels, quiet: quietOf(sound.levels), events: [] };
  return judgeHeard([words], ground)[0]?.text ?? "none";
}

describe("guards on real speech", () => {
  it(
    "an old recording of a speech keeps each of its phrases",
    { skip: needs({ programs, fixtures: "whisper/tests/jfk.flac" }) },
    async () => {
      await soundOf(fixturesFolder("whisper/tests/jfk.flac"), (sound) => {
        for (const [from, to] of [
          [0.3, 2.2],
          [3.3, 4.3],
          [5.4, 7.6],
          [8.2, 10.4],
        ] as const) {
          assert.equal(textAt(sound, from, to), "words", `${from} to ${to} s`);
          // Half-second words within a phrase stand too.
          for (let at = from; at + 0.5 <= to; at += 0.25) assert.equal(textAt(sound, at, at + 0.5), "words", `${at.toFixed(2)} s`);
        }
        for (const [from, to] of [
          [2.6, 3.1],
          [4.6, 5.2],
        ] as const)
          assert.equal(textAt(sound, from, to), "", `the pause at ${from} s`);
      });
    },
  );

  for (const file of ["announcement-en.opus", "announcement-uk.opus"])
    it(`the sample's voice keeps its words: ${file}`, { skip: needs({ programs }) }, async () => {
      await soundOf(join(voices, file), (sound) => {
        const { startSec, endSec } = sound.span;
        let kept = 0;
        let all = 0;
        for (let at = startSec; at + 1 <= endSec; at += 0.5) {
          all++;
          if (textAt(sound, at, at + 1) === "words") kept++;
        }
        assert.equal(kept, all, "a second of somebody speaking is neither silence nor noise");
      });
    });
});

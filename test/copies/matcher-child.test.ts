/** Comparing prints in a child: what it hands on, what it says of what cannot be compared, and what it refuses. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { createCopyMatcher } from "../../src/analyse/copies/run-matcher.ts";
import type { Printed } from "../../src/core/copies/copy-matcher.port.ts";
import type { PairComparison } from "../../src/core/copies/segment-match.ts";
import type { Digest } from "../../src/core/hash/digest.ts";
import { analyseFile } from "../hostile-media/analyse-file.ts";
import { asH264, type Clips, clipsFolder, streetClip } from "./make-clips.ts";

const skip = needs({ programs: ["ffmpeg", "ffprobe"] });
let clips: Clips;
let street: Printed;
let made = 0;

before(async () => {
  if (skip !== false) return;
  clips = clipsFolder("matcher");
  await streetClip(clips, "street", 8, 3);
  street = await printsOf(clips.path("street.mp4"));
});
after(() => clips?.remove());

async function printsOf(path: string): Promise<Printed> {
  const object = `sha256:${String(made++).padStart(64, "0")}` as Digest;
  const keep = async (analyser: "frame-print" | "sound-print", name: string) => {
    const bytes = (await analyseFile(analyser, path)).files.get(name);
    if (bytes === undefined) return null;
    writeFileSync(clips.path(`${made}.${name}`), bytes);
    return clips.path(`${made}.${name}`);
  };
  return { object, framePrints: await keep("frame-print", "frames.prints"), soundPrints: await keep("sound-print", "sound.prints") };
}

async function pairs(
  known: Printed[],
  fresh: Printed[],
  everyPair = false,
  signal = new AbortController().signal,
): Promise<PairComparison[]> {
  const found: PairComparison[] = [];
  const control = { signal, onProgress: () => undefined };
  await createCopyMatcher({ everyPair }).compare({ known, fresh }, control, async (pair) => void found.push(pair));
  return found;
}

describe("the child that compares prints", { skip }, () => {
  it("hands on each pair that shares something once, in order, and none that shares nothing", async () => {
    const other = await printsOf(clips.make("other.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=10:d=4", ...asH264));
    const part = clips.make("part.mp4", "-ss", "2", "-t", "5", "-i", clips.path("street.mp4"), ...asH264, "-c:a", "aac");
    const copy = await printsOf(part);
    const over = ["-f", "lavfi", "-i", "testsrc=s=320x180:r=10:d=8", "-i", clips.path("street.mp4"), "-map", "0:v", "-map", "1:a"];
    const dubbed = await printsOf(clips.make("dubbed.mp4", ...over, ...asH264, "-c:a", "aac"));
    const found = await pairs([street], [other, copy, dubbed]);
    assert.deepEqual(
      found.map(({ a, b, signs }) => [a, b, signs]),
      [
        [street.object, copy.object, []],
        [street.object, dubbed.object, ["re-used-sound"]],
        [copy.object, dubbed.object, ["re-used-sound"]],
      ],
    );
    const inFull = await pairs([street], [other, copy, dubbed], true);
    assert.deepEqual(
      inFull.filter(({ a, b }) => found.some((pair) => pair.a === a && pair.b === b)),
      found,
      "comparing everything in full says the same",
    );
    assert.equal(inFull.length, 6);
    assert.deepEqual(await pairs([street], []), []);
  });

  it("of a camera on which nothing moves, of black pictures and of missing channels says so", async () => {
    const still = clips.make("still.png", "-ss", "3", "-i", clips.path("street.mp4"), "-frames:v", "1");
    const loop = ["-framerate", "0.1", "-loop", "1", "-i", still, "-t", "7200"];
    const camera = await printsOf(clips.make("camera.mp4", ...loop, ...asH264));
    const black = await printsOf(clips.make("black.mp4", "-f", "lavfi", "-i", "color=black:s=64x64:r=5:d=1", ...asH264));
    const sound = await printsOf(clips.make("sound.wav", "-i", clips.path("street.mp4"), "-vn"));
    const all = await pairs([street], [camera, black, sound], true);
    const of = (b: Printed) => all.find((pair) => pair.a === street.object && pair.b === b.object);
    const ofCamera = of(camera);
    assert.ok(ofCamera?.picture.state === "unfit" && ofCamera.picture.of === "b");
    assert.match(ofCamera.picture.why, /stands still from beginning to end/);
    assert.deepEqual(ofCamera.sound, { state: "absent", of: "b" });
    const [ofBlack, ofSound] = [of(black), of(sound)];
    assert.ok(ofBlack?.picture.state === "unfit" && ofBlack.picture.why.startsWith("No frame holds anything"));
    assert.deepEqual(ofSound?.picture, { state: "absent", of: "b" });
    assert.ok(ofSound?.sound.state === "compared" && ofSound.sound.segments.length > 0);
    assert.deepEqual(ofSound.signs, []);
  });

  it("names the object whose prints cannot be read, and reads no other file", async () => {
    const bytes = readFileSync(street.framePrints as string);
    writeFileSync(clips.path("short.prints"), bytes.subarray(0, bytes.length / 2));
    const short = { ...street, object: `sha256:${"5".repeat(64)}` as Digest, framePrints: clips.path("short.prints") };
    await assert.rejects(pairs([street], [short]), (error: Error) => error.message.includes(short.object));
  });

  it("ends when it is stopped", async () => {
    const stop = new AbortController();
    stop.abort();
    assert.deepEqual(await pairs([street], [{ ...street, object: `sha256:${"6".repeat(64)}` as Digest }], true, stop.signal), []);
  });
});

/** The offset of two videos by light and movement, measured as the program does: from files, through its children. */
import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, truncateSync, writeFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { createSyncMeasurer } from "../../src/analyse/sync-measure/run-measurer.ts";
import { lightEvents } from "../../src/analyse/sync-picture/light-events.ts";
import { decodePictureFeatures } from "../../src/analyse/sync-picture/picture-features.ts";
import type { FeatureCache, FilesMeasured, MeasureControl, MeasureProgress } from "../../src/core/sync/measurer.port.ts";
import type { PairMeasurement } from "../../src/core/sync/pair-measurement.ts";
import { analyseFile, testFolder } from "../hostile-media/analyse-file.ts";
import { room, withCracks, writeWav } from "../sound-events/made-sounds.ts";
import { flashesAt, makeVideo } from "./made-videos.ts";

const skip = needs({ programs: ["ffmpeg", "ffprobe"] });
const lights = [3.31, 5.02, 6.94, 9.77, 10.9, 13.46, 15.05];
const uneven = (eventS: number): number => 12 * Math.sin(eventS * 2.1) + 9 * Math.sin(eventS ** 2 / 3);

let folder: Awaited<ReturnType<typeof testFolder>>;
/** Two views of one event, one that shares nothing with them, and files that nothing can be measured of. */
const files: { readonly id: string; readonly path: string }[] = [];
const seen: MeasureProgress[] = [];
let measured: FilesMeasured;

async function measure(ids: readonly string[], control: Partial<MeasureControl> = {}): Promise<FilesMeasured | undefined> {
  const wanted = files.filter(({ id }) => ids.includes(id));
  return createSyncMeasurer().measure(wanted, { signal: new AbortController().signal, onProgress: () => undefined, ...control });
}
const pairOf = (a: string, b: string): PairMeasurement => {
  const found = measured.pairs.find((pair) => pair.a === a && pair.b === b);
  assert.ok(found, `${a} and ${b}`);
  return found.measurement;
};
const readOf = (id: string) => measured.files.find((file) => file.id === id);

describe("recordings that a person names", { skip }, () => {
  before(async () => {
    folder = await testFolder("sync-picture");
    const at = (id: string, name: string) => {
      files.push({ id, path: folder.path(name) });
      return folder.path(name);
    };
    const lightAt = flashesAt(lights);
    await Promise.all([
      makeVideo(at("steady", "steady.mp4"), { lightAt, placeAt: uneven, fromS: 0, lengthS: 18, rate: 25, seed: 1 }),
      makeVideo(at("uneven", "uneven.mkv"), {
        ...{ lightAt: (eventS) => 0.5 * lightAt(eventS), fromS: 2.2, lengthS: 15, rate: 30, seed: 2 },
        words: ["-vf", "select='not(eq(mod(n,7),3))'", "-vsync", "vfr"],
      }),
      makeVideo(at("other", "other.mp4"), { lightAt: flashesAt([1.7, 4.4, 8.15, 11.01, 12.9]), fromS: 0, lengthS: 15, rate: 25, seed: 3 }),
      makeVideo(at("short", "short.mp4"), { lightAt, fromS: 3, lengthS: 1, rate: 25, seed: 4 }),
    ]);
    const cracks = Array.from({ length: 12 }, (_, n) => ({ atSec: 1 + n * 1.1 + (n % 3) * 0.17, peak: 0.5, seed: n + 2 }));
    writeWav(at("sound", "sound.wav"), withCracks(room(16, 0.01), cracks));
    copyFileSync(folder.path("steady.mp4"), at("broken", "broken.mp4"));
    truncateSync(folder.path("broken.mp4"), 3000);
    writeFileSync(at("words", "words.txt"), "no recording");
    files.push({ id: "gone", path: folder.path("gone.mp4") });
    const found = await measure(
      files.map(({ id }) => id),
      { picture: "where-sound-refuses", onProgress: (progress) => seen.push(progress) },
    );
    assert.ok(found);
    measured = found;
  });
  after(() => folder.remove());

  it("gives the offset of two silent videos by the flashes that both show, though frames are missing in one", () => {
    const measurement = pairOf("steady", "uneven");
    assert.ok(measurement.state === "measured", JSON.stringify(measurement));
    assert.equal(measurement.channel, "picture");
    const { offsetS, plusMinusS, at } = measurement.offset;
    assert.ok(Math.abs(offsetS - 2.2) <= plusMinusS, `found ${offsetS} +- ${plusMinusS}`);
    assert.ok(plusMinusS >= 0.02 + 1 / 60, "half a frame of both at least");
    assert.ok(Math.abs(at.a - at.b - offsetS) < 1e-9);
    assert.ok(measurement.wrong > 0 && measurement.wrong < 0.05);
  });

  it("gives none for videos that share nothing, and says that nothing is common", () => {
    for (const id of ["steady", "uneven"]) {
      const measurement = pairOf(id, "other");
      assert.ok(measurement.state === "refused" && measurement.reason === "nothing-common", JSON.stringify(measurement));
    }
  });

  it("says too short, no picture, no sound where that is why, and which file could not be read and how", () => {
    const reason = (a: string, b: string) => {
      const measurement = pairOf(a, b);
      return measurement.state === "refused" ? measurement.reason : "measured";
    };
    assert.equal(reason("steady", "short"), "too-short");
    assert.equal(reason("steady", "sound"), "no-sound");
    assert.equal(reason("sound", "words"), "unread");
    assert.deepEqual(readOf("steady"), { id: "steady", sound: { state: "none" }, picture: { state: "read" } });
    for (const id of ["broken", "words", "gone"]) {
      const read = readOf(id);
      assert.ok(read?.sound.state === "failed" || read?.sound.state === "none", JSON.stringify(read));
      assert.ok(read.picture.state === "failed", JSON.stringify(read));
      assert.doesNotMatch(read.picture.failure.message, /witnessmark-sync/, "no path of the file");
    }
  });

  it("tells every pair once, in the order of the list, and how far it is in files and pairs", () => {
    const ids = files.map(({ id }) => id);
    assert.deepEqual(
      measured.pairs.map(({ a, b }) => `${a} ${b}`),
      ids.flatMap((a, n) => ids.slice(n + 1).map((b) => `${a} ${b}`)),
    );
    for (const { done, of, share } of seen) assert.ok(done <= of && share >= 0 && share <= 1);
    assert.deepEqual(
      [...new Set(seen.map(({ doing }) => doing))],
      ["reading-sound", "comparing-sound", "reading-picture", "comparing-picture"].filter((doing) =>
        seen.some((one) => one.doing === doing),
      ),
    );
    assert.equal(seen.at(-1)?.share, 1);
    assert.match(measured.versions.decoder, /^ffmpeg /);
  });

  it("goes on from what the caller kept, and reads anew what was kept and is damaged", async () => {
    const kept = folder.path("kept");
    mkdirSync(kept);
    const names: string[] = [];
    const placeOf = (id: string, channel: string) => `${kept}/${id}-${channel}`;
    const cache: FeatureCache = {
      find: (id, channel) => Promise.resolve(existsSync(placeOf(id, channel)) ? placeOf(id, channel) : undefined),
      keep(id, channel, _version, path) {
        names.push(`${id} ${channel}`);
        renameSync(path, placeOf(id, channel));
        return Promise.resolve(placeOf(id, channel));
      },
    };
    const first = await measure(["steady", "uneven"], { cache });
    assert.deepEqual(names.toSorted(), ["steady picture", "uneven picture"]);
    const again = await measure(["steady", "uneven"], { cache });
    assert.equal(names.length, 2, "nothing is read twice");
    assert.deepEqual(again, first);
    writeFileSync(placeOf("uneven", "picture"), "damaged");
    assert.deepEqual(await measure(["steady", "uneven"], { cache }), first);
    assert.equal(names.length, 4);
    assert.equal(readdirSync(kept).length, 2);
  });

  it("stops when it is told to, and leaves nothing behind", async () => {
    const stop = new AbortController();
    const scratch = folder.path("scratch");
    mkdirSync(scratch);
    const answer = await createSyncMeasurer({ scratch }).measure(files, { signal: stop.signal, onProgress: () => stop.abort() });
    assert.equal(answer, undefined);
    assert.deepEqual(readdirSync(scratch), []);
  });

  it("finds each flash in the frame after it began, by frames' own times, and refuses features that are damaged", async () => {
    const { files: made } = await analyseFile("sync-picture", folder.path("uneven.mkv"));
    const bytes = new Uint8Array(made.get("sync-picture.features") as Buffer);
    const features = decodePictureFeatures(bytes);
    assert.ok(features);
    const found = lightEvents(features);
    assert.equal(found.length, lights.length, JSON.stringify(found));
    for (const [n, { atSec, halfGapSec, sort }] of found.entries()) {
      assert.equal(sort, "rise");
      assert.ok(Math.abs(atSec - ((lights[n] as number) - 2.2)) <= halfGapSec + 0.002, `${atSec} +- ${halfGapSec} for ${lights[n]}`);
    }
    const unordered = bytes.slice();
    unordered.set(new Uint8Array(8).fill(0xff), bytes.indexOf(10) + 1);
    for (const damaged of [bytes.subarray(0, -1), bytes.subarray(1), new Uint8Array(), unordered]) {
      assert.equal(decodePictureFeatures(damaged), undefined);
    }
  });

  it("names a program that is missing, and says nothing of the files then", async () => {
    const measurer = createSyncMeasurer({ ffmpeg: "/nowhere/ffmpeg", ffprobe: "/nowhere/ffprobe" });
    await assert.rejects(
      measurer.measure(files.slice(0, 2), { signal: new AbortController().signal, onProgress: () => undefined }),
      (error: { code?: string }) => error.code === "PROGRAM_MISSING",
    );
  });
});

/** The analyser of sudden sounds on files: its clock, damaged and silent files, speech of a person, and the words that it must not use. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fixturesFolder, needs } from "../../scripts/testing/needs.ts";
import { SoundEventsResult } from "../../src/core/sound-events/sound-events.ts";
import { analyseFile, failureOf, resultOf, testFolder } from "../hostile-media/analyse-file.ts";
import { room, withCracks, writeWav } from "./made-sounds.ts";

const skip = needs({ programs: ["ffmpeg", "ffprobe"] });
let folder: Awaited<ReturnType<typeof testFolder>>;
before(async () => {
  folder = await testFolder("sound-events");
});
after(() => folder.remove());

const ffmpeg = (...args: string[]): void => void execFileSync("ffmpeg", ["-v", "error", "-y", ...args]);
const soundsOf = async (path: string) => SoundEventsResult.parse(resultOf(await analyseFile("sound-events", path)));

describe("the analyser of sudden sounds", { skip }, () => {
  it("puts a crack of a lossy, late sound track on the item's clock", async () => {
    const wav = writeWav(folder.path("crack.wav"), withCracks(room(4, 0.01), [{ atSec: 2.345, peak: 0.6 }]));
    const late = folder.path("late.mkv");
    ffmpeg(
      "-f",
      "lavfi",
      "-i",
      "color=c=gray:size=64x48:rate=10:duration=5",
      "-itsoffset",
      "1.25",
      "-i",
      wav,
      "-c:v",
      "libx264",
      "-c:a",
      "aac",
      late,
    );
    const { events, startSec } = await soundsOf(late);
    assert.ok(Math.abs(startSec - 1.25) < 0.03, `starts at ${startSec}`);
    assert.equal(events.length, 1);
    assert.ok(Math.abs((events[0] as { atSec: number }).atSec - 3.595) < 0.004, `found at ${events[0]?.atSec}`);
  });

  it("says how long a recording is clipped, in any of its channels", async () => {
    const quiet = writeWav(folder.path("left.wav"), room(3, 0.01));
    const loud = writeWav(folder.path("right.wav"), withCracks(room(3, 0.01), [{ atSec: 1.5, peak: 4 }]));
    const both = folder.path("both.wav");
    ffmpeg("-i", quiet, "-i", loud, "-filter_complex", "[0:a][1:a]join=inputs=2:channel_layout=stereo", both);
    const { events, clippedSec } = await soundsOf(both);
    assert.deepEqual(
      events.map(({ clipped }) => clipped),
      [true],
    );
    assert.ok(clippedSec > 0.005 && clippedSec < 0.2, `clipped for ${clippedSec}`);
  });

  it("says of a burst in one of six or nine channels that it is clipped, and how high it goes", async () => {
    for (const count of [6, 9]) {
      const [first = room(2, 0.01), ...others] = Array.from({ length: count }, (_, at) =>
        at === 4 ? withCracks(room(2, 0.01), [{ atSec: 1.2, peak: 4 }]) : room(2, 0.01, { seed: at + 5 }),
      );
      const { events, clippedSec } = await soundsOf(writeWav(folder.path(`${count}.wav`), first, ...others));
      assert.deepEqual(
        events.map(({ clipped, peakDbfs }) => [clipped, peakDbfs]),
        [[true, 0]],
      );
      assert.ok(clippedSec > 0.005, `clipped for ${clippedSec}`);
    }
  });

  it("lists a crack that two channels of opposite phase would cancel", async () => {
    const crack = withCracks(room(3, 0.01), [{ atSec: 1.5, peak: 0.5 }]);
    const turned = { ...crack, samples: crack.samples.map((sample) => -sample) };
    const { events } = await soundsOf(writeWav(folder.path("turned.wav"), crack, turned));
    assert.equal(events.length, 1);
    assert.ok(Math.abs((events[0] as { atSec: number }).atSec - 1.5) < 0.004);
  });

  it("has nothing to list in silence, says so of pictures without sound, and names what is no media", async () => {
    const silent = folder.path("silent.wav");
    ffmpeg("-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono", "-t", "1", silent);
    assert.deepEqual((await soundsOf(silent)).events, []);
    const mute = folder.path("mute.mp4");
    ffmpeg("-f", "lavfi", "-i", "testsrc2=size=64x48:rate=10:duration=1", "-c:v", "libx264", mute);
    assert.equal(await failureOf("sound-events", mute), "no-stream");
    const words = folder.path("words.mp4");
    writeFileSync(words, "no media at all");
    assert.equal(await failureOf("sound-events", words), "not-media");
  });

  it("lists what it could read of a file that breaks off, and says what is missing", async () => {
    const whole = writeWav(folder.path("whole.wav"), withCracks(room(4, 0.01), [{ atSec: 1, peak: 0.5 }]));
    const broken = folder.path("broken.mp3");
    ffmpeg("-i", whole, broken);
    const bytes = readFileSync(broken);
    bytes.fill(0x55, bytes.length >> 1);
    writeFileSync(broken, bytes);
    const { events, notRead } = await soundsOf(broken);
    assert.ok(events.some(({ atSec }) => Math.abs(atSec - 1) < 0.04));
    assert.notEqual(notRead, "");
    truncateSync(broken, 20);
    assert.match(await failureOf("sound-events", broken), /^(not-media|no-stream|crashed|empty)$/);
  });
});

const speech = needs({ programs: ["ffmpeg", "ffprobe"], fixtures: "whisper/tests/jfk.flac" });
it("calls nothing in eleven seconds of a speech a clear sudden sound", { skip: speech }, async () => {
  const { events } = await soundsOf(fixturesFolder("whisper/tests/jfk.flac"));
  assert.equal(events.filter(({ confidence }) => confidence === "clear").length, 0);
  assert.ok(events.length <= 3, `${events.length} doubtful ones`);
});

it("says nowhere what made a sound: no weapon, no explosion, in code, answers and words of the page", () => {
  const root = join(import.meta.dirname, "../..");
  const files = [
    ...readdirSync(join(root, "src/analyse/sound-events")).map((name) => `src/analyse/sound-events/${name}`),
    ...["src/core/sound-events/sound-events.ts", "src/web/words/en-sounds.ts", "src/web/bench/sounds-tab.tsx", "src/reads/sound-events.ts"],
  ];
  // The one place that says what must not be concluded is the contract's own comment.
  const allowed = "a door, a clap, a firework and a shot may look alike here";
  for (const file of files) {
    const text = readFileSync(join(root, file), "utf8").replace(allowed, "");
    assert.doesNotMatch(text, /gun|shot\b|shots\b|weapon|rifle|explosi|blast|muzzle|artillery|fire(?:arm|work)/i, file);
  }
});

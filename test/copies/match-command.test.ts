/** `witnessmark match` as a person meets it: the re-upload with things done to it, and re-used sound. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { matchWords } from "../../src/cli/match-words.ts";
import { FilesCompared } from "../../src/core/copies/file-matcher.port.ts";
import type { Span } from "../../src/core/copies/segment-match.ts";
import { lengthOf, totalOf } from "../../src/reason/copies/spans.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { asH264, type Clips, clipsFolder, streetClip } from "./make-clips.ts";

const skip = needs({ programs: ["ffmpeg", "ffprobe"] });
let clips: Clips;
let desk: Desk;
let original: string;
let other: string;

before(async () => {
  if (skip !== false) return;
  clips = clipsFolder("match");
  desk = createDesk();
  const street = await streetClip(clips, "street", 21, 3);
  original = clips.make("original.mp4", "-i", street, "-vf", "scale=480:270", ...asH264, "-c:a", "aac", "-b:a", "128k");
  other = await streetClip(clips, "another-street", 12, 8);
});
after(() => {
  clips?.remove();
  desk?.close();
});

async function compared(a: string, b: string): Promise<FilesCompared> {
  const { code, out, err } = await desk.run("match", a, b, "--json");
  assert.equal(code, 0, err);
  const { witnessmark, type, files, ...rest } = JSON.parse(out) as Record<string, unknown>;
  assert.deepEqual([witnessmark, type, files], [1, "match", { a, b }]);
  return FilesCompared.parse(rest);
}

const inWords = (found: FilesCompared) => matchWords(found, { a: "original.mp4", b: "copy.mp4" }).join("\n");
const near = (found: number, truth: number, what: string) =>
  assert.ok(Math.abs(found - truth) <= 0.5, `${what}: ${found}, in truth ${truth}`);
const ends = (spans: readonly Span[]): Span => ({
  fromSec: Math.min(...spans.map(({ fromSec }) => fromSec)),
  toSec: Math.max(...spans.map(({ toSec }) => toSec)),
});

describe("witnessmark match", { skip }, () => {
  it("finds a part that came back mirrored, smaller and with a logo: its seconds, and what was left out", async () => {
    const logo = "drawbox=x=iw-100:y=14:w=84:h=44:color=white:t=fill,drawbox=x=iw-90:y=22:w=30:h=28:color=red:t=fill";
    const filters = ["-vf", `hflip,scale=400:226,${logo}`];
    const copy = clips.make("mirrored.mp4", "-ss", "5", "-t", "12", "-i", original, ...filters, ...asH264, "-c:a", "aac");
    const found = await compared(original, copy);
    const { pair } = found;
    assert.ok(pair.picture.state === "compared" && pair.picture.segments.length > 0);
    const { segments } = pair.picture;
    const [a, b] = [ends(segments.map((one) => one.a)), ends(segments.map((one) => one.b))];
    near(a.fromSec, 5, "begins in the original");
    near(a.toSec, 17, "ends in the original");
    near(b.fromSec, 0, "begins in the copy");
    near(b.toSec, 12, "ends in the copy");
    assert.ok(totalOf(segments.map((one) => one.a)) >= 0.9 * lengthOf(a), "nothing to speak of is missing in between");
    for (const segment of segments) {
      assert.ok(segment.mirrored && segment.turnedDeg === 0 && Math.abs(segment.speed - 1) < 0.01);
      assert.ok(Math.abs(segment.a.fromSec - segment.b.fromSec - 5) <= 0.1);
    }
    assert.ok(
      segments.some(({ covered, edits }) => covered !== "unknown" && covered.length > 0 && edits.includes("covered")),
      "the logo",
    );
    assert.ok(pair.sound.state === "compared");
    const heard = ends(pair.sound.segments.map((one) => one.a));
    near(heard.fromSec, 5, "sound begins");
    near(heard.toSec, 17, "sound ends");
    assert.deepEqual(pair.signs, []);

    const out = inWords(found);
    assert.match(out, /^ {4}Mirrored\.$/m);
    assert.match(out, /[89]\.\d s of A are not in B/);
    assert.match(out, /^ {4}Covered in B: /m);
    assert.match(out, /never who took it from whom/);
  });

  it("finds sound that was laid under another picture, and says that the pictures are not shared", async () => {
    const mix =
      "[1:a]adelay=3000|3000,apad=whole_dur=12[s];[0:a]volume='if(between(t,3,10),0,1)':eval=frame[r];[s][r]amix=inputs=2:normalize=0[a]";
    const inputs = ["-i", other, "-ss", "10", "-t", "7", "-i", original];
    const over = clips.make("over.mp4", ...inputs, "-filter_complex", mix, "-map", "0:v", "-map", "[a]", "-c:v", "copy", "-c:a", "aac");
    const found = await compared(original, over);
    const { pair } = found;
    assert.ok(pair.picture.state === "compared" && pair.sound.state === "compared");
    assert.deepEqual(pair.picture.segments, []);
    assert.equal(pair.sound.segments.length, 1);
    const [heard] = pair.sound.segments;
    assert.ok(heard !== undefined);
    near(heard.a.fromSec, 10, "begins in the original");
    near(heard.a.toSec, 17, "ends in the original");
    near(heard.b.fromSec, 3, "begins in the other");
    near(heard.b.toSec, 10, "ends in the other");
    assert.deepEqual(pair.signs, ["re-used-sound"]);
    assert.match(inWords(found), /No shared picture was found\.[\s\S]*the sound may have been laid under another picture/);
  });

  it("of files that cannot be compared says which and why, and ends with 2", async () => {
    const words = clips.path("words.txt");
    writeFileSync(words, "Synthetic: no picture.\n");
    const still = clips.make("still.png", "-i", original, "-frames:v", "1");
    for (const [a, b, which] of [
      [words, still, "first file"],
      [still, words, "second file"],
      [clips.path("missing.mp4"), words, "first file"],
    ] as const) {
      const { code, err } = await desk.run("match", a, b);
      assert.equal(code, 2, err);
      assert.ok(err.includes(`${which}: expected`), err);
    }
    assert.equal((await desk.run("match", original)).code, 2);
  });
});

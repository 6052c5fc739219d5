/** `witnessmark hash` as a person meets it. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { createDesk } from "../support/run-witnessmark.ts";

test(
  "hash prints a line for a picture and a line a frame for a video, and a stated refusal for the rest",
  { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) },
  async (t) => {
    const desk = createDesk();
    t.after(() => desk.close());
    const clip = join(desk.folder, "clip.mp4");
    const source = ["-f", "lavfi", "-i", "testsrc2=size=320x180:rate=10:duration=2"];
    execFileSync("ffmpeg", ["-v", "error", "-y", ...source, "-c:v", "libx264", "-qp", "0", "-pix_fmt", "yuv420p", clip]);
    execFileSync("ffmpeg", ["-v", "error", "-y", "-i", clip, "-frames:v", "1", join(desk.folder, "frame.png")]);
    writeFileSync(join(desk.folder, "words.txt"), "Synthetic: no picture.\n");

    const plain = await desk.run("hash", "frame.png", "clip.mp4", "words.txt", "--every", "1");
    assert.equal(plain.code, 2);
    const [still, heading, columns, first, second, ...rest] = plain.out.trimEnd().split("\n");
    assert.match(still ?? "", /^[0-9a-f]{64} {2}quality \d+ {2}frame\.png {2}\(320 x 180, hashed at 320 x 180\)$/);
    assert.equal(heading, "clip.mp4  (320 x 180, hashed at 320 x 180)");
    assert.match(columns ?? "", /frame +seconds +quality +PDQ/);
    assert.match(first ?? "", /^ +0 +0\.000000 +\d+ {2}[0-9a-f]{64}$/);
    assert.match(second ?? "", /^ +10 +1\.000000 +\d+ {2}[0-9a-f]{64}$/);
    assert.deepEqual(rest, []);
    assert.match(plain.err, /^words\.txt: hash: expected .* \[not-media\]\n$/);

    const json = await desk.run("hash", "clip.mp4", "words.txt", "--every", "1", "--size", "64", "--json");
    assert.equal(json.code, 2);
    const lines = json.out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(
      lines.map(({ witnessmark, type, file }) => [witnessmark, type, file]),
      [
        [1, "hash-file", "clip.mp4"],
        [1, "hash", "clip.mp4"],
        [1, "hash", "clip.mp4"],
        [1, "hash-end", "clip.mp4"],
        [1, "hash-refused", "words.txt"],
      ],
    );
    const { size, input, luma, decoder } = lines[0] ?? {};
    assert.deepEqual([size, input, luma], ["64", { width: 64, height: 64 }, "decoder"]);
    assert.match(String(decoder), /^ffmpeg \S+$/);

    for (const words of [
      ["hash"],
      ["hash", "clip.mp4", "--size", "256"],
      ["hash", "clip.mp4", "--every", "0"],
      ["hash", "x", "--every", "-1"],
    ])
      assert.equal((await desk.run(...words)).code, 2, words.join(" "));
  },
);

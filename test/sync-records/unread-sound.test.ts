/** Sound that is there and cannot be decoded is never said not to be there, and touches the pairs of its file alone. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { createSyncMeasurer } from "../../src/analyse/sync-measure/run-measurer.ts";
import { room, withCracks, writeWav } from "../sound-events/made-sounds.ts";

const folder = mkdtempSync(join(tmpdir(), "witnessmark-unread-"));
after(() => rmSync(folder, { recursive: true, force: true }));

it(
  "a recording whose sound no decoder knows is named as unread, and the others are measured",
  {
    skip: needs({ programs: ["ffmpeg", "ffprobe"] }),
  },
  async () => {
    const cracks = [0.4, 1.1, 1.9, 3.3, 3.6, 4.9].map((atSec) => ({ atSec, peak: 0.5, seed: Math.round(atSec * 10) }));
    const whole = writeWav(join(folder, "whole.wav"), withCracks(room(6, 0.01, { rate: 8000 }), cracks));
    const second = writeWav(join(folder, "second.wav"), withCracks(room(6, 0.01, { rate: 8000, seed: 7 }), cracks));
    const odd = join(folder, "odd.wav");
    const bytes = readFileSync(whole);
    bytes.writeUInt16LE(0x1234, 20);
    writeFileSync(odd, bytes);
    const found = await createSyncMeasurer().measure(
      [whole, odd, second].map((path, at) => ({ id: String(at), path })),
      { signal: new AbortController().signal, onProgress: () => undefined, picture: "never" },
    );
    assert.deepEqual(
      found?.files.map(({ sound }) => sound.state),
      ["read", "failed", "read"],
    );
    const says = new Map(
      found?.pairs.map(({ a, b, measurement: one }) => [`${a} ${b}`, one.state === "refused" ? one.reason : "measured"]),
    );
    assert.deepEqual([says.get("0 1"), says.get("1 2")], ["unread", "unread"]);
    assert.doesNotMatch(says.get("0 2") ?? "unread", /unread|no-sound/);
  },
);

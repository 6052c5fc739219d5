/** The sudden sounds that the analyser lists in the cameras, against the arrivals that the truth states. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { SoundEventsResult } from "../../src/core/sound-events/sound-events.ts";
import { analyseFile, resultOf } from "../hostile-media/analyse-file.ts";
import { madeSample, NEEDS_FFMPEG } from "./made-sample.ts";

/** Under the loudspeaker's voice, or after an echo, a stroke does not stand out; the others do. */
const buried = new Set(["B bell-1", "C bell-1", "C bell-2"]);

describe("the sample's sudden sounds", { skip: needs(NEEDS_FFMPEG) }, () => {
  it("are listed within 4 ms of their arrival, in every camera", async () => {
    const { folder, truth } = await madeSample();
    for (const { id, file, sound } of truth.cameras) {
      const { events } = SoundEventsResult.parse(resultOf(await analyseFile("sound-events", join(folder, file))));
      for (const { impulse, containerS } of sound.arrivals) {
        if (buried.has(`${id} ${impulse}`)) continue;
        const nearest = Math.min(...events.map(({ atSec }) => Math.abs(atSec - containerS)));
        assert.ok(nearest <= 0.004, `${impulse} in camera ${id}: ${(nearest * 1000).toFixed(1)} ms off`);
      }
    }
  });
});

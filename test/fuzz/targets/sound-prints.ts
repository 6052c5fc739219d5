/** Files of sound prints. What is taken is taken whole: its columns have the lengths that it states, and writing it gives its bytes. */
import assert from "node:assert/strict";
import { soundPrintsOf } from "../../../src/analyse/sound-print/sound-prints-of.ts";
import { decodeSoundPrints, SoundPrintsRefused } from "../../../src/formats/sound-prints/decode-sound-prints.ts";
import { encodeSoundPrints } from "../../../src/formats/sound-prints/encode-sound-prints.ts";
import type { FuzzTarget } from "../fuzz-target.ts";

function printed(seconds: number): Uint8Array {
  const printing = soundPrintsOf({ startSec: 1.5 });
  printing.add(
    Float32Array.from({ length: seconds * 8000 }, (_, i) => (i % 4000 < 400 ? Math.sin(i * (0.2 + Math.floor(i / 4000) * 0.07)) : 0)),
  );
  return encodeSoundPrints(printing.end());
}

export const target: FuzzTarget = {
  name: "sound-prints",
  seeds: () => [printed(0), printed(1), printed(3)],
  dictionary: [
    "witnessmark-sound-prints-v1\n",
    Uint8Array.of(0xff, 0xff, 0xff, 0xff),
    Uint8Array.of(0, 0, 0, 0x80),
    Uint8Array.of(0, 0, 0, 0, 0, 0, 0xf0, 0x7f),
    Uint8Array.of(0, 0, 0, 0, 0, 0, 0xf8, 0x7f),
  ],
  async run(bytes) {
    let prints;
    try {
      prints = decodeSoundPrints(bytes);
    } catch (error) {
      assert.ok(error instanceof SoundPrintsRefused, String(error));
      assert.match(error.message, /^sound prints: expected .+; found .+$/);
      return;
    }
    assert.equal(prints.tones.length, prints.times.length);
    assert.equal(prints.heights.length, prints.times.length);
    for (let i = 1; i < prints.times.length; i++) assert.ok((prints.times[i] as number) >= (prints.times[i - 1] as number));
    assert.deepEqual(encodeSoundPrints(prints), bytes);
  },
};

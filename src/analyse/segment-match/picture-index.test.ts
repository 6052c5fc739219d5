import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as draw from "../../../test/segment-match/drawn-clips.ts";
import { landmarked } from "./landmark-sets.ts";
import { createPictureIndex } from "./picture-index.ts";

const clip = (seed: number, ...edits: draw.Edit[]) =>
  landmarked(draw.printed([{ scene: draw.fixedCamera(seed, seed), from: 0, seconds: 1.6 }], ...edits));

describe("an index of pictures", () => {
  const index = createPictureIndex<string>();
  for (let seed = 1; seed <= 8; seed += 1) index.add(`place ${seed}`, clip(seed));
  index.add("mirrored 3", clip(3, draw.mirrored));
  index.add("cropped 4", clip(4, draw.cropped(0.15), draw.noisy(10)));
  index.add(
    "black",
    landmarked(draw.printed([{ scene: () => ({ data: new Uint8Array(4800), width: 80, height: 60 }), from: 0, seconds: 0.4 }])),
  );

  const names = (key: string): string[] => index.candidates(key).map((one) => one.key);

  it("names the source of a mirrored and of a cropped copy first", () => {
    assert.equal(names("mirrored 3")[0], "place 3");
    assert.equal(names("cropped 4")[0], "place 4");
    assert.ok(names("place 3").includes("mirrored 3"));
  });

  it("leaves out most places that have nothing in common, and the item itself", () => {
    const strangers = [1, 2, 5, 6, 7, 8].flatMap((seed) => names(`place ${seed}`).filter((name) => name.startsWith("place")));
    assert.ok(strangers.length <= 14, `found ${strangers.length} of 42: ${strangers.join(", ")}`);
    assert.ok(!names("place 1").includes("place 1"));
  });

  it("lets what has no landmarks be compared with everything, and refuses a stranger", () => {
    assert.equal(names("black").length, 10);
    assert.ok(names("place 1").includes("black"));
    assert.throws(() => index.candidates("unheard of"), RangeError);
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as draw from "../../../test/segment-match/drawn-clips.ts";
import type { FramePrints } from "../../core/copies/frame-prints.ts";
import type { PictureSegment } from "../../core/copies/segment-match.ts";
import { matchPictures } from "./match-pictures.ts";

const seconds = 8;
const frame = draw.frameSec;
const street = draw.fixedCamera(1, 1);
const source = draw.printed([{ scene: street, from: 0, seconds }]);

/** Frames by which a bound is off. */
const off = (found: number, true_: number): number => Math.abs(found - true_) / frame;

function only(a: FramePrints, b: FramePrints): PictureSegment {
  const { segments, signs } = matchPictures(a, b);
  assert.equal(segments.length, 1, `expected one segment; found ${segments.length} and the signs ${signs.join(", ") || "none"}`);
  assert.deepEqual(signs, []);
  return segments[0] as PictureSegment;
}

function assertSpan(segment: PictureSegment, [fromA, toA]: [number, number], [fromB, toB]: [number, number], frames = 1): void {
  const bounds = [off(segment.a.fromSec, fromA), off(segment.a.toSec, toA), off(segment.b.fromSec, fromB), off(segment.b.toSec, toB)];
  assert.ok(
    bounds.every((one) => one <= frames + 0.01),
    `expected A ${fromA}-${toA}, B ${fromB}-${toB} to ${frames} frames; found ${JSON.stringify([segment.a, segment.b])}`,
  );
}

describe("a copy is found whatever was done to its picture", () => {
  const whole: [number, number] = [0, seconds];
  const cases: [string, readonly draw.Edit[], (segment: PictureSegment) => void][] = [
    ["nothing", [], (s) => assert.deepEqual(s.edits, [])],
    ["brightness and noise", [draw.brighter, draw.noisy(12)], (s) => assert.equal(s.mirrored, false)],
    ["mirrored", [draw.mirrored], (s) => assert.deepEqual([s.mirrored, s.edits], [true, ["mirrored"]])],
    ["turned by a quarter", [draw.quarterTurned], (s) => assert.deepEqual([s.turnedDeg, s.mirrored], [90, false])],
    ["mirrored and turned", [draw.mirrored, draw.quarterTurned], (s) => assert.deepEqual([s.turnedDeg, s.mirrored], [90, true])],
    ["five of a hundred cut off each side", [draw.cropped(0.05)], (s) => assertBox(s.partOfA, [0.05, 0.05, 0.9, 0.9])],
    ["a fifth cut off each side", [draw.cropped(0.2)], (s) => assertBox(s.partOfA, [0.2, 0.2, 0.6, 0.6])],
    ["bars on either side", [draw.padded], (s) => assertBox(s.partOfB, [0.1875, 0, 0.625, 1])],
    ["tilted by five degrees", [draw.tilted(5)], (s) => assert.ok(Math.abs(Number(s.tiltDeg) - 5) < 0.7, `found ${s.tiltDeg}`)],
    ["a screen filmed from the side", [draw.filmed], (s) => assert.ok(s.edits.includes("filmed-from-a-screen"))],
    ["a large logo", [draw.boxed(0.05, 0.1, 0.4, 0.3, 240)], (s) => assert.ok(Array.isArray(s.covered) && s.covered.length === 1)],
    ["a bar for subtitles", [draw.boxed(0.1, 0.82, 0.8, 0.12, 5)], (s) => assert.ok(s.edits.includes("covered"))],
  ];
  for (const [name, edits, check] of cases)
    it(name, () => {
      const segment = only(source, draw.printed([{ scene: street, from: 0, seconds }], ...edits));
      assertSpan(segment, whole, whole);
      assert.equal(segment.speed, 1);
      check(segment);
    });

  function assertBox(box: PictureSegment["partOfA"], [x, y, width, height]: [number, number, number, number]): void {
    assert.notEqual(box, "unknown");
    if (box === "unknown") return;
    for (const [found, expected] of [
      [box.x, x],
      [box.y, y],
      [box.width, width],
      [box.height, height],
    ] as const)
      assert.ok(Math.abs(found / 1_000_000 - expected) < 0.025, `expected about ${expected}; found ${found / 1_000_000}`);
  }
});

describe("seconds are told to the frame", () => {
  it("a piece from the middle", () => {
    assertSpan(only(source, draw.printed([{ scene: street, from: 2.4, seconds: 4 }])), [2.4, 6.4], [0, 4]);
  });

  it("twice and one and a half times as fast", () => {
    for (const speed of [1.5, 2]) {
      const segment = only(source, draw.printed([{ scene: street, from: 0, seconds: seconds / speed, speed }]));
      assert.ok(Math.abs(segment.speed - speed) < 0.02, `expected ${speed}; found ${segment.speed}`);
      assertSpan(segment, [0, seconds], [0, seconds / speed], 0.2 / frame);
      assert.ok(segment.edits.includes("faster"));
    }
  });

  it("a hole in the middle leaves two segments, though the view is the same before and after", () => {
    const cut = draw.printed([
      { scene: street, from: 0, seconds: 3.2 },
      { scene: street, from: 5.2, seconds: 2.8 },
    ]);
    const { segments } = matchPictures(source, cut);
    assert.equal(segments.length, 2);
    assertSpan(segments[0] as PictureSegment, [0, 3.2], [0, 3.2]);
    assertSpan(segments[1] as PictureSegment, [5.2, 8], [3.2, 6]);
  });

  it("a compilation shows each source for as long as it does", () => {
    const other = draw.wanderingCamera(5, 5);
    const compilation = draw.printed([
      { scene: draw.fixedCamera(9, 9), from: 0, seconds: 2.4 },
      { scene: street, from: 1.6, seconds: 4 },
      { scene: other, from: 0.8, seconds: 4 },
    ]);
    assertSpan(only(source, compilation), [1.6, 5.6], [2.4, 6.4]);
    assertSpan(only(draw.printed([{ scene: other, from: 0, seconds }]), compilation), [0.8, 4.8], [6.4, 10.4]);
  });

  it("a clip that plays twice is found both times", () => {
    const twice = draw.printed([
      { scene: street, from: 0, seconds: 4 },
      { scene: street, from: 0, seconds: 4 },
    ]);
    const { segments } = matchPictures(source, twice);
    assert.deepEqual(
      segments.map(({ a, b }) => [Math.round(a.fromSec), Math.round(a.toSec), Math.round(b.fromSec), Math.round(b.toSec)]),
      [
        [0, 4, 0, 4],
        [0, 4, 4, 8],
      ],
    );
  });
});

describe("a match is never made of a view alone", () => {
  it("different places have nothing in common", () => {
    for (const seed of [21, 22, 23])
      assert.deepEqual(matchPictures(source, draw.printed([{ scene: draw.fixedCamera(seed, seed), from: 0, seconds }])), {
        segments: [],
        signs: [],
      });
  });

  it("one fixed camera at another time", () => {
    const later = draw.printed([{ scene: street, from: 300, seconds }]);
    assert.deepEqual(matchPictures(source, later), { segments: [], signs: ["same-view-only"] });
  });

  it("one place with other things moving in it", () => {
    for (const movers of [31, 32]) {
      const other = draw.printed([{ scene: draw.fixedCamera(1, movers), from: 0, seconds }]);
      assert.deepEqual(matchPictures(source, other), { segments: [], signs: ["same-view-only"] });
    }
  });

  it("one title card before two films", () => {
    const card = draw.fixedCamera(40, null);
    const film = (seed: number): FramePrints =>
      draw.printed(
        [
          { scene: card, from: 0, seconds: 3.2 },
          { scene: draw.fixedCamera(seed, seed), from: 0, seconds: 4.8 },
        ],
        draw.noisy(3),
      );
    assert.deepEqual(matchPictures(film(41), film(42)), { segments: [], signs: ["same-still-only"] });
  });
});

describe("still pictures", () => {
  it("a picture and the same one cropped", () => {
    const picture = draw.place(50, draw.width, draw.height);
    const segment = only(draw.printedStill(picture), draw.printedStill(draw.cropped(0.1)(picture, 0)));
    assert.deepEqual([segment.a, segment.b, segment.speed], [{ fromSec: 0, toSec: 0 }, { fromSec: 0, toSec: 0 }, 1]);
  });

  it("a frame of a clip, taken out and mirrored", () => {
    const still = draw.printedStill(draw.mirrored(street(4), 0));
    const segment = only(source, still);
    assert.ok(off(segment.a.fromSec, 4) <= 1, `expected 4 s; found ${segment.a.fromSec}`);
    assert.equal(segment.mirrored, true);
  });

  it("a frame of a clip from a moving camera, between the frames whose landmarks are known, at its second", () => {
    const panned = draw.panningCamera(60, 110);
    const pan = draw.printed([{ scene: panned, from: 0, seconds: 5 }]);
    for (const edits of [[], [draw.mirrored], [draw.quarterTurned], [draw.mirrored, draw.quarterTurned]])
      for (const moment of [1.44, 2.96]) {
        const still = draw.printedStill(edits.reduce((one, edit) => edit(one, 0), draw.noisy(6)(panned(moment), 0)));
        const ways = [only(pan, still), only(still, pan)] as const;
        const found = [ways[0].a.fromSec, ways[1].b.fromSec];
        assert.ok(
          found.every((sec) => off(sec, moment) <= 1),
          `expected ${moment} s; found ${found.join(" and ")}`,
        );
        for (const { mirrored } of ways) assert.equal(mirrored, edits.includes(draw.mirrored));
      }
    for (const seed of [61, 62, 63])
      assert.deepEqual(matchPictures(pan, draw.printedStill(draw.panningCamera(seed, 110)(2))), { segments: [], signs: [] });
  });

  it("pictures of different places do not match", () => {
    const [one, other] = [51, 52].map((seed) => draw.printedStill(draw.place(seed, draw.width, draw.height)));
    assert.deepEqual(matchPictures(one as FramePrints, other as FramePrints), { segments: [], signs: [] });
  });
});

describe("what is compared", () => {
  it("gives the same answer each time", () => {
    const copy = draw.printed([{ scene: street, from: 1, seconds: 5 }], draw.cropped(0.1));
    assert.deepEqual(matchPictures(source, copy), matchPictures(source, copy));
  });

  it("may be a single frame, or hold nothing to see", () => {
    const black = draw.printed([{ scene: () => ({ data: new Uint8Array(64 * 48), width: 64, height: 48 }), from: 0, seconds: 2 }]);
    const one = draw.printed([{ scene: street, from: 0, seconds: frame }]);
    for (const odd of [black, one, draw.printedStill({ data: Uint8Array.of(7), width: 1, height: 1 })]) {
      assert.deepEqual(matchPictures(odd, black).segments, []);
      assert.doesNotThrow(() => matchPictures(source, odd));
      assert.doesNotThrow(() => matchPictures(odd, source));
    }
  });
});

/** Where boxes lie, whatever the times of the frames: no frame between two keys is bare, both ends count, no pixel of a box is left. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fewestKeys } from "../../src/analyse/redact/fewest-keys.ts";
import { boxAt, type BoxSort } from "../../src/core/redaction/box-at.ts";
import { faultOfMark } from "../../src/core/redaction/check-mark.ts";
import { coverRect } from "../../src/core/redaction/cover-rect.ts";
import type { ShareBox } from "../../src/core/redaction/redaction.ts";
import { soundMarginS, soundSpans } from "../../src/core/redaction/sound-cover.ts";
import { isViewed } from "../../src/core/redaction/stretch-standing.ts";
import { soundMark } from "./marks.ts";

const share = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
const box = fc
  .tuple(share, share, share, share)
  .map(([x, y, w, h]): ShareBox => ({ x, y, w: Math.max(0.001, w * (1 - x)), h: Math.max(0.001, h * (1 - y)) }))
  .filter(({ x, y, w, h }) => x + w <= 1 && y + h <= 1);
/** Frames at uneven distances, as clips from telephones have them, some of them of the same time. */
const frames = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 60 }).map((gaps) => {
  let at = 0;
  return gaps.map((gap) => (at += gap) / 1000);
});
const clip = frames.chain((times) =>
  fc.record({
    times: fc.constant(times),
    keyed: fc.uniqueArray(fc.nat(times.length - 1), { minLength: 1, maxLength: 8 }),
    boxes: fc.array(box, { minLength: 8, maxLength: 8 }),
  }),
);

function sortOf({ times, keyed, boxes }: { times: readonly number[]; keyed: readonly number[]; boxes: readonly ShareBox[] }): BoxSort {
  const ats = [...new Set(keyed.map((n) => times[n] as number))].toSorted((a, b) => a - b);
  const keys = ats.map((atS, n) => ({ atS, box: boxes[n] as ShareBox, by: "person" as const }));
  return { what: "box", fromS: ats[0] as number, toS: ats.at(-1) as number, keys };
}

describe("a box between its keys", () => {
  it("lies on every frame from its first to its last, both counted, and on no other", () => {
    fc.assert(
      fc.property(clip, (given) => {
        const sort = sortOf(given);
        assert.equal(faultOfMark({ sort, reason: "face", subject: null }, "video"), undefined);
        given.times.forEach((startS, n) => {
          const endS = given.times[n + 1] ?? Number.POSITIVE_INFINITY;
          const inside = startS >= sort.fromS && startS <= sort.toS;
          assert.equal(boxAt(sort, { startS, endS }) !== undefined, inside, `frame ${n} at ${startS}`);
        });
      }),
    );
  });

  it("is at each key as it was drawn there, and between two never outside both of them", () => {
    fc.assert(
      fc.property(clip, fc.double({ min: 0, max: 1, noNaN: true }), (given, part) => {
        const sort = sortOf(given);
        for (const [n, key] of sort.keys.entries()) {
          assert.deepEqual(boxAt(sort, { startS: key.atS, endS: key.atS + 0.04 }), key.box);
          const next = sort.keys[n + 1];
          if (next === undefined) continue;
          const at = boxAt(sort, { startS: key.atS + (next.atS - key.atS) * part, endS: next.atS }) as ShareBox;
          for (const side of ["x", "y", "w", "h"] as const) {
            const low = Math.min(key.box[side], next.box[side]);
            const high = Math.max(key.box[side], next.box[side]);
            assert.ok(at[side] >= low - 1e-9 && at[side] <= high + 1e-9);
          }
        }
      }),
    );
  });

  it("covers the frame that is on the screen when it begins, and one that rounding puts just past its end", () => {
    const sort: BoxSort = { what: "box", fromS: 1.02, toS: 1.2, keys: [{ atS: 1.1, box: { x: 0, y: 0, w: 1, h: 1 }, by: "person" }] };
    assert.ok(boxAt(sort, { startS: 1, endS: 1.04 }));
    assert.equal(boxAt(sort, { startS: 0.96, endS: 1 }), undefined);
    assert.ok(boxAt(sort, { startS: 1.2002, endS: 1.24 }));
    assert.equal(boxAt(sort, { startS: 1.24, endS: 1.28 }), undefined);
  });

  it("paints every pixel that it touches, and whole blocks of colour", () => {
    fc.assert(
      fc.property(box, fc.integer({ min: 2, max: 4000 }), fc.integer({ min: 2, max: 4000 }), (one, width, height) => {
        const rect = coverRect(one, { width, height });
        assert.ok(rect !== null);
        assert.ok(rect.left <= one.x * width && rect.right >= Math.min(width, (one.x + one.w) * width - 1e-6));
        assert.ok(rect.top <= one.y * height && rect.bottom >= Math.min(height, (one.y + one.h) * height - 1e-6));
        assert.ok(rect.left % 2 === 0 && rect.top % 2 === 0 && (rect.right % 2 === 0 || rect.right === width));
        assert.ok(rect.left >= 0 && rect.top >= 0 && rect.right <= width && rect.bottom <= height);
      }),
    );
  });

  it("moves the same with the keys that following leaves out", () => {
    fc.assert(
      fc.property(clip, (given) => {
        const { keys } = sortOf(given);
        const fewer = { what: "box" as const, fromS: keys[0]?.atS ?? 0, toS: keys.at(-1)?.atS ?? 0, keys: fewestKeys(keys) };
        for (const { atS, box: drawn } of keys) {
          const at = boxAt(fewer, { startS: atS, endS: atS + 0.04 }) as ShareBox;
          for (const side of ["x", "y", "w", "h"] as const) assert.ok(Math.abs(at[side] - drawn[side]) <= 0.0015 + 1e-9);
        }
      }),
    );
  });
});

it("a mark that would leave frames bare is refused with the key that does", () => {
  const keys = (...ats: number[]) => ats.map((atS) => ({ atS, box: { x: 0.1, y: 0.1, w: 0.5, h: 0.5 }, by: "person" as const }));
  const fault = (sort: BoxSort, kind: "video" | "picture" | "sound" = "video") =>
    faultOfMark({ sort, reason: "face", subject: null }, kind);
  assert.match(fault({ what: "box", fromS: 0, toS: 3, keys: keys(1, 1) }) ?? "", /^key 2: expected a time after 1 s/);
  assert.match(fault({ what: "box", fromS: 0, toS: 3, keys: keys(1, 4) }) ?? "", /^key 2: expected a time from 0 s to 3 s/);
  assert.match(fault({ what: "box", fromS: 2, toS: 1, keys: keys(1) }) ?? "", /end after the start/);
  assert.match(
    fault({ what: "box", fromS: 0, toS: 0, keys: [{ atS: 0, box: { x: 0.6, y: 0, w: 0.5, h: 1 }, by: "person" }] }) ?? "",
    /leaves it/,
  );
  assert.match(fault({ what: "box", fromS: 0, toS: 1, keys: keys(0) }, "picture") ?? "", /second 0 of a picture/);
  assert.match(fault({ what: "box", fromS: 0, toS: 1, keys: keys(0) }, "sound") ?? "", /span of a sound/);
});

it("every sample of a marked span is replaced, with a margin, and spans that touch are one", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 3000 })), { maxLength: 8 }), (spans) => {
      const marks = spans.map(([from, long], n) =>
        soundMark(`rm${n + 1}`, from / 1000, (from + long) / 1000, n % 2 === 0 ? "mute" : "tone"),
      );
      const rate = 8000;
      const replaced = soundSpans(marks, { startS: 0.25, rate, samples: 6 * rate });
      replaced.forEach(({ from, to }, n) => assert.ok(to > from && (n === 0 || from > (replaced[n - 1] as { to: number }).to)));
      for (const [from, long] of spans)
        for (const atS of [from / 1000 - soundMarginS, from / 1000, (from + long) / 1000, (from + long) / 1000 + soundMarginS - 0.001]) {
          const sample = Math.round((atS - 0.25) * rate);
          if (sample < 0 || sample >= 6 * rate) continue;
          assert.ok(
            replaced.some((span) => sample >= span.from && sample <= span.to),
            `second ${atS}`,
          );
        }
    }),
  );
});

it("a shot counts as looked at only where stretches cover all of it", () => {
  const shot = { fromS: 1, toS: 3 };
  assert.equal(isViewed(shot, [{ fromS: 1, toS: 3 }]), true);
  assert.equal(
    isViewed(shot, [
      { fromS: 2, toS: 4 },
      { fromS: 0, toS: 2 },
    ]),
    true,
  );
  assert.equal(
    isViewed(shot, [
      { fromS: 0, toS: 1.9 },
      { fromS: 2, toS: 3 },
    ]),
    false,
  );
  assert.equal(isViewed(shot, [{ fromS: 1, toS: 2.9 }]), false);
  assert.equal(isViewed(shot, []), false);
  assert.equal(isViewed({ fromS: 0, toS: 0 }, [{ fromS: 0, toS: 0 }]), true);
  assert.equal(isViewed({ fromS: 0, toS: 0 }, []), false);
});

/** The figures of docs/method/sync-picture.md on a few scenes: what makes answers wrong, or makes all of them refusals, is seen here. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { scoreKind } from "../../scripts/accuracy/picture-sync.ts";
import { pictureKinds, pictureScene } from "../../scripts/accuracy/picture-sync-scenes.ts";
import { measurePicture } from "../../src/analyse/sync-picture/measure-picture.ts";

it("no offset of two videos is wrong, and videos that share nothing get none, whatever flickers, blinks, beats or stands still", () => {
  for (const kind of Object.keys(pictureKinds)) {
    const { wrong, right, held } = scoreKind(kind, 20_000, 3);
    assert.equal(wrong, 0, kind);
    assert.equal(held, right, `${kind}: truth within the stated error`);
  }
});

it("an offset is given for most videos that show one crowd, and for one recording encoded twice, which is called the same", () => {
  for (const kind of ["one recording, twice encoded", "two views of one crowd"]) {
    const given = Array.from({ length: 4 }, (_, n) => pictureScene(kind, 30_000 + n))
      .map(({ a, b }) => measurePicture(a, b))
      .filter((measurement) => measurement.state === "measured");
    assert.ok(given.length >= 3, `${kind}: ${given.length} of 4`);
    assert.ok(given.every(({ sameRecording }) => sameRecording === kind.startsWith("one recording")));
  }
});

it("turning the pair round turns the sign of its offset, and its clock", () => {
  const { a, b } = pictureScene("two views of one crowd", 30_000);
  const [one, other] = [measurePicture(a, b), measurePicture(b, a)];
  assert.ok(one.state === "measured" && other.state === "measured");
  assert.ok(Math.abs(one.offset.offsetS + other.offset.offsetS) < 0.01);
});

it("two clips that blink in one rhythm are refused because their light repeats", () => {
  const { refused } = scoreKind("the same beacon", 20_000, 6);
  assert.ok((refused["repeats"] ?? 0) >= 2, JSON.stringify(refused));
});

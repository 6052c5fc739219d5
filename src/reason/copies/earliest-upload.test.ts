import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ItemId } from "../../core/item/item.ts";
import { compareInstants } from "../../core/time/compare-instants.ts";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { earliestUpload, readingsOf, type Upload } from "./earliest-upload.ts";

const claim = (earliest: string, latest = earliest, more: Partial<TimeClaim> = {}): TimeClaim => ({
  ...{ means: "posted", verbatim: earliest, earliest, latest, zone: { state: "utc" }, basis: "result.json message 1" },
  ...more,
});
const upload = (item: ItemId, time: TimeClaim, more: Partial<Upload> = {}): Upload => ({
  ...{ item, by: { of: "post", export: "i99" }, time, edited: null, judged: null, seen: "now" },
  ...more,
});

const a = upload("i1", claim("2022-04-04T09:00:00Z"));
const b = upload("i2", claim("2022-03-30T05:40:00Z"));
const d = upload("i4", claim("2022-03-29T18:00:00Z"));

test("of two posts, the older one is the earliest known upload, and filming was at or before it", () => {
  const { bound } = earliestUpload([a, b]);
  assert.equal(bound?.upload.item, "i2");
  assert.equal(bound?.atOrBefore, "2022-03-30T05:40:00Z");
});

test("an older post moves the bound earlier", () => {
  assert.equal(earliestUpload([a, b, d]).bound?.atOrBefore, "2022-03-29T18:00:00Z");
});

test("a post that a person rejected as evidence bounds nothing", () => {
  assert.equal(earliestUpload([a, b, { ...d, judged: "rejected" }]).bound?.upload.item, "i2");
});

test("a time without a zone bounds by the latest instant that it allows, and the older of the two may be either", () => {
  const noZone = upload(
    "i5",
    claim("2022-03-29T16:00:00Z", "2022-03-30T18:00:00Z", { zone: { state: "unknown", reading: "2022-03-30T06:00:00" } }),
  );
  const { bound, maybeEarlier } = earliestUpload([b, noZone]);
  assert.equal(bound?.upload.item, "i2");
  assert.deepEqual(maybeEarlier, [noZone]);
  assert.equal(earliestUpload([noZone]).bound?.atOrBefore, "2022-03-30T18:00:00Z");
  assert.deepEqual(
    readingsOf(noZone.time).map(({ zone, atOrBefore }) => `${zone} ${atOrBefore}`),
    [
      "UTC+14 2022-03-29T16:00:00Z",
      "UTC+3 2022-03-30T03:00:00Z",
      "UTC 2022-03-30T06:00:00Z",
      "UTC-5 2022-03-30T11:00:00Z",
      "UTC-12 2022-03-30T18:00:00Z",
    ],
  );
});

test("an edited post bounds by its edit until somebody accepts that it showed this from the beginning", () => {
  const edited = upload("i6", claim("2022-03-28T10:00:00Z"), {
    edited: claim("2022-04-01T10:00:00Z", "2022-04-01T10:00:00Z", { means: "edited" }),
  });
  const { bound, maybeEarlier } = earliestUpload([b, edited]);
  assert.equal(bound?.upload.item, "i2");
  assert.deepEqual(maybeEarlier, [edited]);
  assert.equal(earliestUpload([edited]).bound?.rests, "edited");
  assert.equal(earliestUpload([b, { ...edited, judged: "accepted" }]).bound?.atOrBefore, "2022-03-28T10:00:00Z");
});

test("when an e-mail says it was sent bounds nothing", () => {
  assert.equal(earliestUpload([upload("i7", claim("2022-03-01T00:00:00Z", undefined, { means: "sent" }))]).bound, null);
});

test("adding an upload never moves the bound later, and their order plays no part", () => {
  const instant = fc
    .integer({ min: 0, max: 9999 })
    .map((minutes) => new Date(Date.UTC(2022, 2, 1) + minutes * 60_000).toISOString().replace(".000Z", "Z"));
  const any = fc
    .record({
      item: fc.integer({ min: 1, max: 9 }),
      one: instant,
      other: instant,
      edit: fc.option(instant),
      judged: fc.constantFrom(null, "accepted", "rejected"),
    })
    .map(({ item, one, other, edit, judged }): Upload => {
      const [earliest, latest] = [one, other].toSorted() as [string, string];
      return upload(`i${item}`, claim(earliest, latest), {
        edited: edit === null ? null : claim(edit),
        judged: judged as Upload["judged"],
      });
    });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), any, (uploads, more) => {
      const before = earliestUpload(uploads).bound;
      const after = earliestUpload([more, ...uploads]).bound;
      if (before !== null) assert.ok(after !== null && compareInstants(after.atOrBefore, before.atOrBefore) <= 0);
      assert.deepEqual(earliestUpload(uploads.toReversed()).bound, before);
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { RecordedMatch } from "../../core/copies/reopening.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { PictureEdge } from "./copy-groups.ts";
import type { Upload } from "./earliest-upload.ts";
import type { MatchJudgement } from "./judged-pairs.ts";
import { type RecordedBound, recordedUploads } from "./recorded-bounds.ts";

const instant = "2022-03-29T18:00:00Z";
const upload: Upload = {
  item: "i4",
  by: { of: "post", export: "i99" },
  time: { means: "posted", verbatim: instant, earliest: instant, latest: instant, zone: { state: "utc" }, basis: "result.json message 1" },
  edited: null,
  judged: null,
  seen: "recorded",
};
const span = (fromSec: number, toSec: number) => ({ fromSec, toSec });
const match = (a: ItemId, b: ItemId, ofA = span(0, 6), ofB = span(0, 6)): RecordedMatch => ({
  ...{ a, b },
  segments: [{ a: ofA, b: ofB, errorSec: 0.04 }],
});
const edge = (a: ItemId, b: ItemId, ofA = span(0, 6), ofB = span(0, 6)): PictureEdge => match(a, b, ofA, ofB);
const recorded: RecordedBound = {
  line: 50,
  upload,
  members: ["i1", "i2", "i3", "i4"],
  matches: [match("i2", "i4"), match("i1", "i2"), match("i1", "i3")],
};
const found = (edges: readonly PictureEdge[], judgements: readonly MatchJudgement[] = [], of = [recorded]) =>
  recordedUploads(
    of,
    { edges, isPair: (a, b) => edges.some((one) => [one.a, one.b].toSorted().join() === [a, b].toSorted().join()) },
    {
      bytesOf: (item) => item,
      judgementsOf: (a, b) => judgements.filter((one) => [one.a, one.b].toSorted().join() === [a, b].toSorted().join()),
    },
  );
const now = [edge("i1", "i2"), edge("i1", "i3")];
const rejected = (a: ItemId, b: ItemId, part: MatchJudgement["part"] = { of: "pair" }): MatchJudgement => ({
  ...{ line: 60, a, b, part, verdict: "rejected" },
});

test("a recorded bound stays when the copy that was out earliest is gone from the group", () => {
  assert.deepEqual(found(now)(["i1", "i2", "i3"]), [upload]);
});

test("a recorded bound is none of another group", () => {
  assert.deepEqual(found([...now, edge("i8", "i9")])(["i8", "i9"]), []);
});

test("a person's rejection of the match that joined it takes a recorded bound from the group", () => {
  assert.deepEqual(found(now, [rejected("i4", "i2")])(["i1", "i2", "i3"]), []);
  assert.deepEqual(
    found(now, [rejected("i4", "i2", { of: "segment", channel: "picture", a: span(0, 6), b: span(0, 6) })])(["i1", "i2", "i3"]),
    [],
  );
  // Another match fell: what joined D to the group stands.
  assert.deepEqual(found(now, [rejected("i4", "i1")])(["i1", "i2", "i3"]), [upload]);
});

test("a match that a person rejected is cut where it is now, too", () => {
  const cut = [edge("i1", "i3")];
  assert.deepEqual(found(cut, [rejected("i2", "i1")])(["i1", "i3"]), []);
});

test("a compilation does not carry the bound of one of its clips to the others", () => {
  const montage = [edge("i2", "i7", span(0, 6), span(0, 6)), edge("i8", "i7", span(0, 6), span(6, 12))];
  const bound: RecordedBound = { ...recorded, matches: [...recorded.matches, match("i4", "i7")], members: [...recorded.members, "i7"] };
  const uploads = found([...now, ...montage], [], [bound]);
  assert.deepEqual(uploads(["i1", "i2", "i3", "i7"]), [upload]);
  assert.deepEqual(uploads(["i7", "i8"]), []);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Span } from "../../core/copies/segment-match.ts";
import { groupCopies, type PictureEdge } from "./copy-groups.ts";

const span = (fromSec: number, toSec: number): Span => ({ fromSec, toSec });
const edge = (a: string, b: string, of: Span, asOf: Span): PictureEdge => ({ a, b, segments: [{ a: of, b: asOf, errorSec: 0.04 }] });
const membersOf = (edges: readonly PictureEdge[]) => groupCopies(edges).map(({ members }) => members.join(" "));

test("copies of a copy are in one group", () => {
  assert.deepEqual(membersOf([edge("a", "b", span(0, 10), span(0, 10)), edge("b", "c", span(2, 8), span(0, 6))]), ["a b c"]);
});

test("a compilation stands in the group of each clip that it holds, and joins none of them", () => {
  const edges = [
    edge("a", "montage", span(0, 6), span(0, 6)),
    edge("c", "montage", span(3, 9), span(6, 12)),
    edge("a", "a2", span(0, 20), span(0, 20)),
  ];
  assert.deepEqual(membersOf(edges), ["a a2 montage", "c montage"]);
});

test("a clip with its middle cut out is in one group with the whole one", () => {
  const cut: PictureEdge = {
    a: "whole",
    b: "cut",
    segments: [
      { a: span(0, 10), b: span(0, 10), errorSec: 0.04 },
      { a: span(20, 30), b: span(10, 20), errorSec: 0.04 },
    ],
  };
  assert.deepEqual(membersOf([cut]), ["cut whole"]);
  assert.equal(groupCopies([cut])[0]?.edges[0]?.segments.length, 2);
});

test("two compilations of the same two clips do not join the clips", () => {
  const edges: PictureEdge[] = [
    edge("x", "c1", span(0, 5), span(0, 5)),
    edge("w", "c1", span(0, 5), span(5, 10)),
    edge("x", "c2", span(0, 5), span(5, 10)),
    edge("w", "c2", span(0, 5), span(0, 5)),
    {
      a: "c1",
      b: "c2",
      segments: [
        { a: span(0, 5), b: span(5, 10), errorSec: 0.04 },
        { a: span(5, 10), b: span(0, 5), errorSec: 0.04 },
      ],
    },
  ];
  assert.deepEqual(membersOf(edges), ["c1 c2 w", "c1 c2 x"]);
});

test("a still picture that two clips hold joins them", () => {
  assert.deepEqual(membersOf([edge("still", "v", span(0, 0), span(3, 3)), edge("still", "w", span(0, 0), span(7, 9))]), ["still v w"]);
});

const anyEdge = fc
  .tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }))
  .filter(([a, b]) => a !== b)
  .chain(([a, b, from, length]) =>
    fc
      .integer({ min: 0, max: 40 })
      .map((other): PictureEdge => edge(`i${a}`, `i${b}`, span(from, from + length), span(other, other + length))),
  );

test("the order in which matches arrive, and which of the two is named first, never change the groups", () => {
  fc.assert(
    fc.property(fc.array(anyEdge, { maxLength: 24 }), fc.infiniteStream(fc.nat()), (edges, weights) => {
      const shuffled = edges
        .map((one) => ({ one, weight: weights.next().value as number }))
        .toSorted((a, b) => a.weight - b.weight)
        .map(({ one, weight }) =>
          weight % 2 === 0
            ? one
            : { a: one.b, b: one.a, segments: one.segments.map((segment) => ({ ...segment, a: segment.b, b: segment.a })) },
        );
      assert.deepEqual(membersOf(shuffled), membersOf(edges));
    }),
  );
});

test("one more match never takes a copy out of a group", () => {
  fc.assert(
    fc.property(fc.array(anyEdge, { maxLength: 24 }), anyEdge, (edges, more) => {
      const after = groupCopies([...edges, more]).map(({ members }) => new Set(members));
      for (const { members } of groupCopies(edges)) assert.ok(after.some((group) => members.every((member) => group.has(member))));
    }),
  );
});

test("no group lies within another", () => {
  fc.assert(
    fc.property(fc.array(anyEdge, { maxLength: 24 }), (edges) => {
      const groups = groupCopies(edges).map(({ members }) => new Set(members));
      for (const [at, one] of groups.entries())
        for (const [other, larger] of groups.entries()) if (at !== other) assert.ok(![...one].every((member) => larger.has(member)));
    }),
  );
});

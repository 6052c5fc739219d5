import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { ItemId } from "../../src/core/item/item.ts";
import type { CaseDerivation, ClaimCase } from "../../src/reason/claims/claim-case.ts";
import { circlesIn } from "../../src/reason/claims/derive/components.ts";
import type { OriginReport } from "../../src/reason/claims/origins/origin-report-types.ts";
import { originReport } from "../../src/reason/claims/origins/origin-report.ts";
import { caseOf, derives, onDay, place, stated } from "../support/case-of-claims.ts";

const runs = { seed: 20310506, numRuns: 300 };
const most = 9;

const spoken = fc.record({
  item: fc.integer({ min: 1, max: most }),
  event: fc.constantFrom("e1" as const, "e2" as const, "unassigned" as const),
  what: fc.constantFrom("where" as const, "when" as const),
  /** 0: the text itself; 1 to 3 a known speaker; 4 and 5 words that nobody knows the source of; from 6 on a source with texts here. */
  speaker: fc.integer({ min: 0, max: 8 }),
  known: fc.boolean(),
  polarity: fc.constantFrom("affirmed" as const, "affirmed" as const, "denied" as const, "open" as const),
});
const link = fc.record({
  from: fc.integer({ min: 1, max: most }),
  to: fc.integer({ min: 1, max: most }),
  ofClaims: fc.boolean(),
  proposed: fc.boolean(),
});

type Spoken = typeof spoken extends fc.Arbitrary<infer T> ? T : never;
type Link = typeof link extends fc.Arbitrary<infer T> ? T : never;

function built(said: readonly Spoken[], links: readonly Link[], shift = 0): ClaimCase {
  const item = (number: number): ItemId => `i${number + shift}`;
  const claims = said.map(({ item: number, event, what, speaker, known, polarity }, at) =>
    stated({
      id: `k${at + 1 + shift}`,
      item: item(number),
      source: known ? `s${number + shift}` : "unknown",
      label: `outlet ${number}`,
      event: event === "unassigned" ? event : `e${Number(event.slice(1)) + shift}`,
      value: what === "where" ? place("near the mill") : onDay("on Monday", "2031-05-05"),
      polarity,
      speakers:
        speaker === 0
          ? []
          : [
              {
                words: `speaker ${speaker}`,
                source: speaker <= 3 ? `s${100 + speaker + shift}` : speaker > 5 ? `s${speaker - 5 + shift}` : "unknown",
              },
            ],
    }),
  );
  const derivations = links.map(({ from, to, ofClaims, proposed }): CaseDerivation => {
    const [one, other] = [claims[(from - 1) % Math.max(1, claims.length)], claims[(to - 1) % Math.max(1, claims.length)]];
    const standing = proposed ? "proposed" : "confirmed";
    return ofClaims && one !== undefined && other !== undefined && one !== other
      ? derives(one.id, other.id, standing)
      : derives(item(from), item(to), standing);
  });
  return caseOf(claims, derivations);
}

const counts = ({ cells }: OriginReport) => new Map(cells.map(({ event, aspect, part, count }) => [`${event} ${aspect} ${part}`, count]));

describe("origin counts, whatever a case holds", () => {
  it("a derived report never raises a count, in any cell", () => {
    fc.assert(
      fc.property(
        fc.array(spoken, { maxLength: 14 }),
        fc.array(link, { maxLength: 12 }),
        fc.integer({ min: 1, max: most }),
        fc.array(spoken, { maxLength: 4 }),
        (said, links, source, more) => {
          const before = built(said, links);
          // The new text may say whatever it likes; it names nobody whom its source does not have.
          const added = more.map((one, at) =>
            stated({
              id: `k${500 + at}`,
              item: "i500",
              event: one.event,
              value: one.what === "where" ? place("near the mill") : onDay("on Monday", "2031-05-05"),
              polarity: one.polarity,
            }),
          );
          const after = originReport({
            ...before,
            claims: [...before.claims, ...added],
            derivations: [...before.derivations, derives("i500", `i${source}`)],
          });
          const old = counts(originReport(before));
          for (const [key, { low, best, high }] of counts(after)) {
            const was = old.get(key) ?? { low: 0, best: 0, high: 0 };
            assert.ok(low <= was.low && best <= was.best && high <= was.high, key);
          }
        },
      ),
      runs,
    );
  });

  it("taking a derivation away never lowers a count", () => {
    fc.assert(
      fc.property(fc.array(spoken, { maxLength: 14 }), fc.array(link, { minLength: 1, maxLength: 12 }), fc.nat(), (said, links, which) => {
        const all = built(said, links);
        const fewer = originReport({ ...all, derivations: all.derivations.toSpliced(which % all.derivations.length, 1) });
        const old = counts(originReport(all));
        for (const [key, { low, best, high }] of counts(fewer)) {
          const was = old.get(key) as { low: number; best: number; high: number };
          assert.ok(low >= was.low && best >= was.best && high >= was.high, key);
        }
      }),
      runs,
    );
  });

  it("low is at most best, and best at most high", () => {
    fc.assert(
      fc.property(fc.array(spoken, { maxLength: 14 }), fc.array(link, { maxLength: 12 }), (said, links) => {
        for (const { low, best, high } of counts(originReport(built(said, links))).values()) assert.ok(low <= best && best <= high);
      }),
      runs,
    );
  });

  it("other numbers for the same records change nothing but the numbers", () => {
    const plain = (report: OriginReport, shift: number) =>
      JSON.stringify(report).replaceAll(
        /"([kise])(\d+)"/g,
        (_all, letter: string, digits: string) => `"${letter}${Number(digits) - shift}"`,
      );
    fc.assert(
      fc.property(fc.array(spoken, { maxLength: 14 }), fc.array(link, { maxLength: 12 }), (said, links) => {
        const shifted = plain(originReport(built(said, links, 1000)), 1000).replaceAll(
          / \(k(\d+)\)/g,
          (_all, digits: string) => ` (k${Number(digits) - 1000})`,
        );
        assert.equal(shifted, plain(originReport(built(said, links)), 0));
      }),
      runs,
    );
  });

  it("every claim is listed: in its cell, or as of no event", () => {
    fc.assert(
      fc.property(fc.array(spoken, { maxLength: 14 }), fc.array(link, { maxLength: 12 }), (said, links) => {
        const all = built(said, links);
        const { cells, unassigned } = originReport(all);
        const listed = [
          ...unassigned,
          ...cells.flatMap(({ origins, onlyDerived }) => [
            ...new Set([...origins.flatMap(({ claims, derived }) => [...claims, ...derived]), ...onlyDerived]),
          ]),
        ];
        assert.deepEqual(listed.toSorted(), all.claims.map(({ id }) => id).toSorted());
      }),
      runs,
    );
  });
});

describe("circles", () => {
  it("are those that a plain search for ways there and back finds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 40 }), (size, ways) => {
        const nodes = Array.from({ length: size }, (_, n) => n);
        const next = (node: number) => ways.filter(([from, to]) => from === node && to < size).map(([, to]) => to);
        const reaches = (from: number): Set<number> => {
          const seen = new Set<number>();
          const open = next(from);
          for (let at = open.pop(); at !== undefined; at = open.pop()) {
            if (seen.has(at)) continue;
            seen.add(at);
            open.push(...next(at));
          }
          return seen;
        };
        const reach = nodes.map(reaches);
        const naive = [
          ...Map.groupBy(
            nodes.filter((node) => reach[node]?.has(node)),
            (node) => nodes.find((other) => reach[node]?.has(other) && reach[other]?.has(node)),
          ).values(),
        ];
        assert.deepEqual(circlesIn(nodes, next), naive);
      }),
      { ...runs, numRuns: 1000 },
    );
  });

  it("a circle of texts is reported with the members that a plain search finds", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })), { maxLength: 14 }), (ways) => {
        const claims = [1, 2, 3, 4, 5, 6, 7].map((number) =>
          stated({ id: `k${number}`, item: `i${number}`, value: place("near the mill") }),
        );
        const links = ways.filter(([from, to]) => from !== to).map(([from, to]) => derives(`i${from}`, `i${to}`));
        const { circles } = originReport(caseOf(claims, links));
        const nodes = claims.map(({ text }) => text.item);
        const naive = circlesIn(nodes, (node) => links.filter(({ derived }) => derived === node).map(({ from }) => from as ItemId));
        assert.deepEqual(
          circles.map(({ members }) => members.toSorted()).toSorted(),
          naive.map((members) => members.toSorted()).toSorted(),
        );
      }),
      runs,
    );
  });

  it("a chain of 20,000 restatements is followed to its one origin", () => {
    const length = 20_000;
    const claims = Array.from({ length }, (_, at) => at);
    assert.deepEqual(
      circlesIn(claims, (at) => (at === 0 ? [] : [at - 1])),
      [],
    );
    assert.equal(circlesIn(claims, (at) => [(at + 1) % length])[0]?.length, length);
  });
});

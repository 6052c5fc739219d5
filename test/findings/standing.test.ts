/** How a version of a finding stands, whatever lines there are: nobody's own approval counts, and nothing counts for another version. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type FindingAct, findingStanding, reviewerFault, type VersionWritten } from "../../src/core/finding/finding-standing.ts";
import { independentGrounds } from "../../src/core/grading/independent-grounds.ts";
import type { Digest } from "../../src/core/hash/digest.ts";
import type { PersonId } from "../../src/core/key/key.ts";

const digest = (n: number): Digest => `sha256:${String(n).padStart(64, "0")}`;
const people: readonly PersonId[] = ["p1", "p2", "p3"];
/** The third person goes by another name and has the first one's key. */
const keysOf = (person: PersonId): ReadonlySet<Digest> => new Set([person === "p2" ? digest(902) : digest(901)]);
const person = fc.constantFrom(...people);

const versions = fc
  .array(person, { minLength: 1, maxLength: 4 })
  .map((writers) => writers.map((by, at): VersionWritten => ({ version: at + 1, document: digest(at + 1), by })));
/** Mostly of a version that there is and of its own document, so that much of it could count. */
const act = fc.record({
  version: fc.integer({ min: 1, max: 4 }),
  document: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 5 }).map(digest) }),
  act: fc.constantFrom("signed" as const, "approves" as const, "returns" as const),
  by: person,
  key: fc.option(fc.constantFrom(digest(901), digest(902)), { freq: 8 }),
});
const acts = fc
  .array(act, { maxLength: 14 })
  .map((all) => all.map((one, at): FindingAct => ({ ...one, document: one.document ?? digest(one.version), line: at + 10 })));

describe("how a finding stands", () => {
  it("is approved only by somebody who wrote none of it, with a key of their own, after its writer signed", () => {
    fc.assert(
      fc.property(versions, acts, (written, done) => {
        const { state, writers, signed, review } = findingStanding({ versions: written, acts: done, withdrawn: false, keysOf });
        const newest = written.at(-1) as VersionWritten;
        if (signed !== null) assert.deepEqual([signed.by, signed.document, signed.version], [newest.by, newest.document, newest.version]);
        if (state === "draft") assert.equal(signed, null);
        if (state !== "approved" && state !== "returned") return;
        assert.ok(review !== null && signed !== null && review.line > signed.line);
        assert.ok(!writers.includes(review.by) && review.document === newest.document && review.key !== null);
        // Whoever can append a line in another's name has no key of theirs.
        assert.ok(keysOf(review.by).has(review.key) && signed.key !== null && keysOf(signed.by).has(signed.key));
        // Of two writers with one key, neither reviews the other.
        for (const writer of writers) for (const key of keysOf(writer)) assert.ok(key !== review.key && !keysOf(review.by).has(key));
        for (const { by } of written) assert.ok(by !== review.by);
      }),
      { numRuns: 1000 },
    );
  });

  it("stays returned until whoever gave it back approves it, whoever else approves it", () => {
    const own = (by: PersonId): ReadonlySet<Digest> => new Set([digest(900 + Number(by.slice(1)))]);
    const done = (line: number, by: PersonId, what: FindingAct["act"], key = digest(900 + Number(by.slice(1)))): FindingAct => ({
      ...{ line, by, key, act: what, version: 1, document: digest(1) },
    });
    const stateOf = (...later: FindingAct[]) =>
      findingStanding({
        versions: [{ version: 1, document: digest(1), by: "p1" }],
        acts: [done(5, "p1", "signed"), ...later],
        withdrawn: false,
        keysOf: own,
      }).state;
    assert.equal(stateOf(done(6, "p2", "returns"), done(7, "p3", "approves")), "returned");
    assert.equal(stateOf(done(6, "p2", "returns"), done(7, "p3", "approves"), done(8, "p2", "approves")), "approved");
    assert.equal(stateOf(done(6, "p2", "approves"), done(7, "p3", "returns")), "returned");
    assert.equal(stateOf(done(6, "p2", "approves", digest(999))), "signed", "a key that nobody has");
  });

  it("is a draft again as soon as somebody writes another version", () => {
    fc.assert(
      fc.property(versions, acts, person, (written, done, by) => {
        const next = { version: written.length + 1, document: digest(77), by };
        const facts = {
          versions: [...written, next],
          acts: done.filter(({ version }) => version <= written.length),
          withdrawn: false,
          keysOf,
        };
        assert.equal(findingStanding(facts).state, "draft");
      }),
    );
  });

  it("tells a reviewer by person and by key", () => {
    const given = { key: null, writers: ["p1"] as const, keysOf };
    assert.match(reviewerFault({ ...given, person: "p1" }) ?? "", /wrote no part/);
    assert.match(reviewerFault({ ...given, person: "p3" }) ?? "", /a key of their own/);
    assert.equal(reviewerFault({ ...given, person: "p2" }), undefined);
  });
});

describe("independent grounds", () => {
  const ground = fc.record({
    record: fc.constantFrom("o1", "o2", "k1", "k2", "i1"),
    to: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 2 }),
  });

  it("share nothing that they lead back to, and hold every ground that leads anywhere", () => {
    fc.assert(
      fc.property(fc.array(ground, { maxLength: 8 }), (grounds) => {
        const groups = independentGrounds(grounds);
        const keys = groups.map((group) => new Set(group.flatMap(({ to }) => to)));
        for (const [at, own] of keys.entries()) for (const other of keys.slice(at + 1)) for (const key of own) assert.ok(!other.has(key));
        const known = grounds.filter(({ to }) => to.length > 0).length;
        assert.equal(groups.flat().length, known === 0 ? grounds.length : known);
        assert.ok(known > 0 || groups.length <= 1);
      }),
    );
  });

  it("are never more for knowing that two lead back to the same", () => {
    fc.assert(
      fc.property(fc.array(ground, { minLength: 2, maxLength: 6 }), (grounds) => {
        const [first, second, ...rest] = grounds as [(typeof grounds)[0], (typeof grounds)[0], ...typeof grounds];
        const joined = [{ ...first, to: [...first.to, "z"] }, { ...second, to: [...second.to, "z"] }, ...rest];
        assert.ok(
          independentGrounds(joined).length <=
            Math.max(1, independentGrounds(grounds).length) + (first.to.length + second.to.length === 0 ? 1 : 0),
        );
      }),
    );
  });
});

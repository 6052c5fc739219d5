/** What states of persons say together: rules before they are kept, contradictions that are listed, and lanes of the figure. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { faultOfFacts, faultOfStretch } from "../../src/core/subject/check-state.ts";
import { faultOfSubject } from "../../src/core/subject/check-subject.ts";
import { type SubjectFact, SubjectFactName } from "../../src/core/subject/subject-state.ts";
import { joinedTo } from "../../src/reason/subject/same-persons.ts";
import { stateContradictions } from "../../src/reason/subject/state-contradictions.ts";
import type { JudgedSame, KnownSubject, StatedState } from "../../src/reason/subject/subject-facts.ts";
import { subjectLane } from "../../src/reason/subject/subject-timeline.ts";

const said = (facts: Partial<Record<SubjectFact["fact"], SubjectFact["standing"]>>) => ({
  facts: Object.entries(facts).map(([fact, standing]) => ({ fact: fact as SubjectFactName, standing, note: "" })),
  observations: [],
});
const state = (
  id: number,
  [fromS, toS]: readonly [number, number],
  facts: Parameters<typeof said>[0],
  subject: StatedState["subject"] = "P1",
): StatedState => ({ id: `st${id}`, subject, item: "i1", fromS, toS, facts: said(facts) });
const seen = (id: KnownSubject["id"], item: KnownSubject["item"] = "i1"): KnownSubject => ({ id, item, known: "seen" });
const same = (id: number, a: JudgedSame["a"], b: JudgedSame["b"], verdict: JudgedSame["verdict"] = "same"): JudgedSame => ({
  ...{ id: `sj${id}`, a, b, verdict, on: ["clothing"] },
});

describe("what may be stated of a person", () => {
  it("somebody who is not in the frame is seen doing nothing, and may be heard", () => {
    assert.equal(faultOfFacts(said({ "not-in-frame": "seen", voice: "seen" })), undefined);
    assert.equal(faultOfFacts(said({ "not-in-frame": "seen", bound: "cannot-tell" })), undefined);
    assert.match(faultOfFacts(said({ "not-in-frame": "seen", bound: "seen" })) ?? "", /not in the frame.*"bound" as seen/);
    assert.match(faultOfFacts(said({ "not-in-frame": "seen", "own-movement": "not-seen" })) ?? "", /"own-movement" as not-seen/);
    const [bound] = said({ bound: "seen" }).facts;
    assert.match(faultOfFacts({ facts: [bound, bound] as SubjectFact[], observations: [] }) ?? "", /"bound" twice/);
  });

  it("a stretch lies within its item, where that is known", () => {
    assert.equal(faultOfStretch(1, 1, { startS: 0, endS: 4 }), undefined);
    assert.equal(faultOfStretch(100, 200, undefined), undefined);
    assert.match(faultOfStretch(2, 1, undefined) ?? "", /ends at or after its beginning/);
    assert.match(faultOfStretch(1, 9, { startS: 0, endS: 4 }) ?? "", /within the item, 0 to 4 s; found 1 s to 9 s/);
  });

  it("somebody who is only spoken of is described with where that is said, and every protection with why", () => {
    const heard = { known: "said", spokenOf: null, description: "others in the ditch", protection: [] } as const;
    assert.match(faultOfSubject(heard) ?? "", /a claim or a stretch in which somebody speaks of this person/);
    assert.equal(faultOfSubject({ ...heard, spokenOf: { by: "stretch", fromS: 1, toS: 2 } }), undefined);
    assert.match(
      faultOfSubject({ ...heard, known: "seen", protection: [{ sort: "child", reason: " " }] }) ?? "",
      /expected a reason for child/,
    );
    assert.match(faultOfSubject({ ...heard, known: "seen", description: " " }) ?? "", /clothing and position/);
  });
});

describe("contradictions of states", () => {
  const of = (states: readonly StatedState[], judgements: readonly JudgedSame[] = [], subjects = [seen("P1"), seen("P2")]) =>
    stateContradictions(subjects, states, judgements).map((one) => [one.sort, ...one.records]);

  it("signs of life after a stretch without are listed, and no sign of life is never death", () => {
    const none = state(1, [0, 2], { "own-movement": "not-seen", breath: "not-seen" });
    const alive = state(2, [5, 6], { breath: "seen" });
    assert.deepEqual(of([alive, none]), [["alive-after-no-sign", "st1", "st2"]]);
    assert.deepEqual(of([state(1, [5, 6], { breath: "not-seen" }), state(2, [0, 1], { breath: "seen" })]), [], "first alive, then no sign");
    assert.deepEqual(of([state(1, [0, 2], { breath: "cannot-tell" }), alive]), [], "nobody could tell");
  });

  it("seen and not seen in one stretch is one, and so is somebody seen where a state says that they are not in the frame", () => {
    assert.deepEqual(of([state(1, [0, 4], { bound: "seen" }), state(2, [3, 5], { bound: "not-seen" })]), [
      ["seen-and-not-seen", "st1", "st2"],
    ]);
    assert.deepEqual(of([state(1, [0, 3], { bound: "seen" }), state(2, [3, 5], { bound: "not-seen" })]), [], "hands may be untied");
    assert.deepEqual(of([state(1, [0, 4], { "not-in-frame": "seen" }), state(2, [1, 2], { wounded: "seen" })]), [
      ["seen-out-of-frame", "st1", "st2"],
    ]);
    assert.deepEqual(of([state(1, [0, 4], { "not-in-frame": "seen" }), state(2, [1, 2], { voice: "seen" })]), [], "a voice may be heard");
    assert.deepEqual(of([state(1, [0, 1], { wounded: "seen" }), state(2, [3, 4], { wounded: "not-seen" })]), [
      ["wound-gone", "st1", "st2"],
    ]);
  });

  it("somebody who is only spoken of and yet is seen is one", () => {
    assert.deepEqual(of([state(1, [0, 1], { bound: "seen" })], [], [{ id: "P1", item: "i1", known: "said" }]), [
      ["said-yet-seen", "P1", "st1"],
    ]);
  });

  it("two labels of one person in the picture at once, and labels that are one person by some and not by others", () => {
    const both = [state(1, [0, 4], { bound: "seen" }), state(2, [2, 3], { wounded: "seen" }, "P2")];
    assert.deepEqual(of(both), []);
    assert.deepEqual(of(both, [same(1, "P1", "P2")]), [["one-person-twice", "st1", "st2", "sj1"]]);
    assert.deepEqual(of(both, [same(1, "P1", "P2", "cannot-tell")]), []);
    const three = [seen("P1"), seen("P2", "i2"), seen("P3", "i3")];
    assert.deepEqual(of([], [same(1, "P1", "P2"), same(2, "P2", "P3"), same(3, "P3", "P1", "not-same")], three), [
      ["same-and-not-same", "sj2", "sj1", "sj3"],
    ]);
    assert.deepEqual(
      [...joinedTo("P1", [same(1, "P1", "P2"), same(2, "P2", "P3")])],
      [
        ["P2", ["sj1"]],
        ["P3", ["sj1", "sj2"]],
      ],
    );
  });

  it("the clocks of two items are never compared", () => {
    const other = { ...state(2, [5, 6], { breath: "seen" }, "P2"), item: "i2" as const };
    assert.deepEqual(of([state(1, [0, 2], { breath: "not-seen" }), other], [same(1, "P1", "P2")], [seen("P1"), seen("P2", "i2")]), []);
  });
});

describe("the figure of an item", () => {
  it("shows what nobody stated as a gap, and lets nothing go on over a cut", () => {
    const { parts } = subjectLane("P1", [state(1, [1, 5], { "own-movement": "seen" }), state(2, [8, 9], { "not-in-frame": "seen" })], {
      ...{ startS: 0, endS: 10, cuts: [3] },
    });
    assert.deepEqual(
      parts.map(({ fromS, toS, standing, endsInCut }) => [fromS, toS, standing, endsInCut]),
      [
        [0, 1, "unsaid", false],
        [1, 3, "alive", true],
        [3, 5, "alive", false],
        [5, 8, "unsaid", false],
        [8, 9, "out-of-frame", false],
        [9, 10, "unsaid", false],
      ],
    );
  });

  it("covers the whole item without a hole or an overlap, and says of each part only what a state says there", () => {
    const stretch = fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 6 }))
      .map(([from, length]) => [from, Math.min(20, from + length)] as const);
    const fact = fc.constantFrom(...SubjectFactName.options);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(stretch, fact), { maxLength: 6 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 19 }), { maxLength: 4 }),
        (list, cuts) => {
          const states = list.map(([at, name], index) => state(index + 1, at, { [name]: "seen" }));
          const { parts } = subjectLane("P1", states, { startS: 0, endS: 20, cuts });
          const long = parts.filter(({ fromS, toS }) => fromS < toS);
          assert.equal(long[0]?.fromS, 0);
          assert.equal(long.at(-1)?.toS, 20);
          for (const [index, part] of long.entries()) {
            if (index > 0) assert.equal(part.fromS, long[index - 1]?.toS);
            for (const cut of cuts) assert.ok(!(part.fromS < cut && part.toS > cut), `a part goes on over the cut at ${cut} s`);
            const there = states.filter(({ fromS, toS }) => fromS < toS && fromS <= part.fromS && toS >= part.toS).map(({ id }) => id);
            assert.deepEqual(part.states, there);
            assert.equal(part.standing === "unsaid", there.length === 0);
          }
          const moments = states.filter(({ fromS, toS }) => fromS === toS).map(({ id }) => id);
          assert.deepEqual(
            parts
              .filter(({ fromS, toS }) => fromS === toS)
              .flatMap((part) => part.states)
              .toSorted(),
            moments.toSorted(),
          );
        },
      ),
      { numRuns: 200, seed: 20261126 },
    );
  });
});

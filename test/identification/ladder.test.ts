/** Who and what, by rungs: the worked case, and what no rung may say. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Identification } from "../../src/core/identification/identification.ts";
import { taxonomy } from "../../src/core/identification/taxonomy-data.ts";
import { faultOfIdentification, namesInIdentification } from "../../src/reason/identification/check-identification.ts";
import { draftOf, withoutName } from "../../src/web/board/identifications-draft.ts";
import { climbLadder } from "../../src/reason/identification/climb-ladder.ts";
import { meaningsOn } from "../../src/reason/identification/marking-meanings.ts";
import { likelyNames } from "../../src/reason/identification/person-names.ts";

const day = "2022-03-29";
const worked: Identification = {
  item: "i1",
  event: "e2",
  subject: "P1",
  seen: [{ feature: "wheels-five-even", state: "present", observations: ["o3"] }],
  means: [
    { marking: "band-blue", day, basis: "band on the left arm, o1" },
    { marking: "flag-ukraine", day, basis: "patch, o2" },
    { marking: "letter-v", day, basis: "on a vehicle behind them, o4" },
  ],
  actor: "unknown",
  unit: {
    assertions: [
      { by: "UNIAN", source: "unknown", reliability: "F", says: { is: "elsewhere" }, event: "e1", claim: null },
      { by: "another outlet", source: "unknown", reliability: "F", says: { is: "unclear" }, event: "e2", claim: null },
    ],
    speech: [{ words: "Belgravia", readings: ["what they call themselves", "an estate a few hundred metres away"], observations: ["o5"] }],
  },
};
const ladder = (change: Partial<Identification> = {}) => climbLadder(taxonomy, { ...worked, ...change });

describe("who and what", () => {
  it("a blue band and a flag say what was worn, not who wore it", () => {
    const { actor } = ladder();
    assert.equal(actor.state, "marks");
    assert.equal(actor.words, "persons wearing marks used by Ukrainian forces in Mar 2022");
  });

  it("a letter painted on a vehicle is not worn by anybody, and is of a vehicle by itself", () => {
    assert.equal(ladder({ means: worked.means.slice(2) }).actor.state, "unknown");
    assert.equal(
      ladder({ subject: "V1", means: worked.means.slice(2) }).actor.words,
      "vehicle bearing marks used by Russian forces in Mar 2022",
    );
  });

  it("the vehicle is of the BMD family, with the BMPs out", () => {
    const { vehicle } = ladder();
    assert.equal(vehicle?.deepest?.label, "BMD family");
    assert.deepEqual(
      vehicle?.nodes.filter(({ key }) => key === "bmp-1" || key === "bmp-2").map(({ state }) => state),
      ["excluded", "excluded"],
    );
  });

  it("two marks are one kind of basis; a cry beside them is a second", () => {
    const words = "members of the Ukrainian armed forces";
    const marks = [
      { kind: "marks" as const, words: "blue band" },
      { kind: "marks" as const, words: "flag patch" },
    ];
    const two = { words, bases: marks };
    assert.match(faultOfIdentification(taxonomy, { ...worked, actor: two }) ?? "", /two kinds of basis.*found one \(marks\)/);
    assert.equal(ladder({ actor: two }).actor.words, "persons wearing marks used by Ukrainian forces in Mar 2022");
    const withCry = { words, bases: [...marks, { kind: "speech" as const, words: "a cry, o6" }] };
    assert.equal(faultOfIdentification(taxonomy, { ...worked, actor: withCry }), undefined);
    assert.deepEqual([ladder({ actor: withCry }).actor.state, ladder({ actor: withCry }).actor.words], ["inferred", words]);
  });

  it("a unit is no group of persons: it stays a rung of its own, and unresolved", () => {
    const bases = [
      { kind: "marks" as const, words: "blue band" },
      { kind: "speech" as const, words: "a cry" },
    ];
    assert.match(faultOfIdentification(taxonomy, { ...worked, actor: { words: "the Georgian Legion", bases } }) ?? "", /found a unit/);
    const { unit } = ladder();
    assert.equal(unit.state, "unresolved");
    assert.deepEqual(unit.speech[0]?.readings.length, 2);
  });

  it("what an agency says of the ambush is not carried over to the men of the killing", () => {
    const { unit, actor, caveats } = ladder();
    assert.deepEqual(
      unit.assertions.map(({ by, says }) => [by, says.is]),
      [["another outlet", "unclear"]],
    );
    assert.deepEqual(
      unit.ofOtherEvents.map(({ by, event, reliability }) => [by, event, reliability]),
      [["UNIAN", "e1", "F"]],
    );
    assert.ok(caveats.includes("unit-not-carried-over"));
    assert.equal(actor.words, "persons wearing marks used by Ukrainian forces in Mar 2022");
  });

  it("the name of a unit is refused beside persons of another event, and taken where it is of the same", () => {
    const [agency, ...others] = worked.unit.assertions;
    assert.ok(agency);
    const named = { ...agency, says: { is: "unit" as const, words: "Georgian Legion" } };
    const of = (event: Identification["event"]) =>
      faultOfIdentification(taxonomy, { ...worked, event, unit: { ...worked.unit, assertions: [named] } });
    assert.match(of("e2") ?? "", /said of e1.*without the words: nothing joins the two/);
    assert.match(of("unassigned") ?? "", /said of e1/);
    assert.equal(of("e1"), undefined);
    const wrong = { ...worked, unit: { ...worked.unit, assertions: [{ ...agency, event: "e2" as const }, ...others] } };
    assert.match(faultOfIdentification(taxonomy, wrong) ?? "", /said to be of another/);
    const ambush = ladder({ event: "e1", unit: { ...worked.unit, assertions: [named] } });
    assert.deepEqual([ambush.unit.state, ambush.unit.assertions.length], ["unresolved", 1]);
  });

  it("a mark means what is on record for its day, and says when other days mean other things", () => {
    assert.deepEqual(
      meaningsOn(taxonomy, "band-blue", day)?.usedBy.map(({ usedBy }) => usedBy),
      ["Ukrainian forces"],
    );
    assert.deepEqual(
      meaningsOn(taxonomy, "band-blue", "2025-03-10")?.usedBy.map(({ usedBy }) => usedBy),
      ["Ukrainian forces", "Russian forces"],
    );
    assert.deepEqual(
      meaningsOn(taxonomy, "triangle-white", day)?.usedBy.map(({ usedBy }) => usedBy),
      ["Russian forces"],
    );
    assert.deepEqual(meaningsOn(taxonomy, "letter-z", "2021-01-01")?.usedBy, []);
    assert.equal(
      ladder({ means: [{ marking: "band-blue", day: "2025-03-10", basis: "o1" }] }).actor.words,
      "persons wearing marks used by Ukrainian forces or by Russian forces in Mar 2025",
    );
  });

  it("marks of different sides are told apart, not averaged", () => {
    const both = ladder({
      means: [worked.means[0], { marking: "letter-z", day, basis: "patch" }, { marking: "band-white", day, basis: "o9" }].filter(
        (one) => one !== undefined,
      ),
    });
    assert.match(both.actor.words, /used by different sides \(blue band or tape: .*; white band or tape: /);
  });

  it("insignia and captured vehicles carry their caveat", () => {
    assert.deepEqual(ladder().caveats.slice(0, 3), ["worn-not-who", "captured-vehicles", "list-not-complete"]);
  });
});

describe("a pasted name", () => {
  it("is noticed in an actor's words and after 'named', in two alphabets", () => {
    assert.deepEqual(likelyNames("Ann Example of the Ukrainian Armed Forces"), ["Ann Example"]);
    assert.deepEqual(likelyNames("a man named Example"), ["Example"]);
    assert.deepEqual(likelyNames("Іван Приклад"), ["Іван Приклад"]);
    const bases = [{ kind: "marks" as const, words: "band" }];
    assert.deepEqual(namesInIdentification({ ...worked, actor: { words: "Ann Example", bases } }), ["Ann Example"]);
  });

  it("is noticed in who asserts something, in a unit's words, in what a word may mean and in the reason", () => {
    const said = (by: string, words: string) => ({
      ...{ by, source: "unknown" as const, reliability: "F" as const, says: { is: "unit" as const, words } },
      ...{ event: worked.event, claim: null },
    });
    const names = (by: string, words: string, reading: string, reason = "") =>
      namesInIdentification(
        { ...worked, unit: { assertions: [said(by, words)], speech: [{ words: "Kit Sample", readings: [reading], observations: [] }] } },
        reason,
      );
    assert.deepEqual(names("Sergeant Ann Example, of the unit", "a company", "a place"), ["Sergeant Ann Example"]);
    assert.deepEqual(names("UNIAN", "Ann Example company", "a place"), ["Ann Example"]);
    assert.deepEqual(names("UNIAN", "a company", "Ann Example of Harrow"), ["Ann Example"]);
    assert.deepEqual(names("UNIAN", "a company", "a place", "Ann Example wrote so"), ["Ann Example"]);
    for (const outlet of ["The New York Times", "Associated Press", "Deutsche Welle", "Al Jazeera", "Human Rights Watch", "General Staff"])
      assert.deepEqual(names(outlet, "Georgian Legion", "a place", `${outlet} says so`), [], outlet);
  });

  it("leaves nothing of itself where a label takes its place", () => {
    const [one] = worked.unit.assertions;
    assert.ok(one !== undefined);
    const by = "Sergeant Ann Example, on the radio";
    const named = { ...worked, unit: { ...worked.unit, assertions: [{ ...one, by }] } };
    const clean = namesInIdentification(named).reduce((draft, name) => withoutName(draft, name, "P1"), draftOf(named));
    assert.equal(clean.assertions[0]?.by, "P1, on the radio");
  });

  it("is not seen where words name forces, months and places of a unit", () => {
    for (const plain of [
      "persons wearing marks used by Ukrainian forces in Mar 2022",
      "Russian Airborne Forces",
      "National Guard of Ukraine",
      "two men with blue bands",
    ])
      assert.deepEqual(likelyNames(plain), [], plain);
    assert.deepEqual(namesInIdentification(worked), []);
  });
});

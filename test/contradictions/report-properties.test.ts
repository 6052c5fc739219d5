/** What holds of every report, whatever the claims: both orders tell the same, names matter nothing, and minimal sets are minimal. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ClaimId } from "../../src/core/claim/claim.ts";
import type { ClaimValue } from "../../src/core/claim/claim-value.ts";
import type { CaseClaim, ClaimCase } from "../../src/reason/claims/claim-case.ts";
import { contradictionReport } from "../../src/reason/claims/contradictions/contradiction-report.ts";
import type { ConflictSet, ContradictionReport } from "../../src/reason/claims/contradictions/contradiction-report-types.ts";
import { PlaceProblem } from "../../src/reason/place/place-problem.ts";
import { actor, caseOf, derives, number, onDay, place, stated } from "../support/case-of-claims.ts";

const settings = { horizon: ["2031-04-20", "2031-06-10"], zone: "UTC" } as const;
const phrases = ["in Harrow", "near Harrow", "3 km north of Harrow", "in Fenwick", "near Dunmore"];
const anchors = { Harrow: [{ lat: 50.5, lon: 30.2 }], Fenwick: [{ lat: 50.9, lon: 30.2 }] };
const places = Object.fromEntries(phrases.map((text) => [text, PlaceProblem.parse({ text, anchors })]));

const day = fc.integer({ min: 1, max: 9 }).map((n) => `2031-05-0${n}`);
const times: fc.Arbitrary<ClaimValue> = fc.oneof(
  fc
    .tuple(day, fc.constantFrom(undefined, "morning", "evening", "night"), fc.constantFrom(undefined, 1))
    .map(([on, part, plusMinusDays]) =>
      onDay(`on ${on}`, on, { ...(part === undefined ? {} : { part }), ...(plusMinusDays === undefined ? {} : { plusMinusDays }) }),
    ),
  fc.tuple(day, fc.constantFrom("not-after" as const, "not-before" as const)).map(([on, limit]): ClaimValue => ({
    ...{ is: "time", words: `${limit} ${on}` },
    readings: [{ kind: "bound", limit, day: on, zone: null }],
  })),
  fc.constantFrom(-48, -24, 12).map((hours): ClaimValue => ({
    ...{ is: "time", words: `${hours} hours` },
    readings: [{ kind: "offset", hours, plusMinusHours: 6, from: "publication", of: "the report" }],
  })),
);
const values = fc.oneof(
  { weight: 6, arbitrary: times },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 5 }).map((n) => number(`${n} people`, "people", n)) },
  { weight: 1, arbitrary: fc.constantFrom("the Harrow Brigade", "the Fenwick Guard", "soldiers").map((words) => actor(words, "one")) },
  { weight: 1, arbitrary: fc.constantFrom(...phrases).map(place) },
);
const published = { earliest: "2031-05-05T00:00:00Z", latest: "2031-05-05T12:00:00Z" };
const claim = fc.record({
  event: fc.constantFrom("e1" as const, "e2" as const, "e3" as const),
  value: values,
  polarity: fc.constantFrom("affirmed" as const, "affirmed" as const, "affirmed" as const, "denied" as const, "open" as const),
});
const links = [
  { id: "l1", from: "e1", to: "e2", relation: "before", basis: "" },
  { id: "l2", from: "e3", to: "e2", relation: "posting-of", basis: "" },
] as const;
const cases = fc
  .record({
    claims: fc.array(claim, { minLength: 2, maxLength: 7 }),
    order: fc.boolean(),
    same: fc.boolean(),
  })
  .map(({ claims, order, same }): ClaimCase =>
    caseOf(
      claims.map((one, i) => stated({ ...one, id: `k${i + 1}`, item: `i${i + 1}`, published })),
      [derives("k2", "k1")],
      {
        links: order ? links : [],
        assumptions: same ? [{ id: "u1", what: { is: "same-event", first: "e1", second: "e3" }, words: "for the sake of it" }] : [],
      },
    ),
  );

const reportOf = (c: ClaimCase) => contradictionReport(c, settings, places);
const keyOf = ({ members, gap, aspect }: ConflictSet, name: (id: string) => string = (id) => id) =>
  JSON.stringify([aspect, members.map(({ id }) => name(id)).toSorted(), gap]);
const setsOf = ({ sets }: ContradictionReport, name?: (id: string) => string) => sets.map((set) => keyOf(set, name)).toSorted();
const pairsOf = ({ events }: ContradictionReport, name: (id: string) => string = (id) => id) =>
  events
    .flatMap(({ aspects }) => aspects.flatMap(({ pairs }) => pairs))
    .map(({ first, second, judgement, narrower, gap, touching, alongDerivation }) =>
      JSON.stringify([
        [name(first), name(second)].toSorted(),
        judgement,
        narrower === null ? null : name(narrower),
        gap,
        touching,
        alongDerivation,
      ]),
    )
    .toSorted();

/** Under other numbers, so that what was asked first is now asked second. */
function renamed(c: ClaimCase): { case: ClaimCase; name: (id: string) => string } {
  const most = c.claims.length + 1;
  const turn = (id: string) => (id.startsWith("k") ? `k${most - Number(id.slice(1))}` : id);
  return {
    case: {
      ...c,
      claims: c.claims.map((one): CaseClaim => ({ ...one, id: turn(one.id) as ClaimId })).toReversed(),
      derivations: c.derivations.map((one) => ({ ...one, derived: turn(one.derived) as ClaimId, from: turn(one.from) as ClaimId })),
      links: c.links.toReversed(),
    },
    name: turn,
  };
}

test("judgements, sets and gaps are the same whatever the claims are called and in which order they come", () => {
  fc.assert(
    fc.property(cases, (c) => {
      const report = reportOf(c);
      const other = renamed(c);
      const again = reportOf(other.case);
      assert.deepEqual(pairsOf(again, other.name), pairsOf(report));
      assert.deepEqual(setsOf(again, other.name), setsOf(report));
    }),
    { numRuns: 60 },
  );
});

test("a minimal set stands alone, and no longer once any member of it is gone", () => {
  let looked = 0;
  fc.assert(
    fc.property(cases, (c) => {
      for (const set of reportOf(c).sets) {
        looked++;
        const ids = new Set<string>([...set.members.map(({ id }) => id), ...set.certain]);
        const only = (kept: (id: string) => boolean): ClaimCase => ({
          ...c,
          claims: c.claims.filter(({ id }) => kept(id)),
          links: c.links.filter(({ id }) => kept(id)),
          assumptions: c.assumptions.filter(({ id }) => kept(id)),
        });
        assert.deepEqual(setsOf(reportOf(only((id) => ids.has(id)))), [keyOf(set)]);
        for (const { id: dropped } of set.members) assert.deepEqual(reportOf(only((id) => ids.has(id) && id !== dropped)).sets, []);
      }
    }),
    { numRuns: 200 },
  );
  assert.ok(looked > 20, `${looked} sets`);
});

test("a claim about another event changes no set", () => {
  fc.assert(
    fc.property(cases, values, (c, value) => {
      const more = stated({ id: "k99", item: "i99", event: "e9", value, published });
      const whole = reportOf({
        ...c,
        claims: [more, ...c.claims],
        events: [...c.events, { id: "e9", sort: "other", title: "", time: "unknown", place: "unknown" }],
      });
      assert.deepEqual(setsOf(whole), setsOf(reportOf(c)));
    }),
    { numRuns: 40 },
  );
});

test("no words, days, zones or records that are not there make it fail", () => {
  const words = fc.string({ unit: "binary", minLength: 1, maxLength: 20 });
  const anyDay = fc.constantFrom("0000-01-01", "0001-01-01", "1969-12-31", "2031-02-28", "9999-12-31");
  const clock = fc.constantFrom("00:00", "11:59", "12:00", "24:00");
  const zone = fc.oneof(fc.constant(null), words, fc.constantFrom("Europe/Kyiv", "+14:00", "-12:00"));
  const dated = {
    day: anyDay,
    toDay: fc.option(anyDay, { nil: undefined }),
    part: fc.option(fc.oneof(words, fc.constantFrom("night", "__proto__", "constructor")), { nil: undefined }),
    between: fc.option(fc.tuple(clock, clock), { nil: undefined }),
    plusMinusDays: fc.option(fc.constantFrom(0, 1, 3660), { nil: undefined }),
    zone,
  };
  const reading = fc.oneof(
    fc.record({ kind: fc.constant("within" as const), ...dated }),
    fc.record({ kind: fc.constant("bound" as const), limit: fc.constantFrom("not-after" as const, "not-before" as const), ...dated }),
    fc.record({ kind: fc.constant("sun" as const), sun: fc.constantFrom("morning" as const, "night" as const), day: anyDay }),
    fc.record({
      kind: fc.constant("offset" as const),
      hours: fc.constantFrom(-10_000_000, 0, 10_000_000),
      plusMinusHours: fc.constantFrom(0, 10_000_000),
      from: fc.constantFrom("utterance" as const, "publication" as const, "event" as const),
      of: words,
    }),
  );
  const figure = fc.constantFrom(null, 0, -5, 1e308, 0.1, 7);
  const anything: fc.Arbitrary<ClaimValue> = fc.oneof(
    fc.record({
      is: fc.constant("time" as const),
      words,
      readings: fc.array(reading, { minLength: 1, maxLength: 3 }),
    }) as fc.Arbitrary<ClaimValue>,
    fc.record({ is: fc.constant("number" as const), words, unit: words, low: figure, best: figure, high: figure }),
    words.map(place),
    words.map((one) => actor(one)),
  );
  const id = fc.constantFrom("e1" as const, "e2" as const, "e77" as const);
  fc.assert(
    fc.property(
      fc.array(fc.record({ event: id, value: anything, published: fc.constantFrom("unknown" as const, published) }), { maxLength: 5 }),
      fc.tuple(id, id, words),
      (claims, [first, second, where]) => {
        const c = caseOf(
          claims.map((one, i) => stated({ ...one, id: `k${i + 1}`, item: `i${i + 1}` })),
          [],
          {
            assumptions: [
              { id: "u1", what: { is: "same-day", first: "k1", second, zone: where }, words: "" },
              { id: "u2", what: { is: "same-day", first, second: "k9", zone: "UTC" }, words: "" },
              { id: "u3", what: { is: "before", first, second, atLeastHours: 10_000_000 }, words: "" },
              { id: "u4", what: { is: "zone", claim: "k88", zone: where }, words: "" },
            ],
            links: [{ id: "l1", from: first, to: second, relation: "filming-of", basis: "" }],
          },
        );
        contradictionReport(
          { ...c, events: c.events.filter((event) => event.id !== "e77") },
          {},
          { "in Harrow": PlaceProblem.parse({ text: "in Harrow", anchors }) },
        );
      },
    ),
    { numRuns: 150 },
  );
});

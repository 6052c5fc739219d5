import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CaseClaim, CaseDerivation, ClaimCase } from "../../src/reason/claims/claim-case.ts";
import type { OriginCell } from "../../src/reason/claims/origins/origin-report-types.ts";
import { originReport } from "../../src/reason/claims/origins/origin-report.ts";
import { caseOf, derives, onDay, place, type Stated, stated } from "../support/case-of-claims.ts";

const mill = place("near the mill");
const day = (date: string) => ({ earliest: `${date}T00:00:00Z`, latest: `${date}T23:59:59Z` });

/** Claims of one place of one event, each in an item of its own. */
function claims(...given: readonly Partial<Stated>[]): CaseClaim[] {
  return given.map((one, at) => stated({ id: `k${at + 1}`, item: `i${at + 1}`, value: mill, ...one }));
}

function only(all: readonly CaseClaim[], derivations: readonly CaseDerivation[] = [], more: Partial<ClaimCase> = {}): OriginCell {
  const { cells } = originReport(caseOf(all, derivations, more));
  assert.equal(cells.length, 1);
  return cells[0] as OriginCell;
}

describe("independent origins", () => {
  it("outlets that quote one speaker are one origin, and one source that says it twice is one", () => {
    const soldiers = { words: "soldiers", source: "s9" as const };
    const cell = only(
      claims(
        { speakers: [soldiers] },
        { speakers: [{ words: "the agency", source: "s8" }, soldiers] },
        { source: "s9" },
        { item: "i7" },
        { source: "s7" },
      ),
    );
    assert.deepEqual(cell.count, { low: 2, best: 2, high: 2 });
    assert.deepEqual(
      cell.origins.map((one) => [one.source, one.claims.join(), one.derived.join()]),
      [
        ["s9", "k3", "k1,k2"],
        ["s7", "k4,k5", ""],
      ],
    );
  });

  it("a speaker who publishes a text of the case is no origin where that text has it from others", () => {
    const quotes = (source: "s1" | "s2" | "s9") => ({ speakers: [{ words: "them", source }] });
    const viaDerived = only(claims({}, {}, quotes("s2")), [derives("i2", "i1")]);
    assert.deepEqual(
      viaDerived.origins.map(({ source, derived }) => [source, derived]),
      [["s1", ["k2", "k3"]]],
    );
    const viaSpeaker = only(claims(quotes("s9"), quotes("s1")));
    assert.deepEqual(
      viaSpeaker.origins.map(({ source, derived }) => [source, derived]),
      [["s9", ["k2"]]],
    );
  });

  it("whoever is quoted as denying what their own text affirms is one origin that says both", () => {
    const denying = { speakers: [{ words: "them", source: "s1" as const }], polarity: "denied" as const };
    const cell = only(claims({}, denying));
    assert.deepEqual(
      cell.origins.map(({ source, says }) => [source, says]),
      [["s1", ["affirmed", "denied"]]],
    );
    assert.deepEqual([cell.count.best, cell.denied], [1, 1]);
  });

  it("claims of no event are joined to none by a derivation of whole texts, and to those that a person named", () => {
    const none = { event: "unassigned" } as const;
    const pairs = (derived: "i2" | "k2", from: "i1" | "k1") =>
      originReport(caseOf(claims(none, none), [derives(derived, from)])).edges[0]?.pairs;
    assert.deepEqual(pairs("i2", "i1"), []);
    assert.deepEqual(pairs("k2", "k1"), [["k2", "k1"]]);
  });

  it("two that quote each other are a circle, without anybody's derivation", () => {
    const report = originReport(
      caseOf(claims({ speakers: [{ words: "Two", source: "s2" }] }, { speakers: [{ words: "One", source: "s1" }] })),
    );
    assert.deepEqual(
      report.circles.map(({ members, standing }) => [members, standing]),
      [[["k1", "k2"], "confirmed"]],
    );
    assert.deepEqual(report.cells[0]?.count, { low: 1, best: 1, high: 1 });
  });

  it("sources that nobody knows widen the range and are never one more", () => {
    const unknown = [{ words: "residents", source: "unknown" as const }];
    assert.deepEqual(only(claims({ speakers: unknown }, { speakers: unknown })).count, { low: 1, best: 1, high: 2 });
    assert.deepEqual(only(claims({}, { speakers: unknown }, { source: "unknown", label: "a channel" })).count, {
      low: 1,
      best: 1,
      high: 3,
    });
    assert.deepEqual(only(claims({ source: "unknown", label: "a channel" }, { source: "unknown", label: "a channel" })).count, {
      low: 1,
      best: 1,
      high: 1,
    });
  });

  it("a whole text that derives from another makes no origin, but for what it has from a speaker of its own", () => {
    const all = claims({}, {}, { item: "i2", speakers: [{ words: "the mayor", source: "s9" }] });
    assert.deepEqual(
      only(all, [derives("i2", "i1")]).origins.map(({ source, claims: first, derived }) => [source, first, derived]),
      [
        ["s1", ["k1"], ["k2"]],
        ["s9", ["k3"], []],
      ],
    );
  });

  it("a derivation reaches through a text that nobody entered claims of", () => {
    assert.equal(only(claims({}, {}), [derives("i2", "i5"), derives("i5", "i1")]).count.high, 1);
  });

  it("what is proposed is counted apart, and what was rejected not at all", () => {
    const cell = only(claims({}, {}), [derives("i2", "i1", "proposed")]);
    assert.deepEqual(cell.count, { low: 1, best: 2, high: 2 });
    assert.deepEqual(cell.ifConfirmed, { low: 1, best: 1, high: 1 });
    const rejected = originReport(caseOf(claims({}, {}), [derives("i2", "i1", "rejected")]));
    assert.deepEqual(rejected.cells[0]?.count, { low: 2, best: 2, high: 2 });
    assert.deepEqual(rejected.edges, []);
  });

  it("whoever denies, or says that it is not known, is told and not counted with those who assert", () => {
    const cell = only(claims({}, { polarity: "denied" }, { polarity: "open" }));
    assert.deepEqual([cell.count.best, cell.denied, cell.leftOpen], [1, 1, 1]);
    assert.equal(only(claims({ polarity: "denied" })).support, "nobody");
  });

  it("who did it and who suffered it are two questions, and two events share no cell even where one is assumed", () => {
    const did = { is: "actor", words: "the unit", part: "did", count: "several" } as const;
    const all = claims({ value: did }, { value: { ...did, part: "suffered" } }, { value: did, event: "e2" });
    const { cells } = originReport(
      caseOf(all, [], { assumptions: [{ id: "u1", what: { is: "same-event", first: "e1", second: "e2" }, words: "assumed" }] }),
    );
    assert.deepEqual(
      cells.map(({ event, part, count }) => [event, part, count.best]),
      [
        ["e1", "did", 1],
        ["e1", "suffered", 1],
        ["e2", "did", 1],
      ],
    );
  });
});

describe("what several origins are worth beside each other", () => {
  const support = (given: readonly Partial<Stated>[], copies: ClaimCase["copies"] = []) => only(claims(...given), [], { copies }).support;

  it("readings of one exhibit, or of its copies, replicate", () => {
    assert.equal(
      support([
        { restsOn: ["i30"], basis: "inferred" },
        { restsOn: ["i30"], basis: "measured" },
      ]),
      "replicated",
    );
    assert.equal(support([{ restsOn: ["i30"] }, { restsOn: ["i31"] }], [["i30", "i31"]]), "replicated");
  });

  it("only two exhibits or different kinds of basis may corroborate", () => {
    assert.equal(support([{ restsOn: ["i30"] }, { restsOn: ["i31"] }]), "may-corroborate");
    assert.equal(support([{ restsOn: ["i30"], basis: "inferred" }, { basis: "saw" }]), "may-corroborate");
    assert.equal(support([{ basis: "saw" }, { basis: "saw" }]), "may-corroborate");
    assert.equal(support([{ basis: "told" }, { basis: "told" }]), "unstated");
  });

  it("an exhibit that is not named is not another one", () => {
    const clip = { restsOn: ["i30"] as const, basis: "inferred" as const };
    assert.equal(support([clip, clip, { basis: "inferred" }]), "unstated");
    assert.equal(support([{ restsOn: ["i30"], basis: "filmed" }, { basis: "filmed" }]), "unstated");
    assert.equal(support([{ basis: "filmed" }, { basis: "filmed" }]), "may-corroborate");
    assert.equal(support([{ restsOn: ["i30", "i31"] }, { restsOn: ["i31", "i30"] }]), "replicated");
    assert.equal(support([{ restsOn: ["i30", "i31"] }, { restsOn: ["i30"] }]), "may-corroborate");
  });

  it("nothing is said where nobody says how they know, or only one does", () => {
    assert.equal(support([{}, {}]), "unstated");
    assert.equal(support([{ restsOn: ["i30"] }, {}]), "unstated");
    assert.equal(support([{ restsOn: ["i30"] }]), "one-origin");
    assert.equal(only(claims({ restsOn: ["i30"] }, { restsOn: ["i31"] }), [derives("i2", "i1")]).support, "one-origin");
  });

  it("a time that is only a limit or a part of a day is told as that", () => {
    const limit = {
      is: "time",
      words: "by Monday",
      readings: [{ kind: "bound", limit: "not-after", day: "2031-05-05", zone: null }],
    } as const;
    assert.equal(only(claims({ value: { ...limit, readings: [...limit.readings] } })).origins[0]?.boundOnly, true);
    assert.equal(only(claims({ value: onDay("on Monday", "2031-05-05") })).origins[0]?.boundOnly, false);
    assert.equal(only(claims({})).origins[0]?.boundOnly, false);
  });
});

describe("circles and time travel", () => {
  it("a circle is named with all its members, and stands for one origin that is not in the case", () => {
    const all = claims({ label: "Courier" }, { label: "Herald" }, { label: "Post" }, { label: "Star" });
    const report = originReport(caseOf(all, [derives("i1", "i2"), derives("i2", "i3"), derives("i3", "i1"), derives("i4", "i1")]));
    assert.deepEqual(report.circles, [{ members: ["i1", "i2", "i3"], labels: ["Courier", "Herald", "Post"], standing: "confirmed" }]);
    const [cell] = report.cells;
    assert.deepEqual(cell?.count, { low: 1, best: 1, high: 1 });
    assert.deepEqual(cell?.origins[0], {
      ...cell?.origins[0],
      source: "unknown",
      label: "unknown",
      claims: ["k1", "k2", "k3"],
      derived: ["k4"],
      circle: 0,
    });
  });

  it("a circle that leads out of itself comes from there", () => {
    const report = originReport(caseOf(claims({}, {}, {}), [derives("k1", "k2"), derives("k2", "k1"), derives("k2", "k3")]));
    assert.equal(report.circles.length, 1);
    assert.deepEqual(
      report.cells[0]?.origins.map(({ source, claims: first, derived, circle }) => [source, first, derived, circle]),
      [["s3", ["k3"], ["k1", "k2"], null]],
    );
  });

  it("texts that take different things from each other are a circle of texts, and their claims keep their origins", () => {
    const all = [
      ...claims({}, {}),
      stated({ id: "k3", item: "i1", aspect: "when", value: onDay("on Monday", "2031-05-05") }),
      stated({ id: "k4", item: "i2", aspect: "when", value: onDay("on Monday", "2031-05-05") }),
    ];
    const report = originReport(caseOf(all, [derives("k1", "k2"), derives("k4", "k3")]));
    assert.deepEqual(report.circles, []);
    assert.deepEqual(
      report.cells.map(({ origins }) => origins.map(({ source }) => source)),
      [["s2"], ["s1"]],
    );
  });

  it("a circle that only proposed derivations close is told as that", () => {
    const report = originReport(caseOf(claims({}, {}), [derives("i1", "i2"), derives("i2", "i1", "proposed")]));
    assert.deepEqual(
      report.circles.map(({ members, standing }) => [members.join(), standing]),
      [["i1,i2", "proposed"]],
    );
    assert.deepEqual(report.cells[0]?.count, { low: 1, best: 1, high: 1 });
  });

  it("a claim that leads back to its own text through texts without claims has no origin in the case", () => {
    const report = originReport(caseOf(claims({}), [derives("k1", "i5"), derives("i5", "i1")]));
    assert.deepEqual(
      report.circles.map(({ members }) => members),
      [["i5", "i1"]],
    );
    assert.equal(report.cells[0]?.origins[0]?.source, "unknown");
  });

  it("a text published before what it derives from is flagged only where the times share no instant", () => {
    const order = (derived: Stated["published"], from: Stated["published"]) =>
      originReport(caseOf(claims({ published: from ?? "unknown" }, { published: derived ?? "unknown" }), [derives("i2", "i1")])).edges[0]
        ?.order;
    assert.equal(order(day("2031-05-04"), day("2031-05-05")), "before");
    assert.equal(order(day("2031-05-05"), day("2031-05-05")), "cannot-tell");
    assert.equal(order(day("2031-05-06"), day("2031-05-05")), "after");
    assert.equal(order("unknown", day("2031-05-05")), "cannot-tell");
    assert.equal(order({ earliest: "2031-05-04T00:00:00Z", latest: "2031-05-05T00:00:00Z" }, day("2031-05-05")), "cannot-tell");
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { ClaimRow } from "../../src/api/claims.ts";
import type { ClaimId } from "../../src/core/claim/claim.ts";
import type { CaseClaim, ClaimCase } from "../../src/reason/claims/claim-case.ts";
import type { PairJudgement } from "../../src/reason/claims/contradictions/contradiction-report-types.ts";
import { contradictionReport } from "../../src/reason/claims/contradictions/contradiction-report.ts";
import { originReport } from "../../src/reason/claims/origins/origin-report.ts";
import { type Board, boardOf, columnKey, supportShown } from "../../src/web/board/board-model.ts";
import { moveFrom, type Move, type Spot } from "../../src/web/board/board-moves.ts";
import { quoteParts } from "../../src/web/board/board-quote-parts.ts";
import { relationsOf } from "../../src/web/board/board-relations.ts";
import { textGraph } from "../../src/web/board/derivation-graph.ts";
import { supportWords } from "../../src/web/board/board-words.ts";
import { gapsOf } from "../../src/web/board/gaps-found.ts";
import { claimIds, dmytrivkaCase, events, nameOf, sources } from "../support/dmytrivka-claims.ts";

const given = dmytrivkaCase();
const report = originReport(given);

/** A claim as the page is told of it. */
function rowOf(claim: CaseClaim, of: ClaimCase): ClaimRow {
  const event = of.events.find(({ id }) => id === claim.event);
  const { id, aspect, statement, text, role, span, quote, publisher, published, credibility } = claim;
  return {
    ...{ id, aspect, event: claim.event, statement, text, role, span, quote, publisher, published, credibility },
    eventSays: event === undefined ? null : { title: event.title, sort: event.sort, withdrawn: false },
    ...{
      itemName: `${text.item}.txt`,
      reliability: "F",
      credibilityReason: null,
      credibilityOlder: false,
      proposed: { by: "person" },
      edited: [],
      reason: null,
    },
    ...{ at: "2031-05-08T10:00:00Z", by: "person-1", byName: "Analyst", seq: 1 },
  };
}

const rows = given.claims.map((claim) => rowOf(claim, given));
const claims = new Map(rows.map((row) => [row.id, row]));
const board = boardOf(report, given.events, claims);

function rowsOf(one: Board, event: string, aspect: string) {
  return one.events.find(({ id }) => id === event)?.rows.filter((row) => row.aspect === aspect) ?? [];
}

describe("the board as a table", () => {
  it("has a row for each aspect of each event and never one for two events", () => {
    for (const event of board.events) for (const row of event.rows) assert.equal(row.event, event.id);
    for (const { rows: some } of board.events)
      for (const { event, cells, cell } of some)
        for (const id of [...[...cells.values()].flatMap((one) => [...one.claims, ...one.derived]), ...cell.onlyDerived])
          assert.equal(claims.get(id)?.event, event);
  });

  it("puts three analyses of one clip behind the place of the filming, and says that they replicate", () => {
    const [where] = rowsOf(board, events.filming, "where");
    assert.deepEqual([...(where?.cells.keys() ?? [])].toSorted(), [sources.bbc, sources.cit, sources.nyt].toSorted());
    assert.equal(where?.cell.support, "replicated");
    assert.deepEqual(where?.cell.count, { low: 3, best: 3, high: 3 });
  });

  it("says that nobody says how they know only where nobody does", () => {
    const [when] = rowsOf(board, events.ambush, "when");
    assert.ok(when !== undefined);
    assert.equal(supportWords(when.cell), "2 origins, and nobody says how they know");
    const told = { ...when.cell, origins: when.cell.origins.map((one) => ({ ...one, bases: ["told" as const] })) };
    assert.equal(supportWords(told), "2 origins, and it is not told whether they judged from one thing or from several");
    assert.equal(supportShown({ ...told, support: "may-corroborate" }), "may-corroborate");
  });

  it("keeps who did the ambush and who did the killing in rows of their own, with no claim in both", () => {
    const [ambush] = rowsOf(board, events.ambush, "who");
    const killing = rowsOf(board, events.killing, "who");
    assert.deepEqual(ambush?.cells.get(sources.unian)?.claims, [claimIds.c4Unit]);
    for (const row of killing) for (const { claims: said } of row.cells.values()) assert.ok(!said.includes(claimIds.c4Unit));
  });

  it("folds what derives from an origin under it, by whoever publishes it", () => {
    const nyt = board.columns.find(({ key }) => key === sources.nyt);
    assert.ok(nyt !== undefined && nyt.reports.includes("archyde") && nyt.reports.includes("B92"));
    assert.ok(!board.columns.some(({ label }) => label === "archyde"), "a derived report is no column of its own");
  });

  it("shows one event, one aspect, or one source, also where that only passes on", () => {
    assert.deepEqual(
      boardOf(report, given.events, claims, { event: events.ambush }).events.map(({ id }) => id),
      [events.ambush],
    );
    const when = boardOf(report, given.events, claims, { aspect: "when" }).events.flatMap((one) => one.rows);
    assert.ok(when.length > 0 && when.every(({ aspect }) => aspect === "when"));
    const passedOn = boardOf(report, given.events, claims, { source: sources.moscowTimes }).events;
    assert.deepEqual(
      passedOn.map(({ id }) => id),
      [events.ambush],
    );
  });
});

describe("how claims stand to each other on the board", () => {
  const counted = new Map<ClaimId, { row: string; origin: string }>();
  for (const { rows: some } of board.events)
    for (const { key, cell } of some)
      for (const origin of cell.origins) for (const id of origin.claims) counted.set(id, { row: key, origin: columnKey(origin) });
  const relations = relationsOf(contradictionReport(given, { roundingHours: 12, horizon: ["2022-02-24", "2022-04-30"] }), counted);

  it("has C3 and C10 in conflict with the BBC, and nothing else", () => {
    const inConflict = [...relations].filter(([, { sort }]) => sort === "in-set" || sort === "contradict").map(([id]) => nameOf(id));
    assert.deepEqual(inConflict.toSorted(), ["c10Ambush", "c2FirstPost", "c2Shadows", "c3Ambush"]);
  });

  it("stands an origin to origins alone: a restatement is no second voice", () => {
    for (const [id, { sort, to }] of relations)
      if (sort !== "in-set") for (const other of [id, ...to]) assert.ok(counted.has(other), `${nameOf(id)} to ${nameOf(other)}`);
  });
});

describe("how two claims stand to each other, by what was judged of them", () => {
  const pair = (more: Partial<PairJudgement>): PairJudgement => ({
    ...{ first: "k1", second: "k2", judgement: "compatible", narrower: null, words: "", readings: [], gap: null },
    ...{ touching: false, alongDerivation: false },
    ...more,
  });
  const judged = (pairs: readonly PairJudgement[], origins: Readonly<Record<string, string>>) => {
    const aspects = [{ aspect: "when" as const, claims: [], pairs, pairsLeftOut: 0 }];
    const whole = {
      ...contradictionReport({ ...given, claims: [] }),
      events: [{ events: [events.ambush], joinedBy: [], aspects }],
      sets: [],
    };
    const rowsOfClaims = Object.entries(origins).map(([id, where]) => {
      const [row = "", origin = ""] = where.split(" ");
      return [id as ClaimId, { row, origin }] as const;
    });
    return relationsOf(whole, new Map(rowsOfClaims));
  };

  it("is not said of claims that no origin is counted by, nor of two rows", () => {
    assert.equal(judged([pair({})], { k1: "row s1" }).size, 0);
    assert.equal(judged([pair({})], { k1: "did s1", k2: "suffered s2" }).size, 0);
    assert.equal(judged([pair({ alongDerivation: true })], { k1: "row s1", k2: "row s2" }).size, 0);
    assert.deepEqual(judged([pair({})], { k1: "row s1", k2: "row s2" }).get("k1"), { sort: "compatible", to: ["k2"] });
  });

  it("is said of one source and itself only where that contradicts itself", () => {
    const one = { k1: "row s1", k2: "row s1" };
    assert.equal(judged([pair({})], one).size, 0);
    assert.equal(judged([pair({ judgement: "contradict" })], one).get("k2")?.sort, "contradict");
  });

  it("is the strongest of what was judged, and has a narrower side and a wider one", () => {
    const three = { k1: "row s1", k2: "row s2", k3: "row s3" };
    const narrower = pair({ judgement: "narrower", narrower: "k1" });
    assert.equal(judged([narrower], three).get("k1")?.sort, "narrower");
    assert.equal(judged([narrower], three).get("k2")?.sort, "wider");
    const both = judged([narrower, pair({ second: "k3", judgement: "contradict" })], three);
    assert.deepEqual(both.get("k1"), { sort: "contradict", to: ["k3"] });
  });
});

describe("a quote on the board", () => {
  it("is the quote, word for word, whatever is marked in it", () => {
    for (const row of rows)
      assert.equal(
        quoteParts(row)
          .map(({ text }) => text)
          .join(""),
        row.quote,
      );
  });

  it("marks the words that limit the claim, inside its value and outside", () => {
    const hedged = (id: ClaimId) => quoteParts(claims.get(id) as ClaimRow).flatMap(({ text, hedge }) => (hedge === null ? [] : [text]));
    assert.deepEqual(hedged(claimIds.c1Ambush), ["on or around"]);
    assert.deepEqual(hedged(claimIds.c1Place), ["around"]);
  });

  it("loses nothing for spans that lie anywhere", () => {
    const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 40 }),
        fc.nat(20),
        span,
        fc.array(span, { maxLength: 4 }),
        (quote, start, value, hedges) => {
          const [first] = rows as [ClaimRow];
          if (first.statement === "withheld") return;
          const statement = {
            ...first.statement,
            valueSpan: value,
            hedges: hedges.map((one) => ({ sort: "approximate" as const, words: "x", span: one })),
          };
          const parts = quoteParts({ quote, span: { start, end: start + quote.length }, statement });
          assert.equal(parts.map(({ text }) => text).join(""), quote);
        },
      ),
    );
  });
});

describe("the arrow keys on the board", () => {
  const spot = fc.record({ row: fc.nat(5), column: fc.nat(5), place: fc.nat(2) });
  const some = fc.uniqueArray(spot, { minLength: 1, maxLength: 30, selector: ({ row, column, place }) => `${row} ${column} ${place}` });

  it("go over empty cells to the nearest claim", () => {
    const spots: Spot[] = [
      { row: 0, column: 0, place: 0 },
      { row: 0, column: 4, place: 0 },
      { row: 2, column: 0, place: 0 },
      { row: 2, column: 0, place: 1 },
    ];
    const go = (from: number, move: Move) => spots.indexOf(moveFrom(spots, spots[from] as Spot, move) as Spot);
    assert.equal(go(0, "right"), 1);
    assert.equal(go(1, "left"), 0);
    assert.equal(go(0, "down"), 2);
    assert.equal(go(2, "down"), 3);
    assert.equal(go(3, "up"), 2);
    assert.equal(go(3, "right"), -1);
    assert.equal(go(0, "row-end"), 1);
    assert.equal(go(1, "row-start"), 0);
  });

  it("reach every claim of a column, and come back the way they went", () => {
    fc.assert(
      fc.property(some, (spots) => {
        for (const column of new Set(spots.map((one) => one.column))) {
          const there = spots.filter((one) => one.column === column);
          let at: Spot | undefined = there.toSorted((a, b) => a.row - b.row || a.place - b.place)[0];
          let seen = 0;
          for (; at !== undefined; seen++) {
            const next: Spot | undefined = moveFrom(spots, at, "down");
            if (next !== undefined) assert.deepEqual(moveFrom(spots, next, "up"), at);
            at = next;
          }
          assert.equal(seen, there.length);
        }
      }),
    );
  });
});

describe("texts and what joins them", () => {
  it("are a node for each text, an edge for two, with what changed on the way", () => {
    const { nodes, edges, alone } = textGraph(report, rows);
    const labelOf = (item: string) => nodes.find((node) => node.item === item)?.label;
    const b92 = edges.find(({ derived }) => labelOf(derived) === "B92");
    assert.equal(labelOf(b92?.from ?? ""), "NYT");
    assert.ok(b92 !== undefined && b92.drifts.includes("unit-outside") && b92.drifts.includes("hedge-lost"));
    assert.equal(edges.filter(({ derived }) => labelOf(derived) === "Meduza").length, 1, "two derivations between two texts are one line");
    assert.ok(alone.some(({ label }) => label === "BBC"));
    assert.ok(edges.every(({ isProposed, timeTravel }) => !isProposed && !timeTravel));
  });

  it("say what is only proposed, what was published before what it derives from, and what lies in a circle", () => {
    const [first, ...others] = report.edges.filter(({ derived }) => derived.startsWith("i"));
    assert.ok(first !== undefined && others.length > 0);
    const { nodes, edges } = textGraph(
      {
        ...report,
        edges: [{ ...first, id: undefined, standing: "proposed", order: "before" }, ...others],
        circles: [{ members: [first.derived, first.from], labels: [], standing: "proposed" }],
      },
      rows,
    );
    const shown = edges.find(({ derived }) => derived === first.derived);
    assert.ok(shown?.isProposed === true && shown.timeTravel);
    assert.ok(edges.filter((edge) => edge !== shown).every(({ isProposed, timeTravel }) => !isProposed && !timeTravel));
    assert.deepEqual(nodes.flatMap(({ item, inCircle }) => (inCircle ? [item] : [])).toSorted(), [first.derived, first.from].toSorted());
  });
});

describe("gaps", () => {
  const gaps = gapsOf({
    claims: rows,
    origins: report,
    events: given.events,
    sources: given.sources.map(({ id, label }) => ({ id, label, graded: false })),
    replies: [],
    assumptions: [],
  });

  it("count what nobody says how they know, what nobody speaks to, and what has one origin", () => {
    const unstated = rows.filter(({ statement }) => statement !== "withheld" && statement.basis === "unstated");
    assert.equal(gaps.noBasis.length, unstated.length);
    assert.ok(gaps.noBasis.includes(claimIds.c4Unit));
    assert.deepEqual(gaps.silentAspects.find(({ event }) => event === events.ambush)?.aspects, ["where", "what"]);
    assert.ok(gaps.oneOrigin.some(({ event, aspect, label }) => event === events.ambush && aspect === "who" && label === "UNIAN"));
    assert.ok(!gaps.oneOrigin.some(({ event, aspect }) => event === events.filming && aspect === "where"));
    assert.deepEqual(gaps.unassigned, [claimIds.c5Estate]);
  });

  it("name a day without a zone until somebody states or assumes one", () => {
    assert.ok(gaps.noZone.includes(claimIds.c10Ambush));
    const zone = { is: "zone", claim: claimIds.c10Ambush, zone: "Europe/Kyiv" } as const;
    const written = { at: "2031-05-08T10:00:00Z", by: "person-1", byName: "Analyst", seq: 2 };
    const assumed = gapsOf({
      claims: rows,
      origins: report,
      events: given.events,
      sources: [],
      replies: [],
      assumptions: [{ id: "u1", what: zone, words: "the place's clocks", endsWithdrawn: [], ...written }],
    });
    assert.ok(!assumed.noZone.includes(claimIds.c10Ambush));
  });
});

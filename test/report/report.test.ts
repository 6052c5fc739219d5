/** The report as data and as a page: what a key point may say, and that no word of a case becomes markup. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { hastyViewings } from "../../src/core/redaction/hasty-viewing.ts";
import { eventOfWindow } from "../../src/reads/report/detail-of-inference.ts";
import { keyPointFaults } from "../../src/core/report/key-point-fault.ts";
import type { ReportFinding } from "../../src/core/report/report-finding.ts";
import type { ReportModel } from "../../src/core/report/report.ts";
import { writeReport } from "../../src/formats/report-html/write-report.ts";
import { soundFinding } from "../findings/finding-words.ts";

function finding(more: Partial<ReportFinding> = {}): ReportFinding {
  const document = soundFinding();
  return {
    ...document,
    ...{ finding: "f1", version: 1, document: null, evidenceFor: [], evidenceAgainst: [], signed: [], approved: [], staleSince: [] },
    question: { id: "qn1", sort: "where", text: "Where?", precision: "within 150 m" },
    blind: { state: "none", says: [], answers: [], resolution: null, minorityViews: [] },
    ...more,
  };
}

const place = (radiusM: number) => ({
  of: "n1",
  role: "ground" as const,
  region: { shape: "circle" as const, centre: { lat: 50, lon: 30 }, radiusM },
});
const faults = (text: string, one = finding(), grounds: Parameters<typeof keyPointFaults>[2] = { places: [], windows: [] }) =>
  keyPointFaults(text, one, grounds).map(({ fault }) => fault);

describe("a key point", () => {
  it("says no smaller radius than the narrowest place of its grounds", () => {
    assert.deepEqual(faults("It was there.", finding(), { places: [place(200), place(80)], windows: [] }), ["narrower"]);
    assert.deepEqual(faults("It was there.", finding(), { places: [place(50), place(900)], windows: [] }), []);
    assert.deepEqual(faults("It was within 5 m of the mast."), ["narrower"]);
    assert.deepEqual(faults("It was within 50 m of the mast, 2 km from town."), []);
  });

  it("says no shorter time than its grounds leave together", () => {
    const time = (from: string, to: string) => finding({ answer: { sort: "time", from, to, zone: "Europe/Kyiv" } });
    const windows = [
      { of: "n1", from: "2022-03-29T10:00:00Z", to: "open" as const },
      { of: "n2", from: "open" as const, to: "2022-03-29T16:00:00Z" },
    ];
    const grounds = { places: [], windows };
    assert.deepEqual(faults("Then.", time("2022-03-29T10:00:00Z", "2022-03-29T16:00:00Z"), grounds), []);
    assert.deepEqual(faults("Then.", time("open", "open"), grounds), []);
    assert.deepEqual(faults("Then.", time("2022-03-29T12:00:00Z", "2022-03-29T13:00:00Z"), grounds), ["narrower", "narrower"]);
    // Grounds that leave nothing together switch nothing off, and two windows of one ground are what it leaves open.
    const apart = [
      { of: "n2", from: "2022-03-29T10:04:03Z", to: "2022-03-29T16:26:29Z" },
      { of: "n3", from: "2022-03-30T05:40:17Z", to: "2022-03-30T06:40:17Z" },
    ] as const;
    const short = time("2022-03-29T15:00:00Z", "2022-03-29T15:01:00Z");
    assert.deepEqual(faults("Then.", short, { places: [], windows: apart }), ["narrower"]);
    assert.deepEqual(faults("Then.", time(apart[0].from, apart[0].to), { places: [], windows: apart }), []);
    const open = apart.map((one) => ({ ...one, of: "n2" }));
    assert.deepEqual(faults("Then.", short, { places: [], windows: open }), ["narrower", "narrower"]);
    assert.deepEqual(faults("Then.", time(apart[0].from, apart[1].to), { places: [], windows: open }), []);
  });

  it("rests on windows of events that an inference names, and of the one that it is about alone", () => {
    const window = { from: "open", to: "open", zone: "UTC", role: "computed", basis: "" } as const;
    const named = (event: string | null, title: string) => ({ event, title, window });
    const about = { inference: "n2", about: "e1" as const };
    const [filming, post] = [named("e1", "filming"), named(null, "post")];
    assert.deepEqual(eventOfWindow(post, [filming, post], about), { event: null, title: "post (n2)" });
    assert.deepEqual(eventOfWindow(filming, [filming, post], about), { event: "e1", title: "filming" });
    const only = named(null, "Frame with the shadow");
    assert.deepEqual(eventOfWindow(only, [only, only], about), { event: "e1", title: "Frame with the shadow" });
  });

  it("tells viewings that cannot have been: sooner after a mark, or another signature, than the stretch lasts", () => {
    const viewed = (line: number, second: string, item: Partial<Parameters<typeof hastyViewings>[0][0]> = {}) => ({
      ...{ line, by: "p2" as const, at: `2026-01-05T08:00:${second}Z`, fromS: 0, toS: 8 },
      ...item,
    });
    const marks = ["2026-01-05T08:00:10.000Z"];
    const [soon, later, behind] = [viewed(5, "11.000"), viewed(5, "14.000"), viewed(6, "14.052", { toS: 12 })];
    assert.deepEqual(hastyViewings([soon], marks, [soon]), [{ line: 5, by: "p2", lastsS: 8, afterS: 1 }]);
    assert.deepEqual(hastyViewings([later], marks, [later]), [], "twice its speed");
    assert.equal(hastyViewings([behind], marks, [later, behind])[0]?.afterS, 0.052);
    assert.equal(
      hastyViewings([behind], marks, [{ ...later, by: "p3" }, behind])[0]?.afterS,
      4.052,
      "another person's signature counts for nothing",
    );
    assert.deepEqual(hastyViewings([soon], [], [soon]), [], "nothing says when it began");
  });

  it("in other words says no radius, moment, place, choice or denial of its own", () => {
    const where = finding({
      statement: "The clip was filmed within 500 m of 50.465, 30.185.",
      ...{ answer: { sort: "place", lat: 50.465, lon: 30.185, radiusM: 500 }, likelihood: { ladder: "icd-203", term: "likely" } },
    });
    for (const text of [
      "It was filmed, radius 5 m.",
      "It was filmed within a radius of five metres.",
      "It was filmed no more than 5 m from the gate.",
      "It was filmed 20 metres from the gate.",
      "There is no doubt that it was filmed in the school yard, to the metre.",
      "It was clearly filmed here; this has been established.",
      "The clip was NOT filmed near 50.465, 30.185.",
      "The clip was filmed near 50.46500, 30.18500.",
      "The clip was filmed near 50.465, 30.185 on 29 March.",
    ])
      assert.notDeepEqual(faults(text, where), [], text);
    for (const text of [
      where.statement,
      "The clip was filmed no more than 2 km from 50.465, 30.185.",
      "It was filmed near the place named in f1.",
    ])
      assert.deepEqual(faults(text, where), [], text);
    const when = finding({
      statement: "It happened between 13:04 and 13:31.",
      answer: { sort: "time", from: "2022-03-29T13:04:00Z", to: "2022-03-29T13:31:00Z", zone: "UTC" },
    });
    for (const text of [
      "It happened at exactly 16:05:10 on 29 March 2022.",
      "It happened at 13:05.",
      "It happened between 13:10 and 13:20.",
    ])
      assert.notDeepEqual(faults(text, when), [], text);
    for (const text of ["It happened between 13:00 and 14:00.", "It happened on 29 March 2022, between 13:04 and 13:31."])
      assert.deepEqual(faults(text, when), [], text);
    const which = finding({
      ...{ statement: "The vehicle is a lorry.", answer: { sort: "choice", choice: "lorry" } },
      question: { id: "qn1", sort: "what", text: "What is it?", precision: "one of: lorry; tank" },
    });
    assert.notDeepEqual(faults("It is a tank.", which), []);
  });

  it("in other words stands above the statement that was approved, with whoever worded it", () => {
    const page = writeReport(modelSaying("Said otherwise"), new Map());
    assert.match(page, /worded by A1 for this edition/);
    assert.match(page, /What was signed and approved reads: <q>/);
  });

  it("says nothing more firmly than its finding", () => {
    const likely = finding({ likelihood: { ladder: "icd-203", term: "likely" } });
    assert.deepEqual(faults("It is likely the place.", likely), []);
    assert.deepEqual(faults("It is very likely the place.", likely), ["firmer"]);
    assert.deepEqual(faults("It is unlikely to be the place.", likely), ["firmer"]);
    assert.deepEqual(faults("This proves the place.", likely), ["firmer"]);
    assert.deepEqual(
      faults("It is almost certainly the place.", finding({ likelihood: { ladder: "icd-203", term: "almost-certain" } })),
      [],
    );
  });
});

function modelSaying(words: string): ReportModel {
  const one = finding({ statement: words, limits: words, unknown: [words] });
  return {
    format: "witnessmark-report-v1",
    edition: {
      id: "ed1",
      version: 1,
      sort: "court",
      title: words,
      language: "en",
      at: "2026-01-01T00:00:00Z",
      gridM: null,
      program: words,
    },
    case: { id: "0".repeat(32), title: words },
    keyPoints: [{ id: "kp1", finding: "f1", text: words, wordedBy: "A1", confirmedBy: [] }],
    findings: [one],
    records: [
      {
        ...{
          name: "o1",
          sort: "observation",
          title: words,
          says: [words],
          line: 3,
          laterLine: null,
          withdrawn: words,
          by: "A1",
          at: "2026-01-01T00:00:00Z",
        },
        ...{ exhibits: [], marks: [], measurements: [{ name: words, value: words, from: null }], computation: null, restsOn: [] },
      },
    ],
    ...{ items: [], tiers: [], subjects: [], elementSheets: [], events: [], sync: null, hypotheses: [] },
    places: [{ id: "pl1", title: words, of: "f1", role: "answer", region: place(50).region, precision: words, why: words }],
    claims: { columns: [], rows: [], origins: [] },
    certification: {
      seq: 1,
      head: `sha256:${"0".repeat(64)}`,
      shortCode: "00000-00000-00000",
      method: [words],
      tools: [],
      people: [],
      timestamps: [],
      notShown: [],
    },
    leftOut: { withheld: [{ what: words, why: words }], rejected: [], notDone: [words], open: [] },
  };
}

describe("the page of a report", () => {
  it("has no markup that a case could have written, whatever its words are", () => {
    const tags = (page: string): string =>
      (page.match(/<[a-zA-Z/!][^>]*>/gu) ?? []).map((tag) => tag.replace(/ (?:content|alt|d|points)="[^"]*"/gu, "")).join("");
    const plain = tags(writeReport(modelSaying("words"), new Map()));
    const parts = fc.constantFrom(
      "<script>alert(1)</script>",
      '"><img src=x onerror=alert(1)>',
      "</style>",
      "<!--",
      "]]>",
      "\u202E",
      "\u2066",
      "&lt;",
      "'",
      "\0",
      "\uD800",
      "ми",
      "${x}",
      "/*style*/",
    );
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 6 }), (chosen) => {
        const page = writeReport(modelSaying(chosen.join("")), new Map());
        assert.equal(tags(page), plain);
        assert.ok(!/[\u202A-\u202E\u2066-\u2069\0]/u.test(page));
        assert.ok(page.isWellFormed());
        assert.equal(page.split("<style>\n:root").length, 2);
      }),
      { numRuns: 40 },
    );
  });

  it("fetches nothing, runs nothing, plays nothing by itself", () => {
    const page = writeReport(modelSaying("words"), new Map());
    assert.match(page, /default-src 'none'|default-src &#39;none&#39;/u);
    assert.ok(!/<script|<iframe|<link|autoplay|https?:\/\/(?!www\.w3\.org\/2000\/svg)/u.test(page));
  });
});

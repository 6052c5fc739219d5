/** The public report: places come out on the grid and never finer, and nothing withheld is in any of its texts. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { toGrid } from "../../src/core/edition/grid.ts";
import { type PlaceClue, placeCluesIn } from "../../src/core/edition/place-clue.ts";
import { wayBetween } from "../../src/core/place/geodesic.ts";
import { circleRing } from "../../src/core/place/region-geometry.ts";
import { apartWords, jointAreaWords, reachWords } from "../../src/core/report/blind-measures.ts";
import { windowWords } from "../../src/core/report/report-words.ts";
import type { ReportModel } from "../../src/core/report/report.ts";
import type { RecordExhibit, ReportRecord } from "../../src/core/report/report-record.ts";
import { coveredInRecording, type CoveredStretch, coveredWords, wordsWithoutSeconds } from "../../src/reason/edition/told-of-covered.ts";
import { timelineFigure } from "../../src/formats/figures/timeline-figure.ts";
import { derivePlace } from "../../src/reason/edition/derive-place.ts";
import { type PublicRules, publicReport, secretPlaces, secretPlaceTexts, shownCircles } from "../../src/reason/edition/public-report.ts";
import { createTextSecrets } from "../../src/reason/edition/text-secrets.ts";
import { digest, sampleFinding, sampleItem, sampleReport } from "../exports/sample-report.ts";

const at = { lat: 50.46512, lon: 30.18534 };
const dorvane = { names: ["Dorvane"], lat: 50.5464, lon: 30.235 };
const millbrook = { names: ["Millbrook"], lat: 50.43, lon: 30.05 };
const rules: PublicRules = {
  gridM: 1000,
  texts: [
    { text: "Oksana Velychko", as: "name" },
    { text: "@velych_cam_77", as: "account" },
    { text: "IMG_20240914.mp4", as: "file" },
  ],
  digests: [digest("a")],
  sizes: [451_284],
  durations: [12.483],
  covered: [],
  anchors: [dorvane, millbrook],
};

function reportSaying(words: string, more: Partial<ReportModel> = {}): ReportModel {
  const finding = sampleFinding({ answer: { sort: "place", ...at, radiusM: 40 }, limits: words });
  return sampleReport({ findings: [finding], items: [sampleItem()], places: [], ...more });
}

const boxAt = (x: number, y: number) => ({ x: x * 1e6, y: y * 1e6, width: 50_000, height: 50_000 });

const limitsOf = (model: ReportModel) => publicReport(model, rules).findings[0]?.limits ?? "";

describe("a place of a public edition", () => {
  it("is the middle of a cell, and its radius holds the place wherever it lies, with the radius it had", () => {
    const anywhere = fc.record({
      lat: fc.double({ min: -84, max: 84, noNaN: true }),
      lon: fc.double({ min: -179.9, max: 179.9, noNaN: true }),
    });
    fc.assert(
      fc.property(
        anywhere,
        fc.constantFrom(100, 500, 1000, 5000, 10_000, 100_000),
        fc.double({ min: 1, max: 5000, noNaN: true }),
        (place, gridM, radiusM) => {
          const shown = toGrid(place, radiusM, gridM);
          const { metres } = wayBetween(place, shown);
          return metres + radiusM <= shown.radiusM * 1.01 && shown.radiusM >= gridM / Math.SQRT2;
        },
      ),
    );
  });

  it("is the same cell for every place in it, so that the cell says nothing of where in it", () => {
    const cells = new Set<string>();
    for (let n = 0; n < 400; n++) {
      const { lat, lon } = toGrid({ lat: 50.4605 + (n % 20) * 0.0001, lon: 30.1835 + Math.floor(n / 20) * 0.0001 }, 0, 1000);
      cells.add(`${lat} ${lon}`);
    }
    assert.equal(cells.size, 1);
  });
});

describe("a public report", () => {
  it("rounds every answer and place, leaves cameras and cones out, and says so", () => {
    const cone = {
      ...sampleReport().places[0],
      id: "pl9",
      role: "cone" as const,
      region: { shape: "circle" as const, centre: at, radiusM: 30 },
    };
    const blind = {
      ...sampleFinding().blind,
      answers: [
        {
          label: "A2",
          commitment: digest("c"),
          sealedLine: 4,
          revealedLine: 5,
          answer: { sort: "place" as const, lat: 50.46531, lon: 30.1852, radiusM: 60 },
        },
      ],
    };
    const model = reportSaying("", {
      places: [cone as never],
      findings: [sampleFinding({ answer: { sort: "place", ...at, radiusM: 40 }, blind })],
    });
    const made = publicReport(model, rules);
    const words = JSON.stringify(made);
    for (const figure of ["50.4651", "30.1853", "50.46531", "30.1852"]) assert.ok(!words.includes(figure), figure);
    const [answer] = made.findings.map((finding) => finding.answer);
    assert.ok(answer?.sort === "place" && answer.radiusM >= 707 && wayBetween(at, answer).metres < answer.radiusM);
    assert.deepEqual(made.places, []);
    assert.ok(made.leftOut.withheld.some(({ what }) => what.includes("cameras")));
  });

  it("does not let words be read that the recording mutes or covers", () => {
    const [tier] = sampleReport().tiers;
    const segment = tier?.segments[0];
    assert.ok(tier !== undefined && segment !== undefined && segment.text !== "" && !segment.draft);
    const ground = { record: tier.tier, line: 12, item: tier.item, at: null, segments: [], shows: "" };
    const findings = [sampleFinding({ evidenceFor: [ground] })];
    type Covered = NonNullable<PublicRules["covered"]>;
    const texts = (sort: "verbatim" | "on-screen", covered: Covered) =>
      publicReport(reportSaying("", { findings, tiers: [{ ...tier, sort, segments: [segment] }] }), { ...rules, covered }).tiers[0]
        ?.segments[0]?.text;
    const mute = { item: tier.item, what: "sound", fromS: segment.startS + 0.1, toS: segment.startS + 0.2 } as const;
    const box = { ...mute, what: "box" } as const;
    assert.equal(texts("verbatim", [mute]), "[covered in the recording: left out]");
    assert.equal(texts("on-screen", [box]), "[covered in the recording: left out]");
    for (const [sort, other] of [
      ["verbatim", box],
      ["on-screen", mute],
      ["verbatim", { ...mute, item: "i99" }],
      ["verbatim", { ...mute, fromS: segment.endS + 1, toS: segment.endS + 2 }],
    ] as const)
      assert.ok(!texts(sort, [other])?.includes("covered"), JSON.stringify(other));
  });

  it("says nowhere what is told of a covered stretch or region, in whatever record, and leaves the rest", () => {
    const record = (name: string, sort: ReportRecord["sort"], more: Partial<ReportRecord>): ReportRecord => ({
      ...{ name, sort, title: name, says: [], line: 12, laterLine: null, withdrawn: null, by: "A1", at: null },
      ...{ exhibits: [], marks: [], measurements: [], computation: null, restsOn: ["i1"], ...more },
    });
    const at1 = (fromS: number, toS: number, box: RecordExhibit["box"] = null): RecordExhibit[] => [
      { item: "i1", range: { fromS, toS }, frames: null, box, still: null },
    ];
    const [tier] = sampleReport().tiers;
    const segment = { id: 1, startS: 1, endS: 1.8, speaker: "SPK1" as const, text: "my name is Marko here", alternatives: [] };
    const quoted = [{ source: "A", claim: "k9", words: "name is Marko", hedges: [], basis: "seen" as const }];
    const model = reportSaying("A voice says that his name is Marko.", {
      records: [
        record("o4", "observation", { says: ["A voice says that his name is Marko."], exhibits: at1(1, 1.48) }),
        record("o5", "observation", { says: ["A bell is heard."], exhibits: at1(5, 6) }),
        record("o6", "observation", { says: ["The plate ends in seven."], exhibits: at1(5, 5, boxAt(0.1, 0.1)) }),
        record("o7", "observation", { says: ["A tree stands here."], exhibits: at1(5, 5, boxAt(0.8, 0.8)) }),
        record("k1", "claim", { says: ['"my name is Marko"', "About who; affirmed."] }),
        record("k2", "claim", { says: ['"where it burned"', "About what; affirmed."] }),
        record("o8", "observation", { says: ["He says his name."], exhibits: [{ ...at1(0, 0)[0], range: null } as RecordExhibit] }),
      ],
      tiers: [{ ...tier, segments: [{ ...segment, draft: false, reviewed: true }] } as never],
      claims: {
        columns: [{ source: "A", title: "A" }],
        rows: [{ event: "e1", aspect: "who", title: "e1", cells: quoted, conflicts: [] }],
        origins: [],
      },
    });
    const covered: CoveredStretch[] = [
      { item: "i1", what: "sound", fromS: 1.45, toS: 1.9 },
      { item: "i1", what: "box", fromS: 4, toS: 8, within: { x: 0.05, y: 0.05, w: 0.2, h: 0.2 } },
    ];
    const made = publicReport(model, { ...rules, covered });
    assert.doesNotMatch(JSON.stringify(made).replace(/He says his name/u, ""), /Marko|ends in seven/u);
    const says = (name: string) => made.records.find((one) => one.name === name)?.says;
    for (const name of ["o4", "o6", "k1"]) assert.deepEqual(says(name), [coveredInRecording], name);
    assert.deepEqual([says("o5"), says("o7")], [["A bell is heard."], ["A tree stands here."]]);
    assert.ok(made.leftOut.withheld.some(({ what }) => what === "words of 3 records"));
    assert.ok(coveredWords(model, covered).phrases.includes("A voice says that his name is Marko."), "the leak test looks for them");
    assert.deepEqual(
      wordsWithoutSeconds(model, covered).map((one) => one.record),
      ["k2", "o8"],
      "of these nobody knows whether they tell of the muted second",
    );
    assert.deepEqual(wordsWithoutSeconds(model, covered.slice(1)), []);
  });

  it("tells when something was posted to the day alone, by every clock and in every field, and not where that was read", () => {
    const posted = "2024-09-14T22:40:17Z";
    const basis = "result.json message 12 date_unixtime";
    const window = {
      from: "2024-09-14T12:00:00Z",
      to: posted,
      zone: "Europe/Kyiv",
      of: "n1",
      role: "computed",
      basis: "cut by T1",
    } as const;
    const time: ReportRecord = {
      ...{
        name: "t1",
        sort: "time",
        title: "Time t1 of i1, stated. Because: seen on t.example",
        line: 12,
        laterLine: null,
        withdrawn: null,
      },
      says: [`posted: "22:40:17", that is 2024-09-14 22:40:17 UTC; zone: UTC. Basis: ${basis}.`, "the first copy, on t.example"],
      ...{ by: "A1", at: null, exhibits: [], marks: [], measurements: [], computation: null, restsOn: ["i1"] },
    };
    const told = [{ says: `T1 (stated): post: 2024-09-15 01:40:17 Europe/Kyiv (22:40:17 UTC). Basis: ${basis}. Words: "then"`, rests: [] }];
    const computation = { sort: "time", solver: "", problem: null, answer: null, told, answered: [], alternatives: [], again: "" } as const;
    const answer = { sort: "time" as const, from: "open" as const, to: posted, zone: "Europe/Kyiv" };
    const model = sampleReport({
      findings: [sampleFinding({ answer, statement: "Filmed before 01:40 on 2024-09-15 01:40:17 (1726353617), 03:04:05 later." })],
      records: [time, { ...time, name: "n1", sort: "inference", says: [], title: "n1", computation }],
      events: [
        { event: "e1", title: "The filming", sort: null, windows: [window], shownBy: [], gaps: [] },
        { event: null, title: "i1", sort: null, windows: [{ ...window, from: posted, role: "stated", basis }], shownBy: [], gaps: [] },
      ],
    });
    const instants = [Date.parse(posted)];
    const made = publicReport(model, { ...rules, instants });
    assert.doesNotMatch(JSON.stringify(made), /22:40|01:40|1726353617|result\.json|t\.example|date_unixtime/u);
    assert.equal(
      made.findings[0]?.statement,
      "Filmed before [time withheld] on 2024-09-14 (to the day) ([time withheld]), 03:04:05 later.",
    );
    assert.deepEqual(
      made.events.map(({ windows }) => windows.map(({ from, to }) => [from, to])),
      [[["2024-09-14T12:00:00Z", "2024-09-14T23:59:59Z"]], [["2024-09-14T00:00:00Z", "2024-09-14T23:59:59Z"]]],
    );
    assert.deepEqual(made.records[0]?.says, ["posted: 2024-09-14 (to the day) UTC; zone: UTC."]);
    assert.equal(made.records[0]?.title, "Time t1 of i1");
    const hourly = publicReport(model, { ...rules, instants, postingStepS: 3600 });
    assert.deepEqual(hourly.events[1]?.windows[0]?.to, "2024-09-14T22:59:59Z");
  });

  it("says neither names nor accounts nor file names, however they are written", () => {
    const said = limitsOf(reportSaying("Filmed by OKSANA  VELYCHKO (Oksána Velychko), posted by @Velych_cam_77 as img_20240914.mp4."));
    assert.equal(said, "Filmed by [name withheld] ([name withheld]), posted by [account withheld] as [file name withheld].");
  });

  it("takes coordinates near the place out of texts in any notation, and leaves those elsewhere", () => {
    for (const words of [
      "50.46512, 30.18534",
      "[30.18534,50.46512]",
      "50,46512; 30,18534",
      "50°27′54.4″N 30°11′07.2″E",
      "N 50 27.907 E 30 11.120",
      "36U UA 00249 94132",
      "9G2GF58P+24",
      "https://maps.example/@50.46512,30.18534,17z",
      "!3d50.46512!4d30.18534",
      "u8vrnfu",
      "tiles/16/38263/22093.png",
      "504651200, 301853400",
    ])
      assert.match(limitsOf(reportSaying(`It was at ${words} then`)), /\[coordinates withheld\]/, words);
    assert.equal(limitsOf(reportSaying("Paris lies at 48.85661, 2.35222.")), "Paris lies at 48.85661, 2.35222.");
  });

  it("says of what holds throughout an item no length to the frame, and leaves other stretches as they are", () => {
    const [record] = sampleReport().records;
    assert.ok(record !== undefined);
    const ranges = [
      { fromS: 0, toS: 12.48 },
      { fromS: 3, toS: 12.48 },
      { fromS: 1, toS: 2.5 },
    ];
    const exhibits = ranges.map((range) => ({ item: "i1" as const, range, frames: null, box: null, still: null }));
    const says = ["Item i1 at 00:00.000 to 00:12.480: bound; 00:03.000 to 00:12.480: walking; 00:01.000 to 00:02.500: lying."];
    const made = publicReport(reportSaying("", { records: [{ ...record, says, exhibits }] }), { ...rules, durations: [] });
    assert.deepEqual(
      made.records[0]?.exhibits.map(({ range }) => range),
      [
        { fromS: 0, toS: 13 },
        { fromS: 3, toS: 13 },
        { fromS: 1, toS: 2.5 },
      ],
    );
    assert.deepEqual(made.records[0]?.says, [
      "Item i1 at throughout: bound; 00:03.000 to its end: walking; 00:01.000 to 00:02.500: lying.",
    ]);
  });

  it("says no words of a place: neither its title nor what was quoted, rejected or measured from things around it", () => {
    const verbatim = "Lantern Lane 5, by the red kiosk";
    const place = (id: string, role: "ground" | "rejected", lat: number, why: string, title = verbatim) => ({
      ...{ id, of: id.replace("l", ""), role, title, why, precision: "feature match by the kiosk" },
      region: { shape: "circle" as const, centre: { lat, lon: at.lon }, radiusM: 40 },
    });
    const [record] = sampleReport().records;
    assert.ok(record !== undefined);
    const stated: ReportRecord = {
      ...{ ...record, name: "p1", sort: "place", title: `Place p1 of e1, stated. Because: ${verbatim}.` },
      says: [`filmed-from: "${verbatim}". ${at.lat}, ${at.lon} within 40 m (WGS 84). Precision: kiosk. Basis: the analyst.`],
    };
    const seen: ReportRecord = { ...record, name: "o2", says: ["The mast, 140 m north of the water tower, on LANTERN  LANE 5."] };
    const kept = {
      ...sampleReport().leftOut,
      rejected: [{ what: "Place: the lower crossing", why: "No mast by the mill.", record: "p2" }],
    };
    const places = [
      place("pl1", "ground", at.lat, ""),
      place("pl2", "rejected", at.lat + 0.2, "No mast by the mill.", "the lower crossing"),
      { ...place("pl3", "ground", at.lat, "", "Kovran Oblast"), region: { shape: "circle" as const, centre: at, radiusM: 60_000 } },
    ];
    const model = reportSaying("In Kovran Oblast, 9 m from Mast 4.", { records: [stated, seen], places, leftOut: kept });
    const made = publicReport(model, rules);
    const words = JSON.stringify(made);
    for (const one of ["Lantern", "LANTERN", "kiosk", "water tower", "140 m", "mill", "lower crossing"])
      assert.ok(!words.includes(one), one);
    assert.deepEqual(
      made.places.map(({ title }) => title),
      ["Place p1", "Place p2", "Place p3"],
    );
    assert.match(words, /Place p2/);
    assert.match(made.findings[0]?.limits ?? "", /Kovran Oblast/, "a region as wide as the grid is no name of the place");
    assert.deepEqual(
      secretPlaceTexts(model, rules).map(({ text }) => text),
      [verbatim, "Lantern Lane 5", "by the red kiosk"],
    );
  });

  it("takes hashes, sizes and exact lengths of originals out", () => {
    const said = limitsOf(reportSaying(`${digest("a")}, ${"a".repeat(16)}, 451,284 bytes, 12.483 s, 00:00:12.48; ${digest("b")}, 12.5 s`));
    assert.equal(
      said,
      `[hash withheld], [hash withheld], [size withheld] bytes, [length withheld] s, [length withheld]; ${digest("b")}, 12.5 s`,
    );
    const made = publicReport(reportSaying(""), rules);
    assert.ok(
      made.items.every(
        ({ object, bytes, durationS, link, held }) =>
          object === null && bytes === null && durationS === null && link === null && held.length === 0,
      ),
    );
  });

  it("takes distances from named places out when with its cell they lead back to the place, and leaves one that does not", () => {
    const one = limitsOf(reportSaying("It is 10 km from Dorvane."));
    assert.equal(one, "It is 10 km from Dorvane.");
    assert.doesNotMatch(limitsOf(reportSaying("It is 9.7 km from Dorvane.")), /9\.7/, "a strip of 100 m through the cell");
    const both = limitsOf(reportSaying("It is 9.70 km from Dorvane and 10.38 km from Millbrook."));
    assert.doesNotMatch(both, /9\.70|10\.38/);
    assert.match(both, /withheld/);
  });

  it("leaves times as the finding states them, where the sun made none of them", () => {
    const answer = { sort: "time" as const, from: "2024-09-14T12:58:12Z", to: "open" as const, zone: "Europe/Kyiv" };
    const made = publicReport(sampleReport({ findings: [sampleFinding({ answer })] }), rules);
    assert.deepEqual(made.findings[0]?.answer, answer);
  });

  // An afternoon by the sun: noon and sunset of the place, once named by the computation and once only repeated by somebody.
  for (const named of [true, false])
    it(`says no end of a window that the sun makes to less than the hour, ${named ? "computed" : "repeated"}`, () => {
      const window = { from: "2024-06-21T10:01:10.000Z", to: "2024-06-21T18:14:41.000Z", zone: "Europe/Kyiv" };
      const words = windowWords(window);
      const [place, time] = [
        sampleFinding({ answer: { sort: "place", ...at, radiusM: 40 } }),
        sampleFinding({
          finding: "f2",
          statement: `Between 13:01:10 and 21:14, ${words}.`,
          answer: { sort: "time", ...window },
          blind: { ...sampleFinding().blind, says: [`Both allow ${words}.`] },
        }),
      ];
      const computation = {
        ...{ sort: "time" as const, solver: "time 1.0.0", problem: null, answer: null, again: "", alternatives: [] },
        told: [{ says: named ? `T1 (stated): filming lies in afternoon by the sun at ${at.lat}, ${at.lon}.` : "T1", rests: [] }],
        answered: [`filming: ${words}. Cut by T1, T1.`],
      };
      const [record] = sampleReport().records;
      assert.ok(record !== undefined);
      const events = [
        {
          ...{ event: "e1" as const, title: "Filming", sort: null, shownBy: [], gaps: [] },
          windows: [{ ...window, of: "n2", role: "computed" as const, basis: "cut by T1" }],
        },
      ];
      const model = sampleReport({ findings: [place, time], places: [], events, records: [{ ...record, name: "n2", computation }] });
      const leaks = (said: ReportModel) =>
        derivePlace({
          clues: placeCluesIn(`${JSON.stringify(said)} ${String(timelineFigure(said.events, "UTC") ?? "")}`, () => false).map(
            (clue): PlaceClue => ({
              ...clue,
              ...{ file: "a", where: "text" },
            }),
          ),
          ...{ places: secretPlaces(model, 1000), anchors: [], gridM: 1000 },
        });
      assert.ok(leaks(model).length > 0, "the exact ends give it away");
      const made = publicReport(model, rules);
      assert.deepEqual(leaks(made), []);
      const all = JSON.stringify(made);
      for (const end of ["10:01", "13:01", "18:14", "21:14"]) assert.ok(!all.includes(end), end);
      assert.deepEqual(made.findings[1]?.answer, {
        ...{ sort: "time", zone: "Europe/Kyiv" },
        ...{ from: "2024-06-21T10:00:00.000Z", to: "2024-06-21T19:00:00.000Z" },
      });
      assert.match(all, /13:00 to 22:00 Europe\/Kyiv \(10:00 to 19:00 UTC\)/);
      assert.ok(made.leftOut.withheld.some(({ what }) => what.includes("whole hours")));
    });

  it("shows one cell for a finding, its blind answers and its grounds, and says no distance between them", () => {
    // 22 m apart, with the border of two cells between them.
    const step = 1000 / 111_320;
    const border = (Math.floor(at.lat / step) + 1) * step;
    const [south, north] = [border - 0.0001, border + 0.0001].map((lat) => ({ lat, lon: at.lon })) as [typeof at, typeof at];
    const blind = {
      ...sampleFinding().blind,
      says: [
        `The answers agree. ${apartWords(22.4, { a: 50, b: 1000 })}`,
        jointAreaWords(7854),
        `They disagree. ${reachWords(1022, 140.6)}`,
      ],
      answers: [
        { label: "A3", commitment: digest("c"), sealedLine: 4, revealedLine: 5, answer: { sort: "place" as const, ...north, radiusM: 90 } },
      ],
    };
    const ground = { ...sampleReport().places[0], id: "pl7", of: "o1", region: { shape: "circle" as const, centre: north, radiusM: 5 } };
    const finding = sampleFinding({ answer: { sort: "place", ...south, radiusM: 40 }, blind });
    const model = sampleReport({ findings: [finding], places: [{ ...ground, role: "ground" } as never] });
    const made = publicReport(model, rules);
    const [shown] = made.findings;
    const region = made.places[0]?.region;
    assert.ok(shown?.answer.sort === "place" && region?.shape === "circle");
    assert.deepEqual(
      [shown.blind.answers[0]?.answer, { sort: "place", ...region.centre, radiusM: region.radiusM }],
      [shown.answer, shown.answer],
    );
    for (const one of [south, north]) assert.ok(wayBetween(one, shown.answer).metres + 90 <= shown.answer.radiusM);
    assert.deepEqual(shown.blind.says, ["The answers agree.", "They disagree."]);
    const alone = [south, north].map((one, n) => ({ label: `place ${n + 1}`, ...one, shown: toGrid(one, 0, 1000) }));
    const clues = placeCluesIn("They lie 22 m apart.", () => false).map((clue): PlaceClue => ({ ...clue, file: "a", where: "text" }));
    assert.equal(derivePlace({ clues, places: alone, anchors: [], gridM: 1000 }).length, 2, "two cells say that it lies on their border");
    assert.deepEqual(derivePlace({ clues, places: secretPlaces(model, 1000), anchors: [], gridM: 1000 }), []);
  });
});

describe("a place worked out again", () => {
  const clues = (text: string): PlaceClue[] =>
    placeCluesIn(text, () => true).map((clue): PlaceClue => ({ ...clue, file: "a", where: "text" }));
  const asked = (text: string, gridM = 1000) => {
    const places = secretPlaces(reportSaying(""), gridM);
    return derivePlace({ clues: clues(text), places, anchors: [dorvane, millbrook], gridM });
  };

  it("is no leak where the edition states its own cell", () => {
    const { lat, lon } = toGrid(at, 0, 1000);
    assert.deepEqual(asked(`"coordinates":[${lon},${lat}]`), []);
    assert.equal(asked("50.4655, 30.1850").length, 1);
  });

  it("comes out of the sun and a time, when both angles are said finely enough for the grid", () => {
    const sun = (azimuth: string, elevation: string) =>
      `At 2024-09-14T13:00:03Z the sun stood at azimuth ${azimuth}, elevation ${elevation}.`;
    assert.equal(asked(sun("235.470", "28.734")).length, 1);
    assert.equal(asked(sun("235.47", "28.73"), 5000).length, 1);
    assert.deepEqual(asked(sun("235.47", "28.73")), [], "a hundredth of a degree is more than a kilometre");
    assert.deepEqual(asked(sun("235", "29"), 5000), []);
  });

  it("comes out of a bearing with a distance, said finely enough", () => {
    assert.equal(asked("9.70 km 201.3° from Dorvane").length, 1);
    assert.deepEqual(asked("10 km SSW of Dorvane"), []);
    assert.deepEqual(asked("9.70 km 21.3° from Dorvane"), [], "what leads elsewhere gives nothing away");
  });
});

it("a short name is taken out as a word of its own alone", () => {
  const { redact, says } = createTextSecrets([{ text: "Ann", as: "name" }]);
  assert.equal(redact("Ann met annual Joann."), "[name withheld] met annual Joann.");
  assert.ok(says("ANN") && !says("annex"));
});

it("corners of a circle that the edition draws are no places, and a place in their midst is one", () => {
  const made = publicReport(reportSaying(""), rules);
  const circles = shownCircles(made);
  const ring = circles.flatMap(({ lat, lon, radiusM }) => circleRing({ lat, lon }, radiusM));
  assert.ok(ring.length >= 64);
  const text = JSON.stringify([...ring.map((one) => [one.lon, one.lat])]);
  const clues = (words: string) => placeCluesIn(words, () => true).map((clue): PlaceClue => ({ ...clue, file: "a", where: "text" }));
  const asked = { places: secretPlaces(reportSaying(""), 1000), anchors: [], gridM: 1000, circles };
  assert.deepEqual(derivePlace({ ...asked, clues: clues(text) }), []);
  assert.equal(derivePlace({ ...asked, clues: clues(`${text} ${at.lat}, ${at.lon}`) }).length, 1);
});

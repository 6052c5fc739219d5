/** An invented report with something of everything that goes out, and words that are hostile to the formats they go into. */
import type { Digest } from "../../src/core/hash/digest.ts";
import type { ReportFinding } from "../../src/core/report/report-finding.ts";
import type { ReportItem } from "../../src/core/report/report-item.ts";
import type { ReportRecord } from "../../src/core/report/report-record.ts";
import type { ReportModel } from "../../src/core/report/report.ts";

export const digest = (letter: string): Digest => `sha256:${letter.repeat(64)}`;
export const hostile = '=HYPERLINK("http://x.invalid")\r\n<script>alert(1)</script> --> ]]> \u0000 \ud800 \u202e';

const nobody = { captured: [], access: [], altered: [], enhanced: [], repeatable: [], alteredSince: [] };

export function sampleItem(more: Partial<ReportItem> = {}): ReportItem {
  return {
    ...{ item: "i1", label: "Square from the north", kind: "video", mediaType: "video/mp4", as: "full", why: "", graphic: "mild" },
    ...{
      object: digest("a"),
      commitment: null,
      bytes: 1000,
      durationS: 12.48,
      link: "https://example.invalid/v/1",
      postedBy: "@synthetic",
      held: [],
    },
    custody: nobody,
    files: [
      {
        ...{ path: "media/i1.mp4", sort: "full", mediaType: "video/mp4", digest: digest("a"), bytes: 1000 },
        ...{ range: null, made: null, shielded: false },
      },
    ],
    ...more,
  };
}

export function sampleFinding(more: Partial<ReportFinding> = {}): ReportFinding {
  return {
    ...{ finding: "f1", version: 2, document: digest("f"), statement: "It was filmed from the market square of Ostrel." },
    question: { id: "qn1", sort: "where", text: "From where was i1 filmed?", precision: "within 500 m" },
    answer: { sort: "place", lat: 50.465123, lon: 30.185456, radiusM: 80 },
    grade: "corroborated",
    likelihood: { ladder: "icd-203", term: "very-likely" },
    confidence: { level: "moderate", reasons: "Two independent measurements." },
    wouldChange: "A second tower of the same make.",
    evidenceFor: [
      { record: "o1", line: 12, item: "i1", at: { fromS: 3.2, toS: 4.6 }, segments: [], shows: "the tower" },
      { record: "n1", line: 20, item: null, at: null, segments: [], shows: "" },
    ],
    evidenceAgainst: [],
    lookedAgainst: "Every other square of the town.",
    ...{
      hypotheses: [],
      openContradictions: ["k1 and k2 name different squares"],
      unknown: ["Who filmed"],
      method: "Camera position",
      limits: "One clip",
    },
    signed: [{ label: "A1", at: "2026-01-05T08:00:00.000Z", line: 40 }],
    approved: [{ label: "A2", at: "2026-01-05T09:00:00.000Z", line: 41 }],
    blind: { state: "agree", says: [], answers: [], resolution: null, minorityViews: [] },
    staleSince: [],
    ...more,
  };
}

/** Records of every sort that point at a place of the material, with what a report holds of each. */
function pointing(): ReportRecord[] {
  const common = { says: [], laterLine: null, withdrawn: null, by: "A1", at: null, measurements: [], computation: null, exhibits: [] };
  const mark = { item: "i1" as const, range: { fromS: 4, toS: 4 }, box: { x: 500_000, y: 500_000, width: 10_000, height: 20_000 } };
  const moment = { item: "i1" as const, range: { fromS: 7.9, toS: 8.1 }, box: null, quote: null };
  const frame = { item: "i1" as const, range: { fromS: 4, toS: 4 }, frames: null, box: null, still: null };
  return [
    {
      ...{ ...common, name: "k1", sort: "claim", title: "It was in the square", line: 3, restsOn: ["i2"] },
      marks: [{ item: "i2", range: null, box: null, quote: "in the square", says: "Its text." }],
    },
    { ...common, name: "j1", sort: "sync", title: "a bang", line: 4, restsOn: ["i1"], marks: [{ ...moment, says: "sound, heard here" }] },
    {
      ...{ ...common, name: "sp1", sort: "scene-pair", title: "The same van", line: 5, restsOn: ["i1"] },
      marks: [{ ...mark, quote: null, says: "Pair 1, wheel-loss: same." }],
    },
    {
      ...{ ...common, name: "n1", sort: "inference", title: "Camera", line: 6, restsOn: ["i1"], exhibits: [frame] },
      marks: [{ ...mark, quote: null, says: "Pair 1: pole" }],
      computation: {
        ...{ sort: "camera", solver: "camera 1", problem: null, answer: null, told: [], answered: [], alternatives: [], again: "" },
      },
    },
    { ...common, name: "sh1", sort: "other", title: "called a shot", line: 7, restsOn: ["i1"], exhibits: [frame], marks: [] },
    { ...common, name: "g1", sort: "identification", title: "A van", line: 8, restsOn: ["i1", "o1"], marks: [] },
  ];
}

export function sampleReport(more: Partial<ReportModel> = {}): ReportModel {
  const around = (lat: number, lon: number, radiusM: number) => ({ shape: "circle" as const, centre: { lat, lon }, radiusM });
  return {
    format: "witnessmark-report-v1",
    edition: {
      ...{ id: "ed1", version: 1, sort: "court", title: "Van in the fountain", language: "en", at: "2026-01-06T10:00:00.000Z" },
      ...{ gridM: null, program: "witnessmark 0.1.0" },
    },
    case: { id: "0123456789abcdef0123456789abcdef", title: "Synthetic" },
    keyPoints: [{ id: "kp1", finding: "f1", text: "It was filmed from the square.", wordedBy: "A1", confirmedBy: [] }],
    findings: [
      sampleFinding(),
      sampleFinding({
        finding: "f2",
        question: { id: "qn2", sort: "when", text: "When?", precision: "within 1 h" },
        statement: hostile,
        answer: { sort: "time", from: "2024-09-14T12:30:00.000Z", to: "2024-09-14T13:10:00.000Z", zone: "Europe/Kyiv" },
        likelihood: { ladder: "none", why: "nobody can say" },
        approved: [],
      }),
      sampleFinding({
        finding: "f3",
        question: { id: "qn3", sort: "what", text: "What kind of media is it?", precision: "one of the choices" },
        statement: "The picture shows another town.",
        answer: { sort: "choice", choice: "decontextualized content" },
        likelihood: { ladder: "un-proof", standard: "reasonable-grounds-to-believe" },
      }),
      sampleFinding({ finding: "f4", answer: { sort: "cannot-tell", why: "too dark" }, statement: "It cannot be told." }),
      sampleFinding({
        finding: "f5",
        answer: { sort: "place", lat: 50.4, lon: 30.1, radiusM: 5000 },
        statement: "Somewhere near the town.",
      }),
    ],
    records: [
      ...pointing(),
      {
        ...{ name: "o1", sort: "observation", title: "A tower with a clock", says: [hostile], line: 12, laterLine: null, withdrawn: null },
        ...{ by: "A1", at: "2026-01-02T08:00:00.000Z", marks: [], measurements: [], computation: null, restsOn: ["i1"] },
        exhibits: [
          {
            ...{ item: "i1", range: { fromS: 12.5, toS: 14 }, frames: null, still: null },
            box: { x: 100_000, y: 200_000, width: 300_000, height: 400_000 },
          },
          { item: "i2", range: null, frames: null, box: null, still: null },
          { item: "i1", range: { fromS: 5, toS: 5 }, frames: null, box: null, still: null },
        ],
      },
      {
        ...{ name: "o2", sort: "observation", title: "Taken back", says: [], line: 13, laterLine: 14, withdrawn: "a mistake" },
        ...{ by: "A1", at: null, exhibits: [], marks: [], measurements: [], computation: null, restsOn: [] },
      },
    ],
    items: [
      sampleItem(),
      sampleItem({
        ...{ item: "i2", label: hostile, kind: "picture", object: null, link: null, postedBy: null, graphic: "unassessed" },
        files: [],
        as: "described",
      }),
    ],
    tiers: [
      {
        ...{ tier: "w1", version: 2, item: "i1", sort: "verbatim", language: "uk", from: null, writers: ["A1"], reviewers: ["A2"] },
        made: "written by a person",
        segments: [
          {
            id: 1,
            startS: 1,
            endS: 2.5,
            speaker: "SPK1",
            text: "Тут фонтан --> <b>\n\nтак",
            alternatives: [],
            draft: false,
            reviewed: true,
          },
          { id: 2, startS: 3, endS: 4, speaker: null, text: hostile, alternatives: [], draft: true, reviewed: false },
        ],
      },
    ],
    subjects: [
      {
        ...{ subject: "P1", known: "seen", description: "dark jacket", roleAsClaimed: null, protection: [] },
        states: [{ record: "st9", item: "i1", fromS: 2, toS: 3, says: "breathes" }],
      },
    ],
    elementSheets: [
      {
        ...{ sheet: "es1", version: 1, title: "Synthetic sheet", event: "e1" },
        elements: [
          {
            ...{ key: "conduct", title: "Conduct" },
            cells: [
              {
                ...{ text: "The van rolls", coverage: "shown", why: "seen" },
                grounds: [{ record: "w1", line: 9, item: null, at: null, segments: ["2"], shows: "it is called out" }],
              },
            ],
          },
        ],
      },
    ],
    hypotheses: [],
    places: [
      {
        id: "pl1",
        title: "Market square",
        of: "f1",
        role: "answer",
        region: around(50.465123, 30.185456, 80),
        precision: "camera position",
        why: "",
      },
      {
        ...{ id: "pl2", title: hostile, of: "n1", role: "cone", precision: "field of view", why: "" },
        region: {
          shape: "polygon",
          rings: [
            [
              { lat: 50.4, lon: 30.1 },
              { lat: 50.5, lon: 30.1 },
              { lat: 50.5, lon: 30.3 },
            ],
          ],
        },
      },
      {
        id: "pl3",
        title: "The other square",
        of: "n2",
        role: "rejected",
        region: around(-17, 179.999, 5000),
        precision: "namesake",
        why: "no tower",
      },
      {
        id: "pl4",
        title: "The way",
        of: "e1",
        role: "ground",
        region: {
          shape: "path",
          points: [
            { lat: 50, lon: 30 },
            { lat: 50.1, lon: 30.1 },
          ],
          radiusM: 40,
        },
        precision: "map",
        why: "",
      },
    ],
    events: [
      {
        ...{ event: "e1", title: "The van rolls", sort: "other" as never, gaps: ["Nobody filmed the beginning"] },
        windows: [
          {
            from: "2024-09-14T12:30:00.000Z",
            to: "2024-09-14T12:30:40.000Z",
            zone: "Europe/Kyiv",
            of: "n3",
            role: "computed",
            basis: "shadows",
          },
          { from: "open", to: "2024-09-14T13:20:00.000Z", zone: "UTC", of: "i1", role: "bound", basis: "first upload" },
        ],
        shownBy: [{ item: "i1", fromS: 0, toS: 12.48 }],
      },
    ],
    sync: {
      of: "n4",
      reference: "i1",
      clips: [
        { item: "i1", fromS: 0, toS: 12.48, plusMinusS: 0 },
        { item: "i2", fromS: null, toS: null, plusMinusS: null },
      ],
      says: ["The loops close."],
    },
    claims: { columns: [], rows: [], origins: [] },
    certification: {
      seq: 50,
      head: digest("0"),
      shortCode: "00000-00000-00000",
      method: [],
      tools: [],
      people: [],
      timestamps: [],
      notShown: [],
    },
    leftOut: { withheld: [], rejected: [], notDone: [], open: [] },
    ...more,
  };
}

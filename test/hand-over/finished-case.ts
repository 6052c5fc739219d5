/** A case with a finding that may be handed over: a clip, pictures, words in two languages read by a second person, an element sheet. All invented. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RecordsAnswer } from "../../src/api/records.ts";
import { elementLists } from "../../src/core/element/element-lists.ts";
import type { EditionPlan } from "../../src/core/edition/edition.ts";
import type { FindingDocument } from "../../src/core/finding/finding.ts";
import type { TierSegment } from "../../src/core/tier/tier.ts";
import { ground, soundFinding } from "../findings/finding-words.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import type { ServedCase } from "../support/served-case.ts";
import { peopleAt, type PeopleAtACase } from "../tiers/people-at-a-case.ts";

const builtPage = fileURLToPath(new URL("../../dist/verify.html", import.meta.url));
/** Names that must never act: as markup, as a way out of a folder, as letters that turn the words around them. */
export const hostile = `<script>alert(1)</script>"'&\u202Egpj.exe`;

export interface FinishedCase {
  readonly desk: Desk;
  readonly casePath: string;
  readonly people: PeopleAtACase;
  /** Whether the session knows the passphrase of `private.age`; it does until a test says otherwise. */
  readonly knows: { passphrase: boolean };
  /** Finding f1 is signed by the first person and approved by the second. */
  lineOf(to: ServedCase, record: string): Promise<number>;
  close(): Promise<void>;
}

export const passphrase = "a passphrase of the case";
/** Whoever filmed, all invented. */
export const filmer = {
  ...{ id: "7700112233", handle: "crossing_films", name: "Films at the crossing" },
  identity: "Ana Marshwarden, +380 (50) 555-01-77; Reed Lane 12",
} as const;
/** Second at which the clock of the second clip begins. */
export const lateS = 3.2;

/** Two seconds of a moving picture with a tone, and two pictures; made once for a test file. */
export function makeMaterial(folder: string): string[] {
  const clip = join(folder, "clip.mp4");
  const video = ["-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=2"];
  const sound = ["-f", "lavfi", "-i", "sine=frequency=440:duration=2"];
  execFileSync("ffmpeg", [
    "-v",
    "error",
    ...video,
    ...sound,
    "-c:v",
    "libx264",
    "-pix_fmt",
    "yuv420p",
    "-c:a",
    "aac",
    "-metadata",
    "title=Filmed by Wren",
    clip,
  ]);
  const picture = join(folder, "crossing.jpg");
  execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "mandelbrot=size=200x120:rate=1", "-frames:v", "1", picture]);
  return [clip, picture];
}

type Told = { id?: string; seq?: number; state?: string; code?: string; message?: string };

export async function made(answer: Promise<unknown>): Promise<Told> {
  const told = (await answer) as Told;
  assert.ok(told.code === undefined, JSON.stringify(told));
  return told;
}

const segment = (id: number, startMs: number, text: string, more: Partial<TierSegment> = {}): TierSegment => ({
  ...{
    id,
    startMs,
    endMs: startMs + 900,
    speaker: "SPK1",
    text,
    alternatives: [],
    overlap: false,
    language: null,
    of: null,
    box: null,
    machine: null,
  },
  ...more,
});

export async function finishedCase(more: Partial<FindingDocument> = {}): Promise<FinishedCase> {
  assert.ok(existsSync(builtPage), "dist/verify.html: `node scripts/build.mjs` makes it");
  const desk = createDesk();
  const casePath = join(desk.folder, "case");
  const knows = { passphrase: true };
  const people = peopleAt(desk, casePath, {
    verifyPage: async () => readFileSync(builtPage),
    casePassphrase: async () => passphrase,
    casePassphraseFrom: () => (knows.passphrase ? "environment" : "nowhere"),
  });
  const [clip, picture] = makeMaterial(desk.folder) as [string, string];
  const late = join(desk.folder, "late.mp4");
  execFileSync("ffmpeg", ["-v", "error", "-i", clip, "-c", "copy", "-map_metadata", "-1", "-output_ts_offset", String(lateS), late]);
  const named = join(desk.folder, "notes-4711.txt");
  writeFileSync(named, "Notes that stand for something nobody hands over.\n");
  await people.collect(clip, picture, named, late);
  await people.probe(4);
  const one = await people.as("first");
  const lineOf = async (to: ServedCase, record: string): Promise<number> =>
    (await to.get<RecordsAnswer>(`/api/records?names=${record}`)).records[0]?.line ?? 0;
  await made(one.post("/api/items/triage", { items: ["i1"], graphicLevel: "severe" }));
  await made(one.post("/api/items/triage", { items: ["i2"], graphicLevel: "none" }));
  const scope = { keep: "yes", analyse: "yes", "show-redacted": "yes", publish: "no", "share-with-court": "yes" };
  const changes = { scope, embargoUntil: "none", withdrawnAt: "not-withdrawn", legalBasis: "public-interest" };
  await made(one.post("/api/items/conditions", { items: ["i1", "i2", "i4"], changes }));
  await writeFilmer(one);
  const event = { sortWords: null, title: `The filming ${hostile}`, time: "unknown", place: "unknown", movement: null, reason: "" };
  await made(one.post("/api/case-events", { sort: "filming", ...event }));
  await made(one.post("/api/bearings", { item: "i1", on: "e1", sort: "shows", part: null, reason: "It is what was filmed." }));
  await made(one.post("/api/bearings", { item: "i2", on: "e1", sort: "supports", part: null, reason: "The same mast." }));
  const range = { stream: 0, timeBase: { num: 1, den: 12_800 }, startPts: 12_800, endPts: 12_800, startFrame: 25, endFrame: 25 };
  await made(one.post("/api/items/i1/observations", { sort: "observation", text: `A mast stands left of the road ${hostile}`, range }));
  await made(one.post("/api/items/i2/observations", { sort: "observation", text: "The same mast, from the other side." }));
  await made(
    one.post("/api/hypotheses", {
      question: "where",
      start: "elsewhere",
      statement: "It is another crossing.",
      standing: "rejected",
      reason: "No mast stands there.",
    }),
  );
  await made(
    one.post("/api/inferences", {
      ...{ sort: "sun", title: "Shadow of the mast", about: "e1", items: ["i1"], reason: "" },
      problem: {
        ...{ place: { lat: 50.465, lon: 30.185 }, day: "2022-03-29", zone: "Europe/Kyiv" },
        ...{ shadowBearingDeg: { value: 60, error: 5 }, lengthRatio: { value: 1.85, error: 0.15 } },
      },
    }),
  );
  await writeTiers(people);
  const first = await people.as("first");
  await made(
    first.post("/api/questions", {
      ...{ sort: "where", text: "Where was the clip filmed?", event: "e1", items: ["i1"], precision: { sort: "place", radiusM: 150 } },
    }),
  );
  await writeSheet(first, lineOf);
  const evidenceFor = [
    { ...ground("o1", await lineOf(first, "o1"), "The mast stands where the map has one."), at: { fromS: 1, toS: 1 } },
    ground("o2", await lineOf(first, "o2"), "The same mast."),
    ground("n1", await lineOf(first, "n1"), "When the shadow fell so."),
    { ...ground("w1", await lineOf(first, "w1"), "Somebody says where they stand."), segments: ["1"] },
  ];
  const document = soundFinding({ evidenceFor, hypotheses: [{ hypothesis: "h1", why: "Looked for on the map." }], ...more });
  await made(first.post("/api/findings", { document }));
  await made(first.post("/api/findings/f1/sign", { version: 1 }));
  const two = await people.as("second");
  await made(two.post("/api/findings/f1/review", { version: 1, verdict: "approves", note: "" }));
  await people.as("first");
  return {
    ...{ desk, casePath, people, knows, lineOf },
    async close() {
      await people.leave();
      desk.close();
    },
  };
}

/** The account of whoever filmed, and who that really is, which lies in `private.age`. */
async function writeFilmer(to: ServedCase): Promise<void> {
  const source = { sort: "person", label: "Filmer at the crossing", about: null, reason: null, identity: { words: filmer.identity } };
  await made(to.post("/api/sources", source));
  await made(
    to.post("/api/accounts", {
      platform: "telegram",
      platformId: filmer.id,
      url: `https://t.me/${filmer.handle}`,
      source: "s1",
      about: null,
    }),
  );
  const seen = { earliest: "2022-03-30T00:00:00Z", latest: "2022-03-31T00:00:00Z" };
  await made(
    to.post("/api/accounts/a1/handles", { handle: filmer.handle, displayName: filmer.name, seen, basis: "As it stood on the page." }),
  );
  await made(
    to.post("/api/items/attribution", { items: ["i1"], role: "filmed-by", account: "a1", source: "s1", basis: "The caption says so." }),
  );
}

/** Written by the first person, read against the recording by the second; the translation the other way round. */
async function writeTiers(people: PeopleAtACase): Promise<void> {
  const one = await people.as("first");
  await made(
    one.post("/api/tiers", {
      item: "i1",
      sort: "verbatim",
      language: "uk",
      segments: [segment(1, 0, "Ми на переїзді"), segment(2, 1000, "/unintelligible/")],
    }),
  );
  const two = await people.as("second");
  await made(two.post("/api/tiers/w1/review", { version: 1, segments: [1, 2], verdict: "agrees" }));
  const english = [segment(1, 0, "We are at the crossing", { of: 1 })];
  await made(
    two.post("/api/tiers", { item: "i1", sort: "translation", language: "en", from: { tier: "w1", version: 1 }, segments: english }),
  );
  const back = await people.as("first");
  await made(back.post("/api/tiers/w2/review", { version: 1, beside: 1, segments: [1], verdict: "agrees" }));
}

async function writeSheet(to: ServedCase, lineOf: FinishedCase["lineOf"]): Promise<void> {
  const list = elementLists[0];
  assert.ok(list !== undefined);
  const shows = await lineOf(to, "o1");
  const cells = list.elements.map(({ number, notShowable }) => ({
    element: number,
    coverage: notShowable === null && number === 1 ? "partly" : notShowable === null ? "not-shown" : "not-showable",
    shown: number === 1 ? "A mast and a road." : "",
    missing: notShowable ?? "Nothing of it is in the clip.",
    grounds: number === 1 ? [{ ground: { ...ground("o1", shows, "The road."), at: { fromS: 1, toS: 1 } }, fact: null }] : [],
  }));
  const document = { format: "witnessmark-element-sheet-v1", cells };
  await made(to.post("/api/element-sheets", { event: "e1", elements: { name: list.name, version: list.version }, document, reason: "" }));
}

export function courtPlan(more: Partial<EditionPlan> = {}): EditionPlan {
  return {
    ...{
      v: 1,
      sort: "court",
      title: `Where the clip was filmed ${hostile}`,
      language: "en",
      findings: ["f1"],
      keyPoints: [],
      elementSheets: ["es1"],
    },
    items: [
      { item: "i1", as: "full", excerpts: [{ fromS: 0.5, toS: 1.5 }], stills: [{ atS: 0.2, redacted: true }], why: "The clip itself." },
      { item: "i2", as: "full", excerpts: [], stills: [{ atS: 0, redacted: true }], why: "" },
    ],
    gridM: null,
    ...more,
  };
}

/** A box of the clip and one of the picture are marked by the first person, and all of both is looked at by the second. */
export async function redactAndView(people: PeopleAtACase): Promise<void> {
  const one = await people.as("first");
  const box = (at: { x: number; y: number }) => ({ ...at, w: 0.25, h: 0.25 });
  const lines: number[] = [];
  for (const [item, toS, keys] of [
    // In its first second alone, so that some of its frames show no mark.
    ["i1", 0.96, [0, 0.96].map((atS) => ({ atS, box: box({ x: 0.1 + atS / 5, y: 0.2 }), by: "person" }))],
    ["i2", 0, [{ atS: 0, box: box({ x: 0.5, y: 0.5 }), by: "person" }]],
  ] as const) {
    const mark = { sort: { what: "box", fromS: 0, toS, keys }, reason: "plate", subject: null };
    lines.push((await made(one.post("/api/redactions", { item, mark }))).seq ?? 0);
  }
  const two = await people.as("second");
  for (const { finding, text } of publicPlan().keyPoints) await made(two.post("/api/key-points/confirm", { finding, text }));
  await made(two.post("/api/items/i1/stretches", { fromS: 0, toS: 2, marks: [lines[0]], note: "" }));
  await made(two.post("/api/items/i2/stretches", { fromS: 0, toS: 0, marks: [lines[1]], note: "" }));
  await people.as("first");
}

export function publicPlan(more: Partial<EditionPlan> = {}): EditionPlan {
  return courtPlan({
    ...{ sort: "public", gridM: 10_000, title: "Where the clip was filmed" },
    keyPoints: [{ finding: "f1", text: "The clip was filmed near the place that is named." }],
    items: [
      { item: "i1", as: "redacted", excerpts: [], stills: [0.2, 0.6, 1.4, 1.8].map((atS) => ({ atS, redacted: true })), why: "" },
      { item: "i2", as: "redacted", excerpts: [], stills: [], why: "" },
    ],
    ...more,
  });
}

/**
 * `node scripts/bench/copies/sound-scores.ts FOLDER [--half set|report] [--write]`: what is found of sound that came back, and
 * what is found where nothing is shared. Thresholds are set by what it says of the half "set"; `--write` puts what it says of
 * "report" into docs/method/copies-sound.md. Material is made into FOLDER once (about 15 minutes of one core).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { matchPrepared } from "../../../src/analyse/sound-match/match-sounds.ts";
import { type PreparedSound, prepareSound } from "../../../src/analyse/sound-match/prepared-sound.ts";
import type { SoundSegment } from "../../../src/core/copies/segment-match.ts";
import { heardFromTwoPlaces, makeSoundMaterial, readSound, sceneSeconds } from "./sound-material.ts";
import { type SoundEdit, soundEdits, type Told } from "./sound-edits.ts";
import { sceneKinds } from "./sound-scenes.ts";

const DOC = join(import.meta.dirname, "../../../docs/method/copies-sound.md");
const [BEGIN, END] = ["<!-- scores: begin -->", "<!-- scores: end -->"];
/** Numbers of scenes: those that are edited, and those that are only compared with each other. */
const halves = { set: { edited: 1, plain: [1, 3, 4, 5, 6] }, report: { edited: 2, plain: [11, 12, 13, 14, 15] } } as const;
/** Seconds are told rightly when they are off by no more. */
const rightSec = 0.25;
/** Of the shared seconds so much must be reported, and so much of what is reported must be shared. */
const enough = 0.8;
const events = 8;

interface Row {
  readonly kind: string;
  readonly tried: number;
  found: number;
  readonly missed: string[];
  readonly endsSec: number[];
  outside: number;
  readonly verdicts: Record<SoundSegment["sameRecording"], number>;
}

function score(edit: SoundEdit, n: number, folder: string, number: number): Row {
  const row: Row = {
    kind: edit.kind,
    tried: sceneKinds.length,
    found: 0,
    missed: [],
    endsSec: [],
    outside: 0,
    verdicts: { same: 0, open: 0, another: 0 },
  };
  sceneKinds.forEach((kind, i) => {
    const b = readSound(folder, number, `${i}.${n}`);
    const segments = matchPrepared(readSound(folder, number, `${i}.plain`), b);
    const told = edit.told(sceneSeconds);
    if (!isFound(segments, told, b)) return void row.missed.push(kind);
    row.found++;
    for (const segment of segments) row.verdicts[segment.sameRecording]++;
    for (const one of told) {
      const off = (s: SoundSegment) => Math.max(Math.abs(s.b.fromSec - one.from), Math.abs(s.b.toSec - one.to));
      const [nearest] = segments.toSorted((x, y) => off(x) - off(y));
      if (nearest === undefined) continue;
      row.endsSec.push(Math.abs(nearest.b.fromSec - one.from), Math.abs(nearest.b.toSec - one.to));
      if (off(nearest) > nearest.boundsErrorSec) row.outside++;
    }
  });
  return row;
}

function isFound(segments: readonly SoundSegment[], told: readonly Told[], b: PreparedSound): boolean {
  let [shared, reported, right] = [0, 0, 0];
  for (let sec = 0.05; sec < b.prints.durationSec; sec += 0.1) {
    const truth = told.find((one) => sec >= one.from && sec < one.to);
    const at = truth === undefined ? undefined : truth.source + (sec - truth.from) * truth.speed;
    const said = segments.filter((s) => sec >= s.b.fromSec && sec < s.b.toSec).map((s) => s.a.fromSec + (sec - s.b.fromSec) * s.speed);
    if (at !== undefined) shared++;
    if (said.length > 0) reported++;
    if (at !== undefined && said.length > 0 && said.every((one) => Math.abs(one - at) <= rightSec)) right++;
  }
  return right >= enough * shared && right >= enough * reported;
}

const quantile = (values: readonly number[], share: number) =>
  values.toSorted((x, y) => x - y)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

function editTable(rows: readonly Row[]): string[] {
  const line = (r: Row) =>
    `| ${r.kind} | ${r.found} of ${r.tried} | ${r.missed.join(", ") || "-"} | ${quantile(r.endsSec, 0.5).toFixed(2)} | ${quantile(r.endsSec, 0.95).toFixed(2)} | ${r.outside} of ${r.endsSec.length / 2} | ${r.verdicts.same}, ${r.verdicts.open}, ${r.verdicts.another} |`;
  return [
    "| what was done | found | missed | ends off by, median s | 95 of 100, s | ends further off than stated | same, open, another |",
    "|---|---|---|---|---|---|---|",
    ...rows.map(line),
  ];
}

/** Every scene against every other one. */
function falseMatches(folder: string, numbers: readonly number[]): string[] {
  const scenes = numbers.flatMap((number) =>
    sceneKinds.map((kind, i) => ({ kind, name: `${kind} ${number}`, sound: readSound(folder, number, `${i}.plain`) })),
  );
  const found: string[] = [];
  let [pairs, alike] = [0, 0];
  scenes.forEach((a, i) => {
    for (const b of scenes.slice(0, i)) {
      pairs++;
      if (a.kind === b.kind) alike++;
      const [segment] = matchPrepared(a.sound, b.sound);
      if (segment !== undefined)
        found.push(
          `${a.name} and ${b.name}: ${(segment.b.toSec - segment.b.fromSec).toFixed(1)} s at speed ${segment.speed}, score ${segment.score}`,
        );
    }
  });
  return [
    `${pairs} pairs of different scenes, ${alike} of them of one kind (one voice with other words, one tempo, one bell, one motor): **${found.length} false matches**.`,
    ...found.map((one) => `- ${one}`),
  ];
}

function placesTable(first: number): string[] {
  const lines = ["| heard by two phones | events | matched | same | open | another |", "|---|---|---|---|---|---|"];
  for (const kinds of [["voice en"], ["voice en", "bells", "shots"], ["dance music", "voice de"]]) {
    const count = { matched: 0, same: 0, open: 0, another: 0 };
    for (let i = 0; i < events; i++) {
      const [one, other] = heardFromTwoPlaces(kinds, first + i);
      const verdicts = matchPrepared(prepareSound(one), prepareSound(other)).map((s) => s.sameRecording);
      if (verdicts.length > 0) count.matched++;
      for (const verdict of ["same", "open", "another"] as const) if (verdicts.includes(verdict)) count[verdict]++;
    }
    lines.push(`| ${kinds.join(", ")} | ${events} | ${count.matched} | ${count.same} | ${count.open} | ${count.another} |`);
  }
  return lines;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { half: { type: "string", default: "report" }, write: { type: "boolean", default: false } },
});
const [given] = positionals;
const half = values.half;
if (given === undefined || (half !== "set" && half !== "report")) {
  process.stderr.write("sound-scores: expected FOLDER [--half set|report] [--write]\n");
  process.exit(2);
}
const folder = resolve(given);
const say = (line: string) => process.stderr.write(`sound-scores: ${line}\n`);
const { edited, plain } = halves[half];
makeSoundMaterial(folder, edited, true, say);
for (const number of plain) makeSoundMaterial(folder, number, false, say);
const rows = soundEdits.map((edit, n) => {
  say(edit.kind);
  return score(edit, n, folder, edited);
});
const [found, tried] = [rows.reduce((sum, r) => sum + r.found, 0), rows.reduce((sum, r) => sum + r.tried, 0)];
const text = [
  `Half "${half}", ${new Date().toISOString().slice(0, 10)}: ${sceneKinds.length} scenes of ${sceneSeconds} s (${sceneKinds.join(", ")}), ${soundEdits.length} edits; ${found} of ${tried} found.`,
  "",
  ...editTable(rows),
  "",
  ...falseMatches(folder, plain),
  "",
  ...placesTable(half === "set" ? 200 : 300),
].join("\n");
process.stdout.write(`${text}\n`);
if (values.write) {
  const doc = readFileSync(DOC, "utf8");
  const [start, end] = [doc.indexOf(BEGIN), doc.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`docs/method/copies-sound.md: expected the lines ${BEGIN} and ${END}; found none`);
  writeFileSync(DOC, `${doc.slice(0, start + BEGIN.length)}\n\n${text}\n\n${doc.slice(end)}`);
}

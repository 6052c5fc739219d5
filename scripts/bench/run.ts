/**
 * `npm run bench [-- --only GROUP] [--quick] [--write]`: how the product stands beside what a user would take instead, in one
 * run on one machine. No test: nothing fails when a target is missed, it is said. `--write` puts the tables
 * into docs/bench.md and leaves those of other groups as they are.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { BenchPlace } from "./bench-place.ts";
import { printFigures } from "./copies/print-figures.ts";
import { manyFigures } from "./copies/many-figures.ts";
import { searchHashFigures } from "./copies/search-figures.ts";
import { soundFigures } from "./copies/sound-figures.ts";
import { extractFigures } from "./extract-figures.ts";
import { type Figure, table } from "./figure.ts";
import { gazetteerFigures } from "./gazetteer-figures.ts";
import { keepFigures } from "./keep-figures.ts";
import { largeCaseFigures } from "./large-case-figures.ts";
import { largeExportFigures } from "./large-export-figures.ts";
import { leakFigures } from "./leak-figures.ts";
import { textCopiesFigures } from "./copies/text-copies-figures.ts";
import { describeMachine, load } from "./machine.ts";
import { packFigures } from "./pack-figures.ts";
import { placeFigures } from "./place-figures.ts";
import { redactFigures } from "./redact-figures.ts";
import { searchFigures } from "./search-figures.ts";
import { syncManyFigures, syncPairFigures, syncSafeFigures } from "./sync-figures.ts";
import { syncWallFigures } from "./sync-wall-figures.ts";
import { timeNetworkFigures } from "./time-figures.ts";
import { verifyFigures } from "./verify-figures.ts";

const root = join(import.meta.dirname, "../..");
const DOC = join(root, "docs", "bench.md");
const [BEGIN, END] = ["<!-- bench: begin -->", "<!-- bench: end -->"];

const groups: Readonly<Record<string, (place: BenchPlace) => Promise<Figure[]>>> = {
  keep: keepFigures,
  verify: verifyFigures,
  pack: packFigures,
  "large-case": largeCaseFigures,
  "large-export": largeExportFigures,
  search: searchFigures,
  extract: extractFigures,
  gazetteer: gazetteerFigures,
  time: timeNetworkFigures,
  redact: redactFigures,
  place: placeFigures,
  leaks: leakFigures,
  "sync-wall": syncWallFigures,
  "copies-print": printFigures,
  "copies-search": searchHashFigures,
  "copies-many": manyFigures,
  "copies-text": textCopiesFigures,
  "copies-sound": soundFigures,
  "sync-pair": syncPairFigures,
  "sync-many": syncManyFigures,
  "sync-safe": syncSafeFigures,
};

const { values } = parseArgs({
  options: { only: { type: "string" }, quick: { type: "boolean", default: false }, write: { type: "boolean", default: false } },
});
const chosen = values.only === undefined ? Object.keys(groups) : values.only.split(",");
const unknown = chosen.filter((name) => groups[name] === undefined);
if (unknown.length > 0) {
  process.stderr.write(`bench: expected groups of ${Object.keys(groups).join(", ")}; found ${unknown.join(", ")}\n`);
  process.exit(2);
}

const parent = join(root, ".bench");
mkdirSync(parent, { recursive: true });
const say = (line: string) => process.stderr.write(`bench: ${line} (load ${load()})\n`);
const machine = (await describeMachine(parent)).map((line) => `- ${line}`).join("\n");
const parts = new Map<string, string>();
process.stdout.write(`${machine}\n`);
for (const name of chosen) {
  const folder = mkdtempSync(join(parent, `${name}-`));
  const before = load();
  const began = performance.now();
  try {
    const figures = await groups[name]?.({ folder, quick: values.quick, say });
    const took = Math.round((performance.now() - began) / 1000);
    const how = `Load ${before} before and ${load()} after, ${took} s${values.quick ? ", quick: a tenth of the bytes" : ""}.`;
    const part = `### ${name}\n\n${how}\n\n${table(figures ?? [])}\n`;
    parts.set(name, `### ${name}\n\nTaken on ${new Date().toISOString().slice(0, 10)}. ${how}\n\n${machine}\n\n${table(figures ?? [])}\n`);
    process.stdout.write(`\n${part}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
if (values.write) await writeReport();

/** Each group stands under its own heading, with its own day, load and machine. */
async function writeReport(): Promise<void> {
  const doc = await readFile(DOC, "utf8");
  const [start, end] = [doc.indexOf(BEGIN), doc.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`docs/bench.md: expected the lines ${BEGIN} and ${END}; found none`);
  const [head = "", ...before] = doc.slice(start + BEGIN.length, end).split(/^(?=### )/m);
  const kept = before.map((part) => [/^### (\S+)/.exec(part)?.[1] ?? "", part] as const);
  const all = new Map([...kept, ...parts]);
  const text = [head.trim(), ...[...all.values()].map((part) => part.trim())].filter((part) => part !== "").join("\n\n");
  await writeFile(DOC, `${doc.slice(0, start + BEGIN.length)}\n\n${text}\n\n${doc.slice(end)}`);
}

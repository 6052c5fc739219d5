/** A case of 100,000 items: opening, lists, search and filter of the real server beside plain SQL on the same data; its memory. */
import { statSync } from "node:fs";
import { join } from "node:path";
import type { BenchPlace } from "./bench-place.ts";
import { findProgram } from "../testing/needs.ts";
import { deskFigures } from "./desk-figures.ts";
import { figure, type Figure, megabytes, timeFigure } from "./figure.ts";
import { makeLargeCase } from "./make-large-case.ts";
import { inTurns, runChild, type Took } from "./measure.ts";
import { openPlainTable, type PlainTable } from "./plain-table.ts";
import { serveCase } from "./program-case.ts";

/** Megabytes. */
const memoryLimit = 500;
const rounds = 9;

/** What the desk asks, and the same in plain SQL. */
const questions = [
  { name: "first page of 100", query: "limit=100", plain: (table: PlainTable) => table.page() },
  { name: "search for a word, first 100", query: "limit=100&q=fountain", plain: (table: PlainTable) => table.search("fountain") },
  { name: "filter by kind, first 100", query: "limit=100&kind=video", plain: (table: PlainTable) => table.ofKind("video") },
  { name: "page from the middle, by size", query: "limit=100&sort=size&offset=50000", plain: (table: PlainTable) => table.bySize(50_000) },
] as const;

export async function largeCaseFigures({ folder, quick, say }: BenchPlace): Promise<Figure[]> {
  const items = quick ? 10_000 : 100_000;
  const path = join(folder, "case");
  const config = join(folder, "config");
  say(`making a case of ${items} items`);
  await makeLargeCase(path, items);
  const lines = megabytes(statSync(join(path, "ledger.jsonl")).size);

  say("opening it for the first time, and again");
  const first = await runChild<Took>("open-child.ts", [path, config]);
  const table = openPlainTable(join(folder, "plain.sqlite"));
  const loaded = table.load(path);
  const again = await inTurns(
    3,
    () => runChild<Took>("open-child.ts", [path, config]),
    () => Promise.resolve(table.readLedger(join(path, "ledger.jsonl"))),
  );
  const figures = [
    timeFigure({
      name: `open a case of ${items} items the first time (ledger of ${lines}, checked, read model made)`,
      beside: "plain SQL: parse the lines, insert them into one indexed table",
      rounds: { ours: [first], theirs: [loaded] },
    }),
    timeFigure({
      name: "open it again",
      beside: "reading the ledger and parsing its lines, nothing checked",
      rounds: again,
    }),
  ];

  say("asking its server");
  const server = await serveCase(path, config);
  try {
    for (const { name, query, plain } of questions) {
      const ask = () => server.get(`/api/items?${query}`);
      await ask();
      plain(table);
      const answered = await inTurns(
        rounds,
        () => timed(ask),
        () => timed(() => Promise.resolve(plain(table))),
      );
      figures.push(
        timeFigure({
          name: `${name}, over HTTP`,
          beside: "the same in SQL, in this process, no HTTP",
          rounds: answered,
          wallOnly: true,
        }),
      );
    }
    if (findProgram("chromium") === undefined) say("the desk is not scrolled: chromium is not on PATH");
    else {
      say("scrolling the desk in Chromium");
      figures.push(...(await deskFigures(server.origin, server.cookie, items)));
    }
    const peak = server.peakBytes();
    if (peak !== undefined) {
      const detail = "VmHWM after opening, all the questions above and the desk; opened to look, so no analysers run";
      figures.push(
        figure("memory of the server, at most", "kernel's high-water mark", peak / 1e6, megabytes(peak), { atMost: memoryLimit }, detail),
      );
    }
  } finally {
    server.stop();
    table.close();
  }
  return figures;
}

async function timed(work: () => Promise<unknown>): Promise<Took> {
  const began = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wallS: (performance.now() - began) / 1000, cpuS: (user + system) / 1e6 };
}

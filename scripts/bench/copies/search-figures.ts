/**
 * The exact search over hashes beside the memory's own speed and faiss: one query, a whole clip, opening, room on disk, black
 * frames, growth; a million frames and ten, of unrelated hashes and of shots. A hundred million are reckoned from these.
 */
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type HashSearch, openHashSearch } from "../../../src/analyse/hash-search/hash-search.ts";
import type { PrintedSource } from "../../../src/analyse/hash-search/split-prints.ts";
import type { BenchPlace } from "../bench-place.ts";
import { type Figure, figure, timeFigure } from "../figure.ts";
import { inTurns, median, type Rounds, type Took } from "../measure.ts";
import { findFaiss, openFaiss } from "./faiss-peer.ts";
import { clipQueries, makeHashes, type MadeHashes, nearQueries } from "./make-hashes.ts";
import { openMemoryReader, sysbenchMemory } from "./read-memory.ts";

const rounds = 5;
/** Queries of a round, one after the other. */
const each = 8;
const distinctQueries = 64;
const madeOf = "bench";

const wall = (wallS: number): Took => ({ wallS, cpuS: NaN });
const millis = (seconds: number) => `${(seconds * 1000).toFixed(seconds < 0.01 ? 2 : 1)} ms`;

/** One set in its folder, searched and measured. */
interface Measured {
  readonly made: MadeHashes;
  /** Median of one query on two threads; seconds. */
  readonly single: number;
  readonly clip: number;
  readonly open: number;
  readonly figures: readonly Figure[];
}

export async function searchHashFigures(place: BenchPlace): Promise<Figure[]> {
  const large = place.quick ? 1e6 : 1e7;
  const small = large / 10;
  const figures: Figure[] = [];
  const times = new Map<string, Measured>();
  for (const name of ["unrelated", "shots"] as const) {
    for (const frames of [small, large]) {
      const measured = await measureSet(place, makeHashes(name, frames), frames === large);
      figures.push(...measured.figures);
      times.set(`${name} ${frames}`, measured);
    }
  }
  for (const name of ["unrelated", "shots"] as const) {
    const [before, after] = [times.get(`${name} ${small}`), times.get(`${name} ${large}`)];
    if (before === undefined || after === undefined) continue;
    const detail = `a clip ${(after.clip / before.clip).toFixed(1)} times, opening ${(after.open / before.open).toFixed(1)} times`;
    figures.push(
      figure(
        `growth, ${name}: ten times the frames`,
        "one query at the tenth",
        after.single / before.single,
        `${(after.single / before.single).toFixed(1)} times`,
        undefined,
        detail,
      ),
    );
    const [single, clip, open] = [after.single, after.clip, after.open].map((seconds) => (seconds * 1e8) / large) as [
      number,
      number,
      number,
    ];
    figures.push(
      figure(
        `100 million, ${name}, on paper: one query, two threads, s`,
        "reckoned from the figures above",
        single,
        single.toFixed(2),
        { atMost: 1 },
        `clip ${clip.toFixed(0)} s, opening ${open.toFixed(1)} s; one process reaches 4 GiB of hashes`,
      ),
    );
  }
  return figures;
}

async function measureSet(place: BenchPlace, made: MadeHashes, whole: boolean): Promise<Measured> {
  const title = `${made.frames / 1e6} million ${made.name}`;
  const folder = join(place.folder, title.replaceAll(" ", "-"));
  mkdirSync(folder);
  place.say(`${title}: storing`);
  const began = performance.now();
  const { search: storing, some, raw } = await storeSet(folder, made);
  const storeS = (performance.now() - began) / 1000;
  await storing.close();

  const opening = performance.now();
  const search = openHashSearch(folder, { madeOf });
  const open = (performance.now() - opening) / 1000;
  const alone = openHashSearch(folder, { madeOf, threads: 1 });
  const queries = nearQueries(some, distinctQueries);
  const counts = search.counts();
  const bytes = counts.bytes / made.frames;
  const [one, two] = [openMemoryReader(made.frames * 32, 1), openMemoryReader(made.frames * 32, 2)];
  place.say(`${title}: one query`);
  await askSome(search, queries);
  await askSome(alone, queries);
  const onOne = await inTurns(
    rounds,
    () => askSome(alone, queries),
    () => readSome(one),
  );
  const onTwo = await inTurns(
    rounds,
    () => askSome(search, queries),
    () => readSome(two),
  );
  const single = median(onTwo.ours.map(({ wallS }) => wallS));
  const looked = `${((counts.looked / made.frames) * 100).toFixed(0)} % of the frames looked at`;
  const [by1, by2] = [sysbenchMemory(1), sysbenchMemory(2)];
  const sysbench =
    by1 === undefined || by2 === undefined
      ? "sysbench not here"
      : `sysbench reads ${by1.toFixed(1)} and ${by2.toFixed(1)} GB/s on one and two threads`;
  const speed = (of: Rounds) =>
    `memory read at ${((made.frames * 32) / median(of.theirs.map(({ wallS }) => wallS)) / 1e9).toFixed(1)} GB/s`;
  const figures = [
    timeFigure({
      name: `${title}: one query, one thread`,
      beside: "reading 32 bytes a frame, one thread",
      rounds: onOne,
      target: { atMost: 1.5 },
      wallOnly: true,
      note: `${looked}; ${speed(onOne)}; ${sysbench}`,
    }),
    timeFigure({
      name: `${title}: one query, two threads`,
      beside: "the same on two",
      rounds: onTwo,
      target: { atMost: 1.5 },
      wallOnly: true,
      note: speed(onTwo),
    }),
  ];
  await Promise.all([one.close(), two.close()]);
  figures.push(...(await besideFaiss(place, title, folder, raw, queries, alone)));

  const together = await inTurns(
    rounds,
    async () => {
      const took = await timed(() => alone.search({ hashes: queries, quality: new Uint8Array(distinctQueries).fill(100) }));
      return wall(took.wallS / distinctQueries);
    },
    () => askSome(alone, queries),
  );
  figures.push(
    timeFigure({
      name: `${title}: one of 64 queries asked together, times as fast`,
      beside: "a query asked alone, both on one thread",
      rounds: together,
      speed: true,
      wallOnly: true,
    }),
  );
  place.say(`${title}: a clip`);
  const clipHashes = clipQueries(some[0] as PrintedSource);
  const quality = new Uint8Array(clipHashes.length / 32).fill(100);
  const scanning = openHashSearch(folder, { madeOf, plan: () => "scan" });
  const part = whole ? 60 : 180;
  const clips = await inTurns(
    whole ? 3 : rounds,
    () => timed(() => search.search({ hashes: clipHashes, quality })),
    async () => {
      const some60 = await timed(() => scanning.search({ hashes: clipHashes.subarray(0, part * 32), quality: quality.subarray(0, part) }));
      return wall((some60.wallS * quality.length) / part);
    },
  );
  const clip = median(clips.ours.map(({ wallS }) => wallS));
  const found = (await search.search({ hashes: clipHashes, quality })).filter(
    (answer) => answer.state === "searched" && (answer.hits[0]?.length ?? 0) > 0,
  ).length;
  await Promise.all([alone.close(), scanning.close()]);
  figures.push(
    figure(
      `${title}: a clip of 1,800 frames, s`,
      "on two threads",
      clip,
      clip.toFixed(2),
      { atMost: 15 },
      `${found} of its frames have hits; ${clips.ours.length} rounds`,
    ),
    timeFigure({
      name: `${title}: the same by an index over the queries, times as fast`,
      beside: `comparing with each query, reckoned from ${part} of them`,
      rounds: clips,
      speed: true,
      wallOnly: true,
    }),
    figure(
      `${title}: opening, s`,
      "reading and checking all",
      open,
      open.toFixed(2),
      { atMost: 5 },
      `storing took ${storeS.toFixed(0)} s; ${counts.segments} segments`,
    ),
    figure(
      `${title}: bytes a frame`,
      "on disk and in memory",
      bytes,
      bytes.toFixed(1),
      { atMost: 40 },
      `${counts.rows} rows, of which ${counts.looked} are looked at`,
    ),
  );
  if (made.black > 0) {
    const blackAt = performance.now();
    const [answer] = await search.search({ hashes: new Uint8Array(32), quality: Uint8Array.of(4) });
    const groups = answer?.state === "low-quality" && answer.group.frames === made.black ? 1 : NaN;
    figures.push(
      figure(
        `${title}: groups for a black frame`,
        `${made.black} black frames`,
        groups,
        String(groups),
        { atMost: 1 },
        millis((performance.now() - blackAt) / 1000),
      ),
    );
  }
  await search.close();
  rmSync(folder, { recursive: true });
  return { made, single, clip, open, figures };
}

/** Stores the set, and writes the bare hashes for faiss; a few sources to make queries from. */
async function storeSet(folder: string, made: MadeHashes): Promise<{ search: HashSearch; some: PrintedSource[]; raw: string }> {
  const search = openHashSearch(folder, { madeOf });
  const raw = join(folder, "raw");
  const file = openSync(raw, "w");
  const some: PrintedSource[] = [];
  try {
    for (const batch of made.batches()) {
      if (some.length < distinctQueries) some.push(...batch.slice(0, distinctQueries));
      for (const { prints } of batch) writeSync(file, prints.hashes);
      await search.add(batch);
    }
  } finally {
    closeSync(file);
  }
  return { search, some, raw };
}

let asked = 0;
/** Median of some queries, one at a time; every round takes others. */
async function askSome(search: HashSearch, queries: Uint8Array): Promise<Took> {
  const took: number[] = [];
  for (let number = 0; number < each; number++) {
    const at = (asked++ % distinctQueries) * 32;
    const began = performance.now();
    await search.search({ hashes: queries.subarray(at, at + 32), quality: Uint8Array.of(100) });
    took.push((performance.now() - began) / 1000);
  }
  return wall(median(took));
}

async function readSome(reader: { read(): Promise<number> }): Promise<Took> {
  const took: number[] = [];
  for (let number = 0; number < each; number++) took.push(await reader.read());
  return wall(median(took));
}

async function timed(work: () => Promise<unknown>): Promise<Took> {
  const began = performance.now();
  await work();
  return wall((performance.now() - began) / 1000);
}

async function besideFaiss(
  place: BenchPlace,
  title: string,
  folder: string,
  raw: string,
  queries: Uint8Array,
  search: HashSearch,
): Promise<Figure[]> {
  const name = `${title}: one query, one thread, times as fast`;
  const beside = "faiss IndexBinaryFlat, one thread";
  const python = findFaiss();
  if (python === undefined) return [figure(name, beside, NaN, "not here", undefined, "no Python with faiss")];
  place.say(`${title}: faiss`);
  const queryFile = join(folder, "queries");
  writeFileSync(queryFile, queries);
  const faiss = await openFaiss(python, folder, raw, queryFile);
  try {
    let differ = 0;
    let hits = 0;
    for (let query = 0; query < distinctQueries; query++) {
      const [answer] = await search.search({ hashes: queries.subarray(query * 32, query * 32 + 32), quality: Uint8Array.of(100) });
      const own = answer?.state === "searched" ? (answer.hits[0] ?? []).reduce((sum, { frames }) => sum + frames, 0) : NaN;
      const theirs = (await faiss.search(query)).hits;
      hits += own;
      if (own !== theirs) differ++;
    }
    let next = 0;
    const took = await inTurns(
      rounds,
      () => askSome(search, queries),
      async () => {
        const seconds: number[] = [];
        for (let number = 0; number < each; number++) seconds.push((await faiss.search(next++ % distinctQueries)).seconds);
        return wall(median(seconds));
      },
    );
    return [
      timeFigure({ name, beside, rounds: took, target: { atLeast: 2.5 }, speed: true, wallOnly: true }),
      figure(
        `${title}: queries whose hits differ from faiss`,
        `${distinctQueries} queries at 0 to 40 bits`,
        differ,
        String(differ),
        { atMost: 0 },
        `${hits} frames found`,
      ),
    ];
  } finally {
    faiss.close();
  }
}

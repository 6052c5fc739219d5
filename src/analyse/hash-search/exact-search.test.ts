import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { fixturesFolder, needs } from "../../../scripts/testing/needs.ts";
import {
  type Chance,
  chanceFrom,
  joined,
  randomHash,
  someBits,
  sourceFrom,
  sourceOf,
  spreadBits,
  turned,
  walk,
} from "../../../test/hash-search/made-prints.ts";
import { naiveSearch, rounded } from "../../../test/hash-search/naive-search.ts";
import { fromHex } from "../../core/bytes/hex.ts";
import { type HashAnswer, type HashSearchOptions, openHashSearch, type SearchControl } from "./hash-search.ts";
import type { PrintedSource } from "./split-prints.ts";

let root: string;
before(() => {
  root = mkdtempSync(join(tmpdir(), "witnessmark-hash-search-"));
});
after(() => rmSync(root, { recursive: true, force: true }));

const fit = (count: number) => new Uint8Array(count).fill(80);

async function answers(
  sources: readonly PrintedSource[],
  queries: readonly Uint8Array[],
  control: SearchControl,
  options: Partial<HashSearchOptions> = {},
): Promise<readonly HashAnswer[]> {
  const search = openHashSearch(mkdtempSync(join(root, "set-")), { madeOf: "test", threads: 0, ...options });
  try {
    await search.add(sources);
    return await search.search({ hashes: joined(queries), quality: fit(queries.length) }, control);
  } finally {
    await search.close();
  }
}

const hitsOf = (answer: HashAnswer | undefined, form = 0) => (answer?.state === "searched" ? rounded(answer.hits[form] ?? []) : undefined);

/** Sets of stored hashes, with queries that have neighbours at every distance. */
const sets: Readonly<Record<string, (chance: Chance) => { sources: PrintedSource[]; queries: Uint8Array[] }>> = {
  random: (chance) => {
    const stored = Array.from({ length: 120 }, () => randomHash(chance));
    const near = stored.slice(0, 12).map((hash) => turned(hash, someBits(chance, chance.below(70))));
    return { sources: [sourceFrom(1, stored.slice(0, 50)), sourceFrom(2, stored.slice(50))], queries: [...near, randomHash(chance)] };
  },
  clustered: (chance) => {
    const centre = randomHash(chance);
    const member = () => turned(centre, someBits(chance, chance.below(40)));
    const sources = [3, 4].map((number) => sourceFrom(number, Array.from({ length: 60 }, member)));
    return { sources, queries: [centre, ...Array.from({ length: 8 }, member)] };
  },
  shots: (chance) => {
    const shots = Array.from({ length: 4 }, () => walk(chance, 30, 4));
    const inner = joined(walk(chance, 60, 2));
    const sources = [
      sourceFrom(5, [...(shots[0] ?? []), ...(shots[1] ?? [])], {
        innerHashes: inner,
        quality: Uint8Array.from({ length: 60 }, () => 40 + chance.below(60)),
      }),
      sourceFrom(6, shots.slice(2).flat()),
    ];
    const queries = shots.flatMap((shot) =>
      [shot[0], shot[15]].map((hash) => turned(hash as Uint8Array, someBits(chance, chance.below(60)))),
    );
    return { sources, queries: [...queries, inner.slice(320, 352)] };
  },
  adversarial: (chance) => {
    const queries = Array.from({ length: 6 }, () => randomHash(chance));
    const stored = queries.flatMap((query) =>
      [16, 32, 64, 128].flatMap((width) => [31, 32, 33].map((bits) => turned(query, spreadBits(chance, bits, width)))),
    );
    return { sources: [sourceFrom(7, stored)], queries };
  },
};

describe("the exact search", () => {
  for (const [name, make] of Object.entries(sets)) {
    for (const way of ["scan", "join"] as const) {
      it(`finds in ${name} hashes what a look at every frame finds, by ${way === "scan" ? "comparing all" : "an index over the queries"}`, async () => {
        await fc.assert(
          fc.asyncProperty(fc.nat(), fc.constantFrom(0, 1, 14, 31, 32, 47, 64), async (seed, radius) => {
            // From 64 bits on an index would be longer than the rows.
            const distance = way === "join" ? Math.min(radius, 48) : radius;
            const { sources, queries } = make(chanceFrom(seed));
            const found = await answers(sources, queries, { radius: distance }, { plan: () => way });
            for (const [at, query] of queries.entries())
              assert.deepEqual(hitsOf(found[at]), rounded(naiveSearch(sources, query, distance)));
          }),
          { numRuns: way === "scan" ? 40 : 12 },
        );
      });
    }
  }

  it(
    "finds in the published hashes of real videos what a look at every frame finds",
    { skip: needs({ fixtures: "pdq-vpdq" }) },
    async () => {
      const folder = join(fixturesFolder("pdq-vpdq"), "video-hashes");
      const files = readdirSync(folder).toSorted();
      const sources = files.map((file, number): PrintedSource => {
        const rows = readFileSync(join(folder, file), "utf8")
          .trim()
          .split("\n")
          .map((line) => line.split(","));
        const quality = Uint8Array.from(rows, ([, one]) => Number(one));
        return sourceFrom(
          number,
          rows.map(([, , hex = ""]) => fromHex(hex)),
          { quality },
        );
      });
      const queries = sources.flatMap(({ prints }) => [20, 60, 110].map((frame) => prints.hashes.slice(frame * 32, frame * 32 + 32)));
      for (const way of ["scan", "join"] as const) {
        const found = await answers(sources, queries, {}, { plan: () => way });
        for (const [at, query] of queries.entries()) assert.deepEqual(hitsOf(found[at]), rounded(naiveSearch(sources, query, 31)));
        // Some of the frames asked for are below the least quality, and so not stored.
        assert.ok(found.filter((answer) => (hitsOf(answer)?.length ?? 0) > 0).length > 25);
      }
    },
  );

  it("finds a hash with 31 bits changed wherever they are, and none with 32", async () => {
    const chance = chanceFrom(2);
    for (const way of ["scan", "join"] as const) {
      for (const width of [16, 32, 64, 128, 256]) {
        const query = randomHash(chance);
        const stored = [31, 32].map((bits) => turned(query, spreadBits(chance, bits, width)));
        const [answer] = await answers([sourceFrom(1, stored)], [query], {}, { plan: () => way });
        assert.deepEqual(
          hitsOf(answer)?.map(({ leastDistance, frames }) => ({ leastDistance, frames })),
          [{ leastDistance: 31, frames: 1 }],
          `${way}, parts of ${width} bits`,
        );
      }
    }
  });

  it("says the same on two threads as on none, over many rows and queries", async () => {
    const chance = chanceFrom(3);
    const shots = Array.from({ length: 300 }, () => walk(chance, 100, 3));
    const sources = Array.from({ length: 30 }, (_, number) => sourceFrom(number, shots.slice(number * 10, number * 10 + 10).flat()));
    const queries = Array.from({ length: 400 }, (_, at) => turned(shots[at % 300]?.[at % 100] as Uint8Array, someBits(chance, at % 40)));
    const [alone, together, compared] = await Promise.all([
      answers(sources, queries, {}, { plan: () => "join" }),
      answers(sources, queries, {}, { plan: () => "join", threads: 2 }),
      answers(sources, queries, {}, { plan: () => "scan", threads: 2 }),
    ]);
    assert.deepEqual(together, alone);
    assert.deepEqual(compared, alone);
    for (const at of [0, 57, 399]) assert.deepEqual(hitsOf(alone[at]), rounded(naiveSearch(sources, queries[at] as Uint8Array, 31)));
    assert.ok(alone.filter((answer) => (hitsOf(answer)?.length ?? 0) > 0).length > 200);
  });

  it("finds everything when every row is near every query, more than a thread has room for at once", async () => {
    const chance = chanceFrom(4);
    const centre = randomHash(chance);
    const near = () => turned(centre, someBits(chance, 6));
    const sources = Array.from({ length: 20 }, (_, number) => sourceFrom(number, Array.from({ length: 100 }, near)));
    const queries = Array.from({ length: 300 }, near);
    for (const way of ["scan", "join"] as const) {
      const found = await answers(sources, queries, { radius: 20 }, { plan: () => way });
      for (const answer of found)
        assert.equal(
          hitsOf(answer)?.reduce((sum, { frames }) => sum + frames, 0),
          2000,
        );
    }
  });

  it("searches the forms that it is given beside the hash as it is", async () => {
    const chance = chanceFrom(5);
    const hash = randomHash(chance);
    const mirrored = (of: Uint8Array) => of.map((byte) => byte ^ 0x55);
    const [answer] = await answers([sourceFrom(1, [hash]), sourceFrom(2, [mirrored(hash)])], [hash], { forms: [mirrored] });
    assert.deepEqual(
      [hitsOf(answer)?.map(({ source }) => source), hitsOf(answer, 1)?.map(({ source }) => source)],
      [[sourceOf(1)], [sourceOf(2)]],
    );
  });

  it("answers a black frame with one group, and never finds one", async () => {
    const chance = chanceFrom(6);
    const black = new Uint8Array(32);
    const sources = Array.from({ length: 50 }, (_, number) =>
      sourceFrom(number, [...Array.from({ length: 40 }, () => black), ...walk(chance, 10, 2)], {
        quality: Uint8Array.from({ length: 50 }, (_one, frame) => (frame < 40 ? 3 : 90)),
      }),
    );
    const search = openHashSearch(mkdtempSync(join(root, "black-")), { madeOf: "test", threads: 0 });
    await search.add(sources);
    const [dark, fitBlack] = await search.search({ hashes: joined([black, black]), quality: Uint8Array.from([3, 90]) });
    assert.deepEqual(dark, {
      state: "low-quality",
      quality: 3,
      leastQuality: 50,
      group: { frames: 2000, sources: sources.map(({ source }) => ({ source, frames: 40 })) },
    });
    assert.deepEqual(hitsOf(fitBlack), []);
    await search.close();
  });

  it("stores equal frames once, and a static camera as one hit with its first and last moment", async () => {
    const hash = randomHash(chanceFrom(7));
    const frames = 3 * 3600 * 25;
    const still = sourceFrom(1, []);
    const hashes = new Uint8Array(frames * 32);
    for (let at = 0; at < frames; at++) hashes.set(hash, at * 32);
    const times = Float64Array.from({ length: frames }, (_, at) => 0.5 + at / 25);
    const search = openHashSearch(mkdtempSync(join(root, "still-")), { madeOf: "test", threads: 0 });
    await search.add([{ ...still, prints: { hashes, innerHashes: hashes, times, quality: fit(frames) } }]);
    // 71 minutes fit in 32 bits of microseconds: three hours are three rows.
    assert.equal(search.counts().rows, 3);
    const [answer] = await search.search({ hashes: hash, quality: fit(1) });
    assert.deepEqual(hitsOf(answer), [{ source: sourceOf(1), plane: "whole", fromSec: 0.5, toSec: 10_800.46, frames, leastDistance: 0 }]);
    await search.close();
  });

  it("tells how far it is and stops when asked to", async () => {
    const chance = chanceFrom(8);
    const sources = Array.from({ length: 20 }, (_, number) =>
      sourceFrom(
        number,
        Array.from({ length: 2000 }, () => randomHash(chance)),
      ),
    );
    const queries = Array.from({ length: 2000 }, () => randomHash(chance));
    for (const threads of [0, 2]) {
      const signal = AbortSignal.abort(new Error("enough"));
      await assert.rejects(answers(sources, queries, { signal }, { threads }), /enough/);
    }
    const shares: number[] = [];
    const cancel = new AbortController();
    const stopped = answers(sources, queries, { signal: cancel.signal, onProgress: (done) => shares.push(done) });
    // The first of its stretches of rows is done by then, and the others are not.
    setImmediate(() => cancel.abort(new Error("enough now")));
    await assert.rejects(stopped, /enough now/);
    assert.ok(!shares.includes(1));
    await answers(sources, queries.slice(0, 20), { onProgress: (done) => shares.push(done) }, { threads: 2 });
    assert.equal(shares.at(-1), 1);
    assert.ok(shares.every((done) => done >= 0 && done <= 1));
  });

  it("answers one search after the other on the same threads, after a stopped one too", async () => {
    const hash = randomHash(chanceFrom(10));
    const search = openHashSearch(mkdtempSync(join(root, "again-")), { madeOf: "test", threads: 2 });
    await search.add([sourceFrom(1, [hash])]);
    const ask = (control?: SearchControl) => search.search({ hashes: hash, quality: fit(1) }, control);
    const first = await ask();
    await assert.rejects(ask({ signal: AbortSignal.abort(new Error("enough")) }), /enough/);
    await search.add([sourceFrom(2, walk(chanceFrom(11), 5000, 2))]);
    for (const again of [await ask(), await ask(), ...(await Promise.all([ask(), ask()]))]) assert.deepEqual(again, first);
    await search.close();
  });

  it("refuses what is not a query", async () => {
    const search = openHashSearch(mkdtempSync(join(root, "wrong-")), { madeOf: "test", threads: 0 });
    await assert.rejects(search.search({ hashes: new Uint8Array(31), quality: fit(1) }), /expected 32 bytes of hashes; found 31/);
    await assert.rejects(search.search({ hashes: new Uint8Array(32), quality: fit(1) }, { radius: 257 }), /radius of 0 to 256; found 257/);
    await assert.rejects(
      search.add([sourceFrom(1, [new Uint8Array(32)], { times: Float64Array.of(Number.NaN) })]),
      /expected moments that rise/,
    );
    assert.equal(search.has(sourceOf(1)), false);
    await search.close();
  });
});

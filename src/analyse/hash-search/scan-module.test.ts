import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { chanceFrom, randomHash, someBits, turned } from "../../../test/hash-search/made-prints.ts";
import { distance } from "../../../test/hash-search/naive-search.ts";
import { buildIndex, entriesOf, indexBytes, tolerancesOf } from "./query-index.ts";
import { distanceSteps, noRoom, type ScanExports, scanModuleBytes } from "./scan-module.ts";
import { get, give, i32, mostPages, pageBytes, wasmFunction, wasmModule } from "./wasm-emit.ts";
import { createSharedMemory, instantiate } from "./web-assembly.ts";

describe("the module that scans", () => {
  it("is valid, and small enough to be read", () => {
    assert.ok(WebAssembly.validate(scanModuleBytes()));
    assert.ok(scanModuleBytes().length < 2048);
  });

  it("is written with numbers of any length", () => {
    for (const value of [0, 1, -1, 63, 64, -64, -65, 127, 128, 300, 65_536, 2 ** 31 - 1, -(2 ** 31)]) {
      const plus = wasmFunction("plus", { to: "i32" }, {}, (v) => [give(i32.add(get(v.to), i32.const(value)))]);
      const { plus: add } = instantiate(wasmModule([plus]), createSharedMemory(1)) as { plus(to: number): number };
      assert.equal(add(5), (value + 5) | 0);
    }
  });

  it("compares rows at addresses beyond two and three gigabytes, in every number that is not a multiple of four", () => {
    const memory = createSharedMemory(mostPages);
    // Reserved, not filled: only what is written takes room.
    memory.grow(50_000 - 1);
    const { scan, join } = instantiate(scanModuleBytes(), memory) as ScanExports;
    const chance = chanceFrom(1);
    const query = randomHash(chance);
    for (const base of [64, 2 ** 31 - 32, 2 ** 31 + 4096, 3e9]) {
      const [first, second, queryAt, out] = [base, base + 4096, base + 8192, base + 16_384];
      for (const rows of [0, 1, 2, 3, 4, 5, 7, 64]) {
        const hashes = Array.from({ length: rows }, (_, row) =>
          row % 3 === 0 ? randomHash(chance) : turned(query, someBits(chance, 29 + (row % 5))),
        );
        const bytes = new Uint8Array(memory.buffer);
        for (const [row, hash] of hashes.entries()) {
          bytes.set(hash.subarray(0, 16), first + row * 16);
          bytes.set(hash.subarray(16), second + row * 16);
        }
        bytes.set(query, queryAt);
        const expected = hashes.flatMap((hash, row) =>
          distance(hash, query) <= 31 ? [[100 + row, 7 * distanceSteps + distance(hash, query)]] : [],
        );
        const read = (count: number) => Array.from({ length: count }, (_, hit) => [...new Uint32Array(memory.buffer, out + hit * 8, 2)]);
        assert.deepEqual(read(scan(first, second, rows, 100, queryAt, 7, 31, out)), expected, `scan of ${rows} at ${base}`);
        const [indexAt, length] = [Math.ceil((base + 32_768) / 64) * 64, indexBytes(31, 1)];
        buildIndex(new Uint8Array(memory.buffer, indexAt, length), indexAt, 31, query, queryAt);
        const joined = read(join(first, second, rows, 100, indexAt, 31, out, 100)).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
        const asQuery0 = expected.map(([row = 0, packed = 0]) => [row, packed - 7 * distanceSteps]);
        assert.deepEqual(joined, asQuery0, `join of ${rows} at ${base}`);
        if (expected.length > 1) assert.equal(join(first, second, rows, 100, indexAt, 31, out, expected.length - 1), noRoom);
      }
    }
    assert.ok(50_000 * pageBytes > 3.1e9);
  });
});

describe("the index over queries", () => {
  it("looks into slots so that 31 bits cannot be outside of all tolerances, and a lower sum could", () => {
    for (let most = 0; most <= 63; most++) {
      const tolerances = tolerancesOf(most);
      // To be outside of every slot takes as many bits as all of tolerance + 1 come to.
      assert.equal(
        tolerances.reduce((sum, one) => sum + one, 0),
        most + 1,
      );
    }
    assert.deepEqual([...tolerancesOf(31)], Array(16).fill(2));
    assert.equal(entriesOf(31), 16 * 17);
    assert.equal(entriesOf(0), 1);
  });
});

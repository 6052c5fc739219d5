/**
 * For each landmark of one frame the nearest of another by its description: every one is looked at, as a small WebAssembly module,
 * since counting bits 64 at a time takes a fifth of the time that the language itself needs with counting broken off early.
 */
import { type Code, get, give, i32, i64, pageBytes, repeatWhile, set, wasmFunction, wasmModule, when } from "../hash-search/wasm-emit.ts";
import { createSharedMemory, instantiate } from "../hash-search/web-assembly.ts";
import { words } from "./hamming.ts";
import { landmarkReach } from "./thresholds.ts";

const descriptionBytes = words * 4;
/** Number of the nearest and its distance. */
const answerBytes = 8;
const mostPages = 64;

const n = i32.const;
const increase = (variable: number, by: number): Code => set(variable, i32.add(get(variable), n(by)));

const nearest = wasmFunction(
  "nearest",
  { from: "i32", to: "i32", others: "i32", othersEnd: "i32", out: "i32" },
  { at: "i32", best: "i32", d: "i32", q0: "i64", q1: "i64", q2: "i64", q3: "i64" },
  (v) => {
    const apart = (query: number, place: number): Code => i64.popcnt(i64.xor(get(query), i64.load(get(v.at), place * 8)));
    const compare: Code = [
      ...set(v.d, i32.wrap(i64.add(i64.add(apart(v.q0, 0), apart(v.q1, 1)), i64.add(apart(v.q2, 2), apart(v.q3, 3))))),
      ...when(i32.ltU(get(v.d), get(v.best)), set(v.best, get(v.d)), i32.store(get(v.out), get(v.at))),
      ...increase(v.at, descriptionBytes),
    ];
    return [
      repeatWhile(
        i32.ltU(get(v.from), get(v.to)),
        set(v.q0, i64.load(get(v.from))),
        set(v.q1, i64.load(get(v.from), 8)),
        set(v.q2, i64.load(get(v.from), 16)),
        set(v.q3, i64.load(get(v.from), 24)),
        set(v.best, n(landmarkReach + 1)),
        set(v.at, get(v.others)),
        repeatWhile(i32.ltU(get(v.at), get(v.othersEnd)), compare),
        i32.store(get(v.out), get(v.best), 4),
        increase(v.out, answerBytes),
        increase(v.from, descriptionBytes),
      ),
      give(n(0)),
    ];
  },
);

interface Exports {
  nearest(from: number, to: number, others: number, othersEnd: number, out: number): number;
}

const memory = createSharedMemory(mostPages);
let module: Exports | undefined;

/**
 * `one` and `others`: descriptions one after another. Gives, for each of `one`, the number of the first of the nearest and its
 * distance in bits; a distance beyond `landmarkReach` says that none is within reach. Good until the next call.
 */
export function nearestDescriptions(one: Uint32Array, others: Uint32Array): { numberOf(at: number): number; bitsOf(at: number): number } {
  module ??= instantiate(wasmModule([nearest]), memory) as Exports;
  const at = { others: 64, one: 64 + others.byteLength, out: 64 + others.byteLength + one.byteLength };
  const missing = Math.ceil((at.out + (one.length / words) * answerBytes - memory.buffer.byteLength) / pageBytes);
  if (missing > 0) memory.grow(missing);
  const column = new Uint32Array(memory.buffer);
  column.set(others, at.others / 4);
  column.set(one, at.one / 4);
  if (one.length > 0 && others.length > 0) module.nearest(at.one, at.out, at.others, at.one, at.out);
  else column.fill(landmarkReach + 1, at.out / 4, at.out / 4 + (one.length / words) * 2);
  const found = column.subarray(at.out / 4);
  return {
    numberOf: (one) => ((found[one * 2] ?? 0) - at.others) / descriptionBytes,
    bitsOf: (one) => found[one * 2 + 1] ?? 0,
  };
}

/**
 * How good the solve of many pairs is, on random networks with known truth: offsets within their error, faultless groups that are refused,
 * mistakes that are named, and how the time grows. Errors are normal, rates drift, part of them is measured.
 * Usage: node scripts/accuracy/clocks.ts [--write]; --write puts the tables into docs/method/sync.md.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { answerSync } from "../../src/reason/sync/answer-sync.ts";
import type { SyncGroup } from "../../src/reason/sync/sync-answer.ts";
import type { SyncPair, SyncProblem } from "../../src/reason/sync/sync-problem.ts";

interface Sort {
  readonly clips: number;
  /** Share of all pairs that are measured; a chain always is. */
  readonly joined: number;
  /** Share of those that are grossly wrong. */
  readonly wrong: number;
  readonly networks: number;
}

const sorts: readonly Sort[] = [
  { clips: 4, joined: 1, wrong: 0, networks: 600 },
  { clips: 8, joined: 1, wrong: 0, networks: 300 },
  { clips: 25, joined: 1, wrong: 0, networks: 100 },
  { clips: 12, joined: 0.4, wrong: 0, networks: 200 },
  { clips: 8, joined: 1, wrong: 0.05, networks: 300 },
  { clips: 12, joined: 0.4, wrong: 0.05, networks: 300 },
  { clips: 12, joined: 0.4, wrong: 0.2, networks: 300 },
  { clips: 25, joined: 1, wrong: 0.2, networks: 50 },
];
const sizes = [25, 50, 100, 200, 400];

const random = generator(20_240_914);
const normal = () => Math.sqrt(-2 * Math.log(random() + 1e-300)) * Math.cos(2 * Math.PI * random());

interface Network {
  readonly problem: SyncProblem;
  readonly wrong: ReadonlySet<string>;
  /** Item time of a clip at a moment of the first. */
  item(clip: number, at: number): number;
}

function makeNetwork({ clips, joined, wrong }: Sort): Network {
  const starts = Array.from({ length: clips }, () => random() * 120);
  const rates = Array.from({ length: clips }, () => 1 + (normal() * 35e-6) / 1.96);
  const item = (clip: number, at: number) =>
    (at - (starts[clip] as number) + (starts[0] as number)) * ((rates[clip] as number) / (rates[0] as number));
  const pairs: SyncPair[] = [];
  const mistakes = new Set<string>();
  for (let a = 0; a < clips; a++)
    for (let b = a + 1; b < clips; b++) {
      if (b !== a + 1 && random() > joined) continue;
      const at = 130 + random() * 140;
      const plusMinusS = [0.002, 0.005, 0.02][Math.floor(random() * 3)] as number;
      const id = `c${a} c${b}`;
      const isWrong = random() < wrong;
      if (isWrong) mistakes.add(id);
      const miss = (normal() * plusMinusS) / 1.96 + (isWrong ? (random() < 0.5 ? -1 : 1) * (0.2 + random() * 60) : 0);
      const [atA, atB] = [item(a, at) + miss, item(b, at)];
      const ppm = ((rates[a] as number) / (rates[b] as number) - 1) * 1e6 + (normal() * 10) / 1.96;
      const rate = random() < 0.5 ? { rate: { ppm, plusMinusPpm: 10 } } : {};
      pairs.push({ id, a: `c${a}`, b: `c${b}`, channel: "picture", offsetS: atA - atB, plusMinusS, at: { a: atA, b: atB }, ...rate });
    }
  const all = starts.map((_, n) => ({ id: `c${n}`, label: `c${n}`, startS: 0, endS: 300 }));
  return { problem: { clips: all, pairs }, wrong: mistakes, item };
}

function scoreSort(sort: Sort) {
  const sum = { offsets: 0, held: 0, agreed: 0, mistakes: 0, named: 0, innocent: 0, told: 0 };
  for (let n = 0; n < sort.networks; n++) {
    const { problem, wrong, item } = makeNetwork(sort);
    const group = answerSync(problem).groups[0] as SyncGroup;
    if (group.state === "consistent" || group.state === "unchecked") sum.agreed++;
    sum.mistakes += wrong.size;
    sum.named += group.outliers.filter((id) => wrong.has(id)).length;
    sum.innocent += group.outliers.filter((id) => !wrong.has(id)).length;
    sum.told += [...wrong].filter(
      (id) => !group.outliers.includes(id) && (group.unchecked.includes(id) || group.oneOf.some((list) => list.includes(id))),
    ).length;
    // A mistake that nothing checks, and all it joins, is off: what is unchecked is told as that, and no error could say more.
    if (group.unchecked.some((id) => wrong.has(id))) continue;
    for (const { clip, at, plusMinusS } of group.clips) {
      if (clip === group.reference) continue;
      sum.offsets++;
      if (Math.abs(item(Number(clip.slice(1)), at.group) - at.item) <= plusMinusS) sum.held++;
    }
  }
  return sum;
}

const percent = (part: number, whole: number) => (whole === 0 ? "" : `${((part / whole) * 100).toFixed(1)} %`);
const accuracy = [
  "| recordings, pairs that are measured, of them wrong | networks | offsets within their 95 % error | groups that agree | mistakes | named | in a list or in no loop | right pairs named |",
  "|---|---|---|---|---|---|---|---|",
  ...sorts.map((sort) => {
    const { offsets, held, agreed, mistakes, named, told, innocent } = scoreSort(sort);
    const joined = sort.joined === 1 ? "all" : `a chain and ${sort.joined * 100} % of the rest`;
    return `| ${sort.clips}, ${joined}, ${sort.wrong * 100} % | ${sort.networks} | ${percent(held, offsets)} of ${offsets} | ${percent(agreed, sort.networks)} | ${mistakes} | ${named} | ${told} | ${innocent} |`;
  }),
].join("\n");
const growth = [
  "| recordings | pairs | CPU ms, all right | CPU ms, 2 % wrong |",
  "|---|---|---|---|",
  ...sizes.map((clips) => {
    const [right, wrong] = [0, 0.02].map((share) => {
      const { problem } = makeNetwork({ clips, joined: 1, wrong: share, networks: 1 });
      const before = process.cpuUsage();
      answerSync(problem);
      const { user, system } = process.cpuUsage(before);
      return Math.round((user + system) / 1000);
    });
    return `| ${clips} | ${(clips * (clips - 1)) / 2} | ${right} | ${wrong} |`;
  }),
].join("\n");
const machine = `Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? "unknown"}.`;
console.log(`${accuracy}\n\n${growth}\n\n${machine}`);
if (process.argv.includes("--write")) {
  const page = join(import.meta.dirname, "../../docs/method/sync.md");
  const text = readFileSync(page, "utf8");
  const [before, after] = [text.split("<!-- figures -->")[0], text.split("<!-- end of figures -->")[1]];
  if (before === undefined || after === undefined) throw new Error(`${page}: expected the marks of the figures; found none`);
  writeFileSync(page, `${before}<!-- figures -->\n\n${accuracy}\n\n${growth}\n\n${machine}\n\n<!-- end of figures -->${after}`);
}

function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The child's side of comparing: reads the prints it is told of and nothing else, and says each pair as it comes. */
import { isatty } from "node:tty";
import { text } from "node:stream/consumers";
import type { Printed } from "../../core/copies/copy-matcher.port.ts";
import { endWithParent } from "../end-with-parent.ts";
import { type CandidatePairs, createCandidatePairs } from "./candidate-pairs.ts";
import { comparePair, saysSomething, type Side } from "./compare-pair.ts";
import { createHeldItems, Unreadable } from "./held-items.ts";
import { type MatchLine, MatchRequest } from "./match-contract.ts";

if (isatty(0)) throw new Error("this program is started by another one, with a request on its standard input");
const request = MatchRequest.parse(JSON.parse(await text(process.stdin)));
endWithParent(request.parent, request.folder);
const say = (line: MatchLine) => {
  // A reader that is slow is waited for: pairs are not piled up here.
  const more = process.stdout.write(`${JSON.stringify(line)}\n`);
  return more ? undefined : new Promise<void>((resolve) => process.stdout.once("drain", resolve));
};

/** Two blocks of clips of half a minute are held with room to spare. */
const itemsInBlock = 48;
/** Share of the work that reading takes: an item is read once for the indexes, its pairs are compared after that. */
const readingShare = 0.3;

const { known, fresh, everyPair } = request;
const items = [...known, ...fresh];
const heldItem = createHeldItems();
const sideOf = (n: number): Side => {
  const printed = items[n] as Printed;
  return { object: printed.object, made: heldItem(printed) };
};

let told = 0;
async function tell(done: number): Promise<void> {
  if (done - told < 0.01) return;
  told = done;
  await say({ type: "progress", done });
  // Lets the watch over the parent run.
  await new Promise((resolve) => setImmediate(resolve));
}

async function compareAll(): Promise<void> {
  const pairsOf = everyPair ? allBefore : await readCandidates();
  const share = everyPair ? 1 : 1 - readingShare;
  const pairs = Array.from({ length: fresh.length }, (_, at) => known.length + at).flatMap((n) =>
    pairsOf(n).map(({ item, channels }) => ({ item, n, channels })),
  );
  for (const [at, { item, n, channels }] of inBlocks(pairs).entries()) {
    const pair = comparePair(sideOf(item), sideOf(n), channels);
    if (everyPair || saysSomething(pair)) await say({ type: "pair", pair });
    await tell(1 - share + (share * (at + 1)) / pairs.length);
  }
  await say({ type: "end" });
}

/** Pairs of one block of items with another together, so that what was made ready is not let go of between two pairs that need it. */
function inBlocks<P extends { readonly item: number; readonly n: number }>(pairs: readonly P[]): P[] {
  const blockOf = (item: number): number => Math.floor(item / itemsInBlock);
  return pairs.toSorted(
    (one, other) =>
      blockOf(one.n) - blockOf(other.n) || blockOf(one.item) - blockOf(other.item) || one.n - other.n || one.item - other.item,
  );
}

function allBefore(n: number): ReturnType<CandidatePairs["before"]> {
  return Array.from({ length: n }, (_, item) => ({ item, channels: { picture: true, sound: true } }));
}

async function readCandidates(): Promise<CandidatePairs["before"]> {
  const candidates = createCandidatePairs();
  for (let n = 0; n < items.length; n += 1) {
    candidates.add(sideOf(n).made, n >= known.length);
    await tell((readingShare * (n + 1)) / items.length);
  }
  return candidates.before;
}

try {
  await compareAll();
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  await say({ type: "unreadable", object: error.printed.object, message: error.message });
}

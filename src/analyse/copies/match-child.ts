/** The child's side of comparing: reads the prints it is told of and nothing else, and says each pair as it comes. */
import { isatty } from "node:tty";
import { text } from "node:stream/consumers";
import type { Printed } from "../../core/copies/copy-matcher.port.ts";
import { endWithParent } from "../end-with-parent.ts";
import { type Comparable, comparableOf } from "./comparable.ts";
import { comparePair, saysSomething, type Side } from "./compare-pair.ts";
import { type MatchLine, MatchRequest } from "./match-contract.ts";

/** Items whose prints are held ready at the same time; what was longest not asked for goes first and is read again. */
const mostHeld = 400;

if (isatty(0)) throw new Error("this program is started by another one, with a request on its standard input");
const request = MatchRequest.parse(JSON.parse(await text(process.stdin)));
endWithParent(request.parent, request.folder);
const say = (line: MatchLine) => {
  // A reader that is slow is waited for: pairs are not piled up here.
  const more = process.stdout.write(`${JSON.stringify(line)}\n`);
  return more ? undefined : new Promise<void>((resolve) => process.stdout.once("drain", resolve));
};

class Unreadable extends Error {
  readonly printed: Printed;

  constructor(printed: Printed, cause: unknown) {
    super(cause instanceof Error ? cause.message : "unknown", { cause });
    this.printed = printed;
  }
}

const held = new Map<string, Comparable>();

function sideOf(printed: Printed): Side {
  const found = held.get(printed.object);
  if (found !== undefined) {
    held.delete(printed.object);
    held.set(printed.object, found);
    return { object: printed.object, made: found };
  }
  try {
    const made = comparableOf(printed);
    const [oldest] = held.keys();
    if (held.size >= mostHeld && oldest !== undefined) held.delete(oldest);
    held.set(printed.object, made);
    return { object: printed.object, made };
  } catch (error) {
    throw new Unreadable(printed, error);
  }
}

async function compareAll(): Promise<void> {
  const { known, fresh, everyPair } = request;
  const all = known.length + fresh.length;
  const total = fresh.reduce((sum, _, n) => sum + known.length + n, 0);
  let done = 0;
  let told = 0;
  for (let n = known.length; n < all; n += 1) {
    const b = sideOf(fresh[n - known.length] as Printed);
    for (let m = 0; m < n; m += 1) {
      const a = sideOf((m < known.length ? known[m] : fresh[m - known.length]) as Printed);
      const pair = comparePair(a, b);
      if (everyPair || saysSomething(pair)) await say({ type: "pair", pair });
      done += 1;
      if (done / total - told < 0.01) continue;
      told = done / total;
      await say({ type: "progress", done: told });
      // Lets the watch over the parent run.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  await say({ type: "end" });
}

try {
  await compareAll();
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  await say({ type: "unreadable", object: error.printed.object, message: error.message });
}

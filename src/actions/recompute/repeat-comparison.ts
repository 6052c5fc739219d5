/** Compares prints again, of the same items in the same order, and holds the pairs found against the recorded ones. */
import type { Printed } from "../../core/copies/copy-matcher.port.ts";
import type { PairComparison } from "../../core/copies/segment-match.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { engineTolerance } from "./close-enough.ts";
import { comparePairs } from "./compare-pairs.ts";
import { cannot, notHeld, type RecomputeControl, type RecomputePorts, type Repeated } from "./recompute-ports.ts";
import type { PrintedObject, RecordedComparison } from "./recorded-results.ts";

const mostBytes = 512 * 1024 * 1024;

/** Undefined when it was stopped. */
export async function repeatComparison(
  ports: RecomputePorts,
  { data, known, fresh, unknown }: RecordedComparison,
  erased: ReadonlySet<Digest>,
  { signal }: RecomputeControl,
): Promise<Repeated | undefined> {
  if (data.versions.matcher !== ports.matcher.version)
    return cannot(`compared by version ${data.versions.matcher}; here is version ${ports.matcher.version}`);
  if (data.result !== null) {
    const missing = await notHeld(ports, [data.result], erased);
    if (missing !== undefined) return cannot(`the result, ${missing}`);
  }
  const there = new Set<string>();
  const printedOf = async (all: readonly PrintedObject[]): Promise<Printed[]> => {
    const found: Printed[] = [];
    for (const { object, framePrints, soundPrints } of all) {
      const files = [framePrints, soundPrints].filter((one) => one !== null);
      if ((await notHeld(ports, files, erased)) !== undefined) continue;
      there.add(object);
      const pathOf = (prints: Digest | null) => (prints === null ? null : ports.pathOf(prints));
      found.push({ object, framePrints: pathOf(framePrints), soundPrints: pathOf(soundPrints) });
    }
    return found;
  };
  const request = { known: await printedOf(known), fresh: await printedOf(fresh) };
  if (request.fresh.length === 0)
    return cannot(unknown.length > 0 ? "the lines of its items, or of their prints, are withheld or erased" : "its prints are not here");
  const pairs: PairComparison[] = [];
  await ports.matcher.compare(request, { signal, onProgress: () => undefined }, async (pair) => void pairs.push(pair));
  if (signal.aborted) return undefined;
  const recorded = data.result === null ? undefined : await ports.readFile(ports.pathOf(data.result), mostBytes);
  if (data.result !== null && recorded === undefined) return cannot("the result has more bytes than are compared here");
  const found = comparePairs({ recorded, found: pairs, repeatable: (object) => there.has(object), tolerance: engineTolerance });
  // Prints that stay out may be what was compared: then pairs are missing here that nobody took away.
  const all = known.length + fresh.length;
  return there.size < all && found.outcome === "same" && found.why === ""
    ? { outcome: "same", why: `${all - there.size} of ${all} prints are not here and were not compared` }
    : found;
}

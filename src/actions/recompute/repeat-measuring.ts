/**
 * Measures recordings against each other again. What an earlier measuring had looked at closely is said again, as it was then, from
 * what repeating that one found, so that an altered earlier result does not vouch for itself.
 */
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { KnownPair, MeasurerVersions } from "../../core/sync/measurer.port.ts";
import { ItemPairMeasurement, type PairMeasurement } from "../../core/sync/pair-measurement.ts";
import { decoderTolerance, engineTolerance } from "./close-enough.ts";
import { comparePairs } from "./compare-pairs.ts";
import { cannot, notHeld, type RecomputeControl, type RecomputePorts, type Repeated } from "./recompute-ports.ts";
import type { RecordedMeasuring } from "./recorded-results.ts";

const mostBytes = 512 * 1024 * 1024;

export interface MeasuringRepeater {
  /** In the order of the lines. Undefined when it was stopped. */
  repeat(measuring: RecordedMeasuring): Promise<Repeated | undefined>;
}

export function createMeasuringRepeater(ports: RecomputePorts, erased: ReadonlySet<Digest>, control: RecomputeControl): MeasuringRepeater {
  const pairs = new Map<string, KnownPair>();
  let here: MeasurerVersions | undefined;

  /** What a measuring that is not repeated said still decides how closely a later one looked. */
  async function remember({ data }: RecordedMeasuring): Promise<void> {
    if ((await ports.held(data.result)) !== "held") return;
    const bytes = await ports.readFile(ports.pathOf(data.result), mostBytes);
    for (const line of (bytes === undefined ? "" : (decodeUtf8(bytes) ?? "")).split("\n")) {
      const pair = line === "" ? undefined : ItemPairMeasurement.safeParse(jsonOrNull(line));
      if (pair?.success === true) pairs.set(`${pair.data.a} ${pair.data.b}`, { measurement: pair.data.measurement, isCurrent: false });
    }
  }

  return {
    async repeat(measuring) {
      const { data, objects } = measuring;
      here ??= ports.measurer.versions();
      const other = (["measurer", "soundFeatures", "pictureFeatures"] as const).find((name) => data.versions[name] !== here?.[name]);
      if (other !== undefined) {
        await remember(measuring);
        return cannot(`measured by version ${data.versions[other]} (${other}); here is version ${here[other]}`);
      }
      const named = objects.flatMap(({ item, object }) => (object === null ? [] : [{ item, object }]));
      const needed = [...named.map(({ object }) => object), data.result];
      const missing = await notHeld(ports, needed, erased);
      if (named.length < objects.length || missing !== undefined) {
        await remember(measuring);
        return cannot(missing ?? "the line that brought one of its items is withheld or erased");
      }
      const files = named.map(({ item, object }) => ({ id: item, path: ports.pathOf(object) }));
      const found = await ports.measurer.measure(files, {
        ...{ signal: control.signal, onProgress: () => undefined },
        known: (a, b) => pairs.get(`${a} ${b}`),
      });
      if (found === undefined) return undefined;
      for (const { a, b, measurement } of found.pairs) pairs.set(`${a} ${b}`, { measurement, isCurrent: true });
      const recorded = await ports.readFile(ports.pathOf(data.result), mostBytes);
      if (recorded === undefined) return cannot("the result has more bytes than are compared here");
      const otherDecoder = data.versions.decoder !== here.decoder;
      const compared = comparePairs({
        recorded,
        found: found.pairs.map(({ a, b, measurement }) => ({ a, b, measurement: measurement as PairMeasurement })),
        repeatable: () => true,
        tolerance: otherDecoder ? decoderTolerance : engineTolerance,
      });
      if (!otherDecoder || compared.outcome === "same") return compared;
      const why = `${compared.why}. Recorded with ${data.versions.decoder}, repeated with ${here.decoder}`;
      return { outcome: compared.outcome === "differs" ? "other" : compared.outcome, why };
    },
  };
}

function jsonOrNull(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

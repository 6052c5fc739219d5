/**
 * Regions that lie over each other on neighbouring pictures become one stretch, so that a person reads "face, 12.4 s to 15.0 s, top
 * left" and not seventy rows. Rather two stretches of one thing than one of two: what somebody says of a stretch they say of all of it.
 */
import type { ShareBox } from "../redaction/redaction.ts";
import type { DetectionClass, DetectionResult } from "./detection.ts";
import { mostLeft } from "./detection.ts";
import { overlap } from "./unmarked-regions.ts";

export type Across = "left" | "middle" | "right";
export type Down = "top" | "middle" | "bottom";

export interface RegionStretch {
  readonly class: DetectionClass;
  /** Places in the run's list, one for each picture, in the order of time. */
  readonly regions: readonly number[];
  /** From the first picture that shows it to the end of the last. */
  readonly fromS: number;
  readonly toS: number;
  /** As far as it may reach: from the picture before, which does not show it, to the one after. */
  readonly within: { readonly fromS: number; readonly toS: number };
  /** The surest of them. */
  readonly score: number;
  /** Where its middle lies on the picture, on the whole. */
  readonly where: { readonly across: Across; readonly down: Down };
}

/** Pictures that one may be missed on, in a row. */
const mostMissed = 1;
/** Share of two boxes together, below which they are two things. */
const leastOverlap = 0.3;

interface Growing {
  readonly class: DetectionClass;
  readonly places: number[];
  box: ShareBox;
  frame: number;
}

/** `places`: of regions of one run. In the order of their first pictures. */
export function joinRegions(result: Pick<DetectionResult, "frames" | "regions">, places: readonly number[]): RegionStretch[] {
  const { frames, regions } = result;
  const known = places.filter((place) => frames[regions[place]?.frame ?? -1] !== undefined);
  const byFrame = [...Map.groupBy(known, (place) => regions[place]!.frame)].toSorted(([a], [b]) => a - b);
  const done: Growing[] = [];
  let open: Growing[] = [];
  for (const [frame, found] of byFrame) {
    done.push(...open.filter((one) => frame - one.frame > mostMissed + 1));
    open = open.filter((one) => frame - one.frame <= mostMissed + 1);
    const pairs = found
      .flatMap((place) =>
        open
          .filter((one) => one.class === regions[place]!.class && one.places.length < mostLeft)
          .map((one) => ({ place, one, over: overlap(one.box, regions[place]!.box) })),
      )
      .filter(({ over }) => over >= leastOverlap)
      .toSorted((a, b) => b.over - a.over);
    const joined = new Set<number>();
    const grown = new Set<Growing>();
    for (const { place, one } of pairs) {
      if (joined.has(place) || grown.has(one)) continue;
      joined.add(place);
      grown.add(one);
      one.places.push(place);
      one.box = regions[place]!.box;
      one.frame = frame;
    }
    for (const place of found)
      if (!joined.has(place)) open.push({ class: regions[place]!.class, places: [place], box: regions[place]!.box, frame });
  }
  return [...done, ...open].map((one) => stretchOf(one, result)).toSorted((a, b) => a.fromS - b.fromS || a.regions[0]! - b.regions[0]!);
}

function stretchOf({ class: sort, places }: Growing, { frames, regions }: Pick<DetectionResult, "frames" | "regions">): RegionStretch {
  const own = places.map((place) => regions[place]!);
  const [first, last] = [own[0]!.frame, own.at(-1)!.frame];
  const [fromS, toS] = [frames[first]!.atS, frames[last]!.endS];
  const middle = (of: (box: ShareBox) => number) => own.reduce((sum, { box }) => sum + of(box), 0) / own.length;
  const third = <T>(share: number, low: T, between: T, high: T): T => (share < 1 / 3 ? low : share > 2 / 3 ? high : between);
  return {
    ...{ class: sort, regions: places, fromS, toS },
    within: { fromS: frames[first - 1]?.atS ?? fromS, toS: Math.max(toS, frames[last + 1]?.atS ?? toS) },
    score: Math.max(...own.map(({ score }) => score)),
    where: {
      across: third(
        middle(({ x, w }) => x + w / 2),
        "left",
        "middle",
        "right",
      ),
      down: third(
        middle(({ y, h }) => y + h / 2),
        "top",
        "middle",
        "bottom",
      ),
    },
  };
}

/** "top left", "middle", "bottom". */
export function whereWords({ across, down }: RegionStretch["where"]): string {
  if (across === "middle") return down;
  return down === "middle" ? across : `${down} ${across}`;
}

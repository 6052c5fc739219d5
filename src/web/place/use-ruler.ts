/** Length and bearing between two places of the map, and a line drawn along a bearing. Looked at, not kept. */
import { useState } from "react";
import { wayBetween } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import { pointOf } from "../../reason/place/place-rules.ts";
import { type BenchShape, bearingLine } from "../map/bench-shapes.ts";
import { rulerWords } from "../map/map-ruler.tsx";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";

export interface BearingLine {
  readonly from: Position;
  readonly bearingDeg: number;
  readonly km: number;
}

export interface Ruler {
  readonly isOn: boolean;
  toggle(): void;
  /** The next end; a third begins anew. */
  press(at: Position): void;
  /** Undefined until both ends are set. */
  readonly words: string | undefined;
  readonly line: BearingLine | undefined;
  setLine(line: BearingLine | undefined): void;
  readonly shapes: readonly BenchShape[];
}

export function useRuler(): Ruler {
  const [isOn, setIsOn] = useState(false);
  const [points, setPoints] = useState<readonly Position[]>([]);
  const [line, setLine] = useState<BearingLine>();
  const [from, to] = points;
  const words = from === undefined || to === undefined ? undefined : measured(from, to);
  return {
    isOn,
    toggle() {
      setIsOn(!isOn);
      setPoints([]);
    },
    press(at) {
      const next = points.length >= 2 ? [at] : [...points, at];
      setPoints(next);
      const [a, b] = next;
      if (a !== undefined && b !== undefined) announce(measured(a, b));
    },
    words,
    ...{ line, setLine },
    shapes: [
      ...(from === undefined
        ? []
        : to === undefined
          ? [end("ruler from", from)]
          : [{ kind: "line", key: "ruler", tone: "plain", points: [from, to], title: words ?? "", label: words } satisfies BenchShape]),
      ...(line === undefined ? [] : [drawn(line)]),
    ],
  };
}

function measured(from: Position, to: Position): string {
  return `${rulerWords(from, to)}, ${pointOf(wayBetween(from, to).bearingDeg)}`;
}

function end(key: string, at: Position): BenchShape {
  return { kind: "point", key, tone: "plain", at, radiusM: 0, title: t("place-bench.ruler-from") };
}

function drawn({ from, bearingDeg, km }: BearingLine): BenchShape {
  const words = t("place-bench.bearing-shape", { bearing: bearingDeg.toFixed(1), km });
  return { kind: "line", key: "bearing", tone: "plain", points: bearingLine(from, bearingDeg, km * 1000), title: words, label: words };
}

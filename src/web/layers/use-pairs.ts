/** Pairs of a point in a picture and the same point on the map, being set; and how the picture lies by them. */
import { useState } from "react";
import { type CornerFit, fitCorners, type FittedCorners, type PicturePair } from "../../core/map-layer/fit-corners.ts";
import type { ImageryPlacement } from "../../core/map-layer/imagery.ts";
import type { FramePoint, FrameRef } from "../../core/observation/frame-point.ts";
import type { Position } from "../../core/place/region.ts";

/** Either half may still be missing. */
export interface DraftPair {
  readonly onPicture: FramePoint | undefined;
  readonly onMap: Position | undefined;
}

export interface Pairs {
  readonly pairs: readonly DraftPair[];
  readonly fit: CornerFit;
  setFit(fit: CornerFit): void;
  setFrame(frame: FrameRef | undefined): void;
  onPicture(at: FramePoint): void;
  onMap(at: Position): void;
  /** "pair 2" */
  moveOnPicture(mark: string, at: FramePoint): void;
  moveOnMap(mark: string, at: Position): void;
  remove(mark: string): void;
  /** Undefined while there are too few, or they lie on a line. */
  readonly fitted: FittedCorners | undefined;
  readonly placement: ImageryPlacement | null;
}

export const pairKey = (at: number): string => `pair ${at + 1}`;
const indexOf = (mark: string): number => Number(mark.slice(5)) - 1;

export function usePairs(known: ImageryPlacement | null): Pairs {
  const [pairs, setPairs] = useState<readonly DraftPair[]>(
    () => known?.pairs.map(({ x, y, lat, lon }) => ({ onPicture: { x, y }, onMap: { lat, lon } })) ?? [],
  );
  const [fit, setFit] = useState<CornerFit>(known?.fit ?? "affine");
  const [size, setSize] = useState(known?.picture);
  const change = (at: number, to: Partial<DraftPair>): void =>
    setPairs((now) => now.map((pair, n) => (n === at ? { ...pair, ...to } : pair)));
  /** The half that the last pair lacks, or the first half of a new one. */
  const add = (half: Partial<DraftPair>): void =>
    setPairs((now) => {
      const open = now.findIndex((pair) => ("onPicture" in half ? pair.onPicture : pair.onMap) === undefined);
      if (open === -1) return [...now, { onPicture: undefined, onMap: undefined, ...half }];
      return now.map((pair, n) => (n === open ? { ...pair, ...half } : pair));
    });
  const whole: PicturePair[] = pairs.flatMap(({ onPicture, onMap }) =>
    onPicture === undefined || onMap === undefined ? [] : [{ ...onPicture, lat: onMap.lat, lon: onMap.lon }],
  );
  const fitted = size === undefined ? undefined : fitCorners(whole, size, fit);
  return {
    ...{ pairs, fit, setFit, fitted },
    setFrame: (frame) => {
      if (frame !== undefined)
        setSize((now) => (now?.width === frame.width && now.height === frame.height ? now : { width: frame.width, height: frame.height }));
    },
    onPicture: (at) => add({ onPicture: at }),
    onMap: (at) => add({ onMap: at }),
    moveOnPicture: (mark, at) => change(indexOf(mark), { onPicture: at }),
    moveOnMap: (mark, at) => change(indexOf(mark), { onMap: at }),
    remove: (mark) => setPairs((now) => now.filter((_, n) => n !== indexOf(mark))),
    placement:
      fitted === undefined || size === undefined ? null : { corners: fitted.corners, picture: size, pairs: whole, fit, rmsM: fitted.rmsM },
  };
}

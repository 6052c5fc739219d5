/** The figures that a measurement rests on, each with its error, so that one at a time can be moved. */
import type { FramePoint } from "../../core/observation/frame-point.ts";
import type { Measure } from "./shadow-errors.ts";
import type { ShadowMeasurement } from "./shadow-measurement.ts";

/** Shift of a point at half the longer side from the middle, as a share of that distance: what phones leave after their own correction. */
const distortionShare = 0.01;
/** How far the lens's axis may lie beside the middle of the frame, as a share of the longer side: a cropped frame lies beside it by more. */
const axisShare = 0.02;

/** Figures as they are in one trial. */
export type Read = (slot: number) => number;
export type ReadFigure = (read: Read) => number;
/** Pixels from the lens's axis, straightened. */
export type ReadPoint = (read: Read) => FramePoint;

export interface Inputs {
  readonly count: () => number;
  readonly errorOf: (slot: number) => number;
  /** All as stated, but for one that is moved. */
  readonly read: (moved?: number, by?: number) => Read;
  readonly figure: (measure: Measure) => ReadFigure;
  readonly point: (mark: FramePoint) => ReadPoint;
  readonly base: ReadPoint;
  readonly tip: ReadPoint | undefined;
  readonly shadowEnd: ReadPoint;
  readonly width: number;
}

export function createInputs({ frame, markErrorPx, base, tip, shadowEnd }: ShadowMeasurement): Inputs {
  const values: number[] = [];
  const errors: number[] = [];
  const slot = (value: number, error: number): number => {
    errors.push(error);
    return values.push(value) - 1;
  };
  const longer = Math.max(frame.width, frame.height);
  const [axisX, axisY, bend] = [slot(0, axisShare * longer), slot(0, axisShare * longer), slot(0, distortionShare)];
  const point = (mark: FramePoint): ReadPoint => {
    const [x, y] = [slot(mark.x - frame.width / 2, markErrorPx), slot(mark.y - frame.height / 2, markErrorPx)];
    return (read) => {
      const [right, down] = [read(x) - read(axisX), read(y) - read(axisY)];
      const straight = 1 + read(bend) * ((right ** 2 + down ** 2) / (longer / 2) ** 2);
      return { x: right * straight, y: down * straight };
    };
  };
  const figure = (measure: Measure): ReadFigure => {
    const at = slot(measure.value, measure.error);
    return (read) => read(at);
  };
  return {
    count: () => values.length,
    errorOf: (at) => errors[at] ?? 0,
    read:
      (moved, by = 0) =>
      (at) =>
        (values[at] ?? 0) + (at === moved ? by : 0),
    figure,
    point,
    ...{ base: point(base), tip: tip && point(tip), shadowEnd: point(shadowEnd), width: frame.width },
  };
}

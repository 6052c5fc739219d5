/** How one sound's clock runs on the other's: seconds from each first sample. */
export interface ClockLine {
  /** A moment on both. */
  readonly a: number;
  readonly b: number;
  /** Seconds of a per second of b. */
  readonly rate: number;
}

export const onA = ({ a, b, rate }: ClockLine, atB: number): number => a + (atB - b) * rate;
export const onB = ({ a, b, rate }: ClockLine, atA: number): number => b + (atA - a) / rate;

/** Seconds of b that lie within a, of sounds that are so long. */
export function sharedOnB(line: ClockLine, lengthA: number, lengthB: number): readonly [from: number, to: number] {
  return [Math.max(0, onB(line, 0)), Math.min(lengthB, onB(line, lengthA))];
}

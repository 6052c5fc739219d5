/**
 * Other lags at which the windows agree beside the one that was found: echoes, a second source that stands elsewhere, a tone that
 * repeats. All windows are laid over each other along the line.
 */
import type { PhaseWindow } from "./phase-windows.ts";
import { rate } from "./sound-features.ts";

export interface OtherWay {
  /** Seconds beside the line. */
  readonly lagS: number;
  /** Agreement there beside that on the line. */
  readonly share: number;
}

/** Nearer than that is the peak itself. */
const ownS = 0.0015;
const leastShare = 0.5;

/** `lagAt`: the line's lag in seconds in a window. Strongest first. */
export function otherWays(windows: readonly PhaseWindow[], lagAt: (window: PhaseWindow) => number): OtherWay[] {
  const half = Math.min(...windows.map(({ agreement }) => (agreement.length - 1) / 2));
  const most = half - Math.round(0.01 * rate);
  const sum = new Float32Array(2 * most + 1);
  for (const window of windows) {
    const own = (window.agreement.length - 1) / 2;
    const shift = Math.round(lagAt(window) * rate);
    for (let i = 0; i < sum.length; i++) sum[i]! += window.agreement[i - most + own + shift] ?? 0;
  }
  const near = Math.round(ownS * rate);
  let top = 1e-9;
  for (let i = most - near; i <= most + near; i++) top = Math.max(top, Math.abs(sum[i]!));
  const ways: OtherWay[] = [];
  for (let i = 1; i + 1 < sum.length; i++) {
    const share = Math.abs(sum[i]!) / top;
    if (Math.abs(i - most) <= near || share < leastShare) continue;
    if (share >= Math.abs(sum[i - 1]!) / top && share >= Math.abs(sum[i + 1]!) / top) ways.push({ lagS: (i - most) / rate, share });
  }
  return ways.sort((one, other) => other.share - one.share);
}

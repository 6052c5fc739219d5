/** The size of a part that a person drags: within bounds, and remembered on this machine. */
import { useState } from "react";

export interface SizeBounds {
  /** Name under which it is remembered. */
  readonly keptAt: string;
  readonly least: number;
  readonly most: number;
  readonly start: number;
}

/** Pixels. */
export interface KeptSize {
  readonly px: number;
  readonly set: (px: number) => void;
}

export function useKeptSize(bounds: SizeBounds): KeptSize {
  const [px, setPx] = useState(() => within(bounds, Number(window.localStorage.getItem(bounds.keptAt) ?? bounds.start)));
  const set = (wished: number): void => {
    const kept = within(bounds, wished);
    setPx(kept);
    window.localStorage.setItem(bounds.keptAt, String(kept));
  };
  return { px, set };
}

function within({ least, most, start }: SizeBounds, wished: number): number {
  return Number.isFinite(wished) && wished > 0 ? Math.round(Math.min(most, Math.max(least, wished))) : start;
}

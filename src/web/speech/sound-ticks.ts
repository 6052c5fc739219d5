/** Impulsive sounds as ticks on the waveform: when and how loud, never what they were. */
import type { ItemDetail } from "../../api/items.ts";

export interface SoundTick {
  /** Item time. */
  readonly atMs: number;
  readonly says: string;
}

const none: readonly SoundTick[] = [];

export function useSoundTicks(_detail: ItemDetail): readonly SoundTick[] {
  return none;
}

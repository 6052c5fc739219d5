/**
 * How much of what was transformed is kept for the next pair: by bytes, over all sounds, the oldest let go first. One long recording
 * beside many short ones wants each of them at its own size.
 */
export interface SpectrumSlot {
  readonly bytes: number;
  readonly forget: () => void;
}

const mostBytes = 512 * 1024 * 1024;
/** A short sound at the size of a long one: made again sooner than kept. */
const mostOfOther = 24 * 1024 * 1024;

const slots = new Set<SpectrumSlot>();
let held = 0;

/** `ownScale`: the size is what the sound itself needs. False: it was not kept, and `forget` will not be called. */
export function keepSpectrum(slot: SpectrumSlot, ownScale: boolean): boolean {
  if (slot.bytes > (ownScale ? mostBytes : mostOfOther)) return false;
  for (const oldest of slots) {
    if (held + slot.bytes <= mostBytes) break;
    slots.delete(oldest);
    held -= oldest.bytes;
    oldest.forget();
  }
  slots.add(slot);
  held += slot.bytes;
  return true;
}

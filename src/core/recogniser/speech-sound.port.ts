/** A recording's sound as recognisers read it, and what was measured of it. */
import type { Cancellation } from "../cancel/cancellation.ts";
import type { Span } from "./quiet.ts";
import type { SoundLevels } from "./sound-levels.ts";

export interface SpeechSound {
  /** On the item's own clock. */
  readonly span: Span;
  readonly levels: SoundLevels;
  /** What of the sound was not read, and why; empty when all was. */
  readonly notRead: string;
  /** Writes a part as a WAV file of 16 kHz, mono, and answers where it lies. */
  piece(span: Span): Promise<string>;
}

export interface SpeechSoundReader {
  /** Undefined when it was stopped. Throws CaseError INPUT_INVALID where there is no sound to read, PROGRAM_MISSING, DISK_FULL. */
  read<T>(
    request: { readonly path: string; readonly fromSec: number | null; readonly toSec: number | null },
    control: { readonly signal: Cancellation; readonly onProgress: (done: number) => void },
    use: (sound: SpeechSound) => Promise<T>,
  ): Promise<T | undefined>;
}

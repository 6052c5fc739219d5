/** Whether a version's words are a program's: of a recogniser of ours, or of a file of which that is known or was said at its import. */
import type { TierMaking } from "./tier.ts";

export function programWrote(made: TierMaking): boolean {
  if (made.by !== "import") return made.by === "program";
  return made.format === "whisper-json" || made.writtenBy === "program";
}

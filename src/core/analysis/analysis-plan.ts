/** Which analysers an item calls for once the probe has said what it is. Names and extensions play no part. */
import type { AnalyserName } from "./analysis.ts";

export interface Probed {
  readonly kind: string;
  readonly container: string | null;
  readonly browserPlays: boolean;
  readonly hasSound: boolean;
}

/** In the order in which a person waits for them. The probe itself comes first for everything and is not listed. */
export function analysersAfterProbe({ kind, container, browserPlays, hasSound }: Probed): readonly AnalyserName[] {
  if (container === "telegram-desktop-json") return ["telegram-export"];
  if (container === "html" || container === "plain-text") return ["article"];
  if (kind === "picture") return ["poster"];
  const played: AnalyserName[] = [...(hasSound ? (["waveform"] as const) : []), ...(browserPlays ? [] : (["proxy"] as const))];
  if (kind === "video") return ["poster", "filmstrip", ...played];
  if (kind === "sound") return played;
  return [];
}

/** Which analysers an item calls for once the probe has said what it is. Names and extensions play no part. */
import type { AnalyserName, ReaderName } from "./analysis.ts";

export interface Probed {
  readonly kind: string;
  readonly container: string | null;
  readonly browserPlays: boolean;
  readonly hasSound: boolean;
  /** How many archives or e-mails lie around it. */
  readonly depth: number;
}

/** Which reader takes what the probe says a document is. */
const readerOf: ReadonlyMap<string, ReaderName> = new Map<string, ReaderName>([
  ["telegram-desktop-json", "telegram-export"],
  ["html", "article"],
  ["plain-text", "article"],
  ["whatsapp-text", "whatsapp"],
  ["x-post-json", "x-posts"],
  ["x-archive-js", "x-posts"],
  ["yt-dlp-json", "yt-dlp"],
  ["telegram-html", "telegram-html"],
  ["sheet", "sheet"],
  ["link-list", "sheet"],
  ["atlos-json", "sheet"],
  ["kml", "map-file"],
  ["geojson", "map-file"],
]);

/** An archive in an e-mail or in another archive is opened by itself, one in that is not: so nothing opens without end. */
export const deepestOpened = 1;

/** In the order in which a person waits for them. The probe itself comes first for everything and is not listed. */
export function analysersAfterProbe({ kind, container, browserPlays, hasSound, depth }: Probed): readonly AnalyserName[] {
  if (container === "zip") return depth <= deepestOpened ? ["unpack"] : [];
  if (container === "e-mail") return depth <= deepestOpened ? ["e-mail", "unpack"] : ["e-mail"];
  const reader = readerOf.get(container ?? "");
  if (reader !== undefined) return [reader];
  if (kind === "picture") return ["poster", "frame-print"];
  const framed: AnalyserName[] = kind === "video" ? ["frame-print"] : [];
  const played: AnalyserName[] = [
    ...(hasSound ? (["waveform"] as const) : []),
    ...framed,
    ...(hasSound ? (["sound-print", "sound-events"] as const) : []),
    ...(browserPlays ? [] : (["proxy"] as const)),
  ];
  if (kind === "video") return ["poster", "filmstrip", ...played];
  if (kind === "sound") return played;
  return [];
}

/** Everything that the probe found out about a file; statements and traps are made from it alone. */
import type { MetadataRow } from "../../core/analysis/probe-result.ts";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import type { Probed } from "../ffmpeg/ask-ffprobe.ts";
import type { ReadFrames } from "../ffmpeg/frame-table.ts";
import type { Structure } from "./structure/structure.ts";
import type { Audio, Other, Video } from "./streams.ts";

export interface Facts {
  /** "an MP4 file": what it is by its bytes. */
  readonly says: string;
  readonly structure: Structure;
  readonly rows: readonly MetadataRow[];
  /** Why metadata are missing, when they could not be read. */
  readonly metadataNotRead: string | undefined;
  readonly metadataLeftOut: number;
  readonly times: readonly TimeClaim[];
}

export interface MediaFacts extends Facts {
  readonly probed: Probed;
  readonly streams: readonly (Video | Audio | Other)[];
  readonly streamsLeftOut: number;
  readonly main: Video | undefined;
  readonly mirrored: boolean;
  readonly frames: ReadFrames | undefined;
  readonly durationSec: number | "unknown";
  readonly complaint: string;
}

export interface PictureFacts extends Facts {
  readonly picture: Video | undefined;
  readonly mirrored: boolean;
  /** Pages or animation frames; only the first is shown. */
  readonly pages: number;
  readonly canShow: { readonly yes: true } | { readonly yes: false; readonly why: string };
}

export function rowOf(facts: Facts, test: (row: MetadataRow) => boolean): MetadataRow | undefined {
  return facts.rows.find(test);
}

/** Make and model of a camera, wherever they stand. */
export function cameraOf({ rows }: Facts): string | undefined {
  const find = (tag: string) =>
    rows.find((row) => row.tag === tag && /^(IFD0|Keys|UserData|QuickTime|XMP-tiff|ItemList|AndroidMake)/.test(row.group))?.value;
  const words = [find("Make") ?? find("AndroidMake") ?? find("AndroidManufacturer"), find("Model") ?? find("AndroidModel")];
  const named = words.filter((word) => word !== undefined && word.trim() !== "").join(" ");
  return named === "" ? undefined : named.slice(0, 80);
}

export function placeOf({ rows }: Facts): MetadataRow | undefined {
  return rows.find(({ tag, value }) => /^(GPSLatitude|GPSCoordinates|GPSPosition|LocationInformation)$/.test(tag) && /\d/.test(value));
}

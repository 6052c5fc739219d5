/** Which bytes stand for an item when its clear media are asked for. */
import { CaseError } from "../core/case/case-error.ts";
import type { AnalyserName } from "../core/analysis/analysis.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type CaseReader, readJson } from "./case-reader.ts";

export interface HeldItem {
  readonly object: Digest;
  readonly kind: string;
  readonly browserPlays: boolean;
  /** What the bytes are to a browser; chosen from a closed list by what the probe found, never by name. */
  readonly mediaType: string;
}

/** Throws CaseError ITEM_UNKNOWN, or OBJECT_MISSING for what is known and not held. */
export async function heldItem(reader: CaseReader, viewer: Viewer, id: ItemId): Promise<HeldItem> {
  demand(viewer, "read", { media: id });
  const row = await reader.views.db
    .selectFrom("item")
    .select(["object", "kind", "browser_plays", "held", "container"])
    .where("number", "=", Number(id.slice(1)))
    .executeTakeFirst();
  if (row === undefined) throw new CaseError("ITEM_UNKNOWN", `item ${id}: expected an item of this case; found none of that number`);
  if (row.object === null || row.held === 0)
    throw new CaseError("OBJECT_MISSING", `item ${id}: expected bytes in the case; found an item that is known and not held`);
  return {
    object: row.object as Digest,
    kind: row.kind,
    browserPlays: row.browser_plays === 1,
    mediaType: mediaTypeOf(row.kind, row.container ?? ""),
  };
}

/** A derived file of an item, with its stored result. Throws CaseError OBJECT_MISSING while it is not made or when making it failed. */
export async function derivedOf(
  reader: CaseReader,
  viewer: Viewer,
  id: ItemId,
  analyser: AnalyserName,
): Promise<{ result: Json; pathOf: (file: string) => string }> {
  const { object } = await heldItem(reader, viewer, id);
  const key = { object, analyser, version: reader.versionOf(analyser) };
  const answer = await reader.derived.read(key);
  if (answer?.state !== "done")
    throw new CaseError(
      "OBJECT_MISSING",
      `item ${id}: expected its ${analyser}; found ${answer === undefined ? "none yet" : answer.failure.message}`,
    );
  return { result: answer.result, pathOf: (file) => reader.derived.pathOf(key, file) };
}

/** A file that the probe recorded beside its result, such as the frame table. */
export async function probeFile(reader: CaseReader, viewer: Viewer, id: ItemId, name: string): Promise<unknown> {
  await heldItem(reader, viewer, id);
  const row = await reader.views.db
    .selectFrom("analysis")
    .select("files_json")
    .where("item", "=", Number(id.slice(1)))
    .where("analyser", "=", "probe")
    .executeTakeFirst();
  const files = JSON.parse(row?.files_json ?? "[]") as { name: string; object: Digest }[];
  const file = files.find((candidate) => candidate.name === name);
  if (file === undefined) throw new CaseError("OBJECT_MISSING", `item ${id}: expected ${name} from the probe; found none`);
  return readJson(reader.vault, file.object);
}

/** `container` as the probe names it: ffprobe's format names, comma separated. */
function mediaTypeOf(kind: string, container: string): string {
  const names = new Set(container.split(","));
  const family = kind === "sound" ? "audio" : "video";
  if (names.has("mp4") || names.has("mov") || names.has("m4a")) return `${family}/mp4`;
  if (names.has("webm") || names.has("matroska")) return `${family}/webm`;
  if (names.has("mp3")) return "audio/mpeg";
  if (names.has("ogg")) return `${family}/ogg`;
  if (names.has("wav")) return "audio/wav";
  if (names.has("flac")) return "audio/flac";
  return "application/octet-stream";
}

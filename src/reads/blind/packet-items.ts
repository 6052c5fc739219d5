/** What a blind packet says of its items: bytes, kind, what the bytes say themselves. Not their names, and nothing that anybody wrote. */
import type { Digest } from "../../core/hash/digest.ts";
import type { GraphicLevel, ItemId } from "../../core/item/item.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { heldItem } from "../find-media.ts";
import { metadataIn } from "./blind-desk.ts";

/** As `PacketItem` bounds them. */
const [longestName, longestValue, mostRows] = [200, 500, 1000];

export interface ItemForPacket {
  readonly item: ItemId;
  readonly file: string;
  readonly object: Digest;
  readonly kind: string;
  readonly graphicLevel: GraphicLevel;
  readonly durationSec: number | null;
  readonly metadata: { group: string; tag: string; value: string }[];
}

/** Throws CaseError ITEM_UNKNOWN, OBJECT_MISSING. */
export async function itemsForPacket(reader: CaseReader, viewer: Viewer, items: readonly ItemId[]): Promise<ItemForPacket[]> {
  return Promise.all(items.map((item) => itemForPacket(reader, viewer, item)));
}

async function itemForPacket(reader: CaseReader, viewer: Viewer, item: ItemId): Promise<ItemForPacket> {
  const { object, kind } = await heldItem(reader, viewer, item);
  const number = Number(item.slice(1));
  const row = await reader.views.db
    .selectFrom("item")
    .select(["level", "duration_sec", "container"])
    .where("number", "=", number)
    .executeTakeFirst();
  const metadata = (await metadataIn(reader, number)).slice(0, mostRows).map(({ group, tag, value }) => ({
    group: group.slice(0, longestName),
    tag: tag.slice(0, longestName),
    value: value.length > longestValue ? `${value.slice(0, longestValue - 1)}…` : value,
  }));
  const file = `items/${item}.${endingOf(kind, row?.container ?? "")}`;
  return { item, file, object, kind, graphicLevel: row?.level ?? "unassessed", durationSec: row?.duration_sec ?? null, metadata };
}

const endings: readonly (readonly [RegExp, string])[] = [
  [/matroska|webm/, "mkv"],
  [/mp4|mov|m4a/, "mp4"],
  [/mp3/, "mp3"],
  [/ogg/, "ogg"],
  [/wav/, "wav"],
  [/flac/, "flac"],
  [/jpe?g/, "jpg"],
  [/png/, "png"],
  [/webp/, "webp"],
  [/gif/, "gif"],
  [/heif|heic|avif/, "heic"],
  [/avi/, "avi"],
  [/mpegts/, "ts"],
];

/** By what the probe found, never by name: the name can say where and when. */
function endingOf(kind: string, container: string): string {
  if (kind === "article") return "html";
  return endings.find(([names]) => names.test(container))?.[1] ?? "bin";
}

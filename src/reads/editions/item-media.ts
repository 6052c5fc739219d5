/** What an edition shows of an item: its bytes, what is marked on them, and how a file of that sort ends. */
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { RedactionId } from "../../core/redaction/redaction.ts";
import type { MarkToRender } from "../../core/redaction/redactor.port.ts";
import type { Stretch } from "../../policy/edition-facts.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { redactionOf } from "../redactions/redaction-of.ts";
import { wholeOf } from "../redactions/shots-of.ts";

export interface HeldMedia {
  readonly kind: "video" | "picture" | "sound" | "other";
  readonly object: Digest;
  readonly bytes: number;
  readonly ending: string;
  readonly mediaType: string;
  readonly marks: readonly MarkToRender[];
  /** Marks that stand and whose document this copy cannot read: whoever renders must not go on without them. */
  readonly unreadableMarks: readonly RedactionId[];
  /** All of it on its own clock; null where its end is not known. */
  readonly whole: Stretch | null;
  readonly shielded: boolean;
}

/** By what the probe called the container. A name's ending is not believed: the bytes decide. */
const byContainer: readonly (readonly [RegExp, { readonly ending: string; readonly mediaType: string }])[] = [
  [/mp4|m4a|isom/, { ending: ".mp4", mediaType: "video/mp4" }],
  [/mov|quicktime/, { ending: ".mov", mediaType: "video/quicktime" }],
  [/webm/, { ending: ".webm", mediaType: "video/webm" }],
  [/matroska/, { ending: ".mkv", mediaType: "video/x-matroska" }],
  [/^avi/, { ending: ".avi", mediaType: "video/x-msvideo" }],
  [/^mp3|^mpeg audio/, { ending: ".mp3", mediaType: "audio/mpeg" }],
  [/^ogg/, { ending: ".ogg", mediaType: "audio/ogg" }],
  [/^wav/, { ending: ".wav", mediaType: "audio/wav" }],
  [/jpe?g/, { ending: ".jpg", mediaType: "image/jpeg" }],
  [/png/, { ending: ".png", mediaType: "image/png" }],
  [/webp/, { ending: ".webp", mediaType: "image/webp" }],
  [/gif/, { ending: ".gif", mediaType: "image/gif" }],
  [/html/, { ending: ".html", mediaType: "text/html" }],
  [/pdf/, { ending: ".pdf", mediaType: "application/pdf" }],
  [/text/, { ending: ".txt", mediaType: "text/plain" }],
];

export function fileSortOf(container: string | null): { readonly ending: string; readonly mediaType: string } {
  const found = byContainer.find(([pattern]) => pattern.test((container ?? "").toLowerCase()));
  return found?.[1] ?? { ending: ".bin", mediaType: "application/octet-stream" };
}

/** Undefined where this copy does not hold the bytes. */
export async function heldMedia(reader: CaseReader, viewer: Viewer, item: ItemId): Promise<HeldMedia | undefined> {
  const row = await reader.views.db
    .selectFrom("item")
    .select(["object", "size", "container", "level", "held"])
    .where("number", "=", Number(item.slice(1)))
    .executeTakeFirst();
  if (row === undefined || row.object === null || row.held === 0 || !(await reader.vault.has(row.object as Digest))) return undefined;
  const layer = await redactionOf(reader, viewer, item);
  const sort = fileSortOf(row.container);
  const standing = layer.marks.filter(({ withdrawn }) => withdrawn === undefined);
  return {
    ...{ kind: layer.kind, object: row.object as Digest, bytes: row.size ?? 0, shielded: row.level !== "none" },
    ...(layer.kind === "sound" && sort.mediaType === "video/mp4" ? { ending: ".m4a", mediaType: "audio/mp4" } : sort),
    marks: standing.flatMap(({ redaction, mark }) => (mark === "withheld" ? [] : [{ redaction, mark }])),
    whole: (await wholeOf(reader, item)) ?? null,
    unreadableMarks: standing.flatMap(({ redaction, mark }) => (mark === "withheld" ? [redaction] : [])),
  };
}

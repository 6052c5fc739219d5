/** Checkpoints of the case with the time stamps that were asked for and recorded. */
import type { EntryBody } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { UtcInstant } from "../core/time/time-claim.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";

export interface CheckpointRow {
  readonly checkpoint: Digest;
  /** Last line that it covers. */
  readonly seq: number;
  readonly note: string;
  /** What the machine's clock said when it was made. */
  readonly at: UtcInstant;
  readonly requested: readonly { readonly seq: number; readonly at: UtcInstant; readonly request: Digest; readonly authority: string }[];
  readonly recorded: readonly {
    readonly seq: number;
    readonly token: Digest;
    readonly chain: Digest | null;
    readonly genTime: UtcInstant;
    readonly authority: string;
  }[];
}

/** Earliest first. Lines whose words are withheld or erased are passed over. */
export async function listTimestamps(reader: CaseReader, viewer: Viewer): Promise<CheckpointRow[]> {
  demand(viewer, "read");
  const { db } = reader.views;
  const digests = await db.selectFrom("checkpoint").select(["made_seq", "digest"]).execute();
  const digestOf = new Map(digests.map((row) => [row.made_seq, row.digest as Digest]));
  const rows = await db
    .selectFrom("entry")
    .select(["seq", "body"])
    .where("kind", "in", ["checkpoint.made", "timestamp.requested", "timestamp.recorded"])
    .where("body", "is not", null)
    .orderBy("seq")
    .execute();
  const found = new Map<Digest, { -readonly [K in keyof CheckpointRow]: CheckpointRow[K] }>();
  for (const { seq, body: text } of rows) {
    const body = JSON.parse(text as string) as EntryBody;
    if (body.kind === "checkpoint.made") {
      const checkpoint = digestOf.get(seq);
      if (checkpoint === undefined) continue;
      found.set(checkpoint, { checkpoint, seq: body.data.seq, note: body.data.note, at: body.at, requested: [], recorded: [] });
    } else if (body.kind === "timestamp.requested") {
      const { checkpoint, request, authority } = body.data;
      const row = found.get(checkpoint);
      if (row !== undefined) row.requested = [...row.requested, { seq, at: body.at, request, authority }];
    } else if (body.kind === "timestamp.recorded") {
      const { checkpoint, token, chain, genTime, authority } = body.data;
      const row = found.get(checkpoint);
      if (row !== undefined) row.recorded = [...row.recorded, { seq, token, chain, genTime, authority }];
    }
  }
  return [...found.values()];
}

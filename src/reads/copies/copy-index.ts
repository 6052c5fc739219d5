/** What actions and the job on copies must know before they append. */
import type { ItemId } from "../../core/item/item.ts";
import { UploadSource } from "../../core/copies/upload.ts";
import { TimeClaim } from "../../core/time/time-claim.ts";
import type { CopyMaterial } from "../../reason/copies/arrange-copies.ts";
import { keyOf, type Upload } from "../../reason/copies/earliest-upload.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { boundMoves, reopenedBy } from "./bound-moves.ts";
import { copyCase } from "./copy-case.ts";
import { openReopenings } from "./reopened-judgements.ts";

export function copyIndex(reader: CaseReader) {
  return {
    moves: () => boundMoves(reader),
    reopenedBy: (change: (material: CopyMaterial) => CopyMaterial) => reopenedBy(reader, change),
    async isPair(a: ItemId, b: ItemId): Promise<boolean> {
      const { material, pair } = await copyCase(reader);
      const [first, second] = [material.bytes.get(a), material.bytes.get(b)];
      if (first === undefined || second === undefined) return false;
      return first === second || pair(first, second) !== undefined;
    },
    async reopened(): Promise<ReadonlySet<number>> {
      return new Set((await openReopenings(reader)).map(({ line }) => line));
    },
    async judgement(line: number) {
      const { db } = reader.views;
      const match = await db.selectFrom("match_judgement").select("withdrawn").where("seq", "=", line).executeTakeFirst();
      if (match !== undefined) {
        const without = (material: CopyMaterial) => ({
          ...material,
          judgements: material.judgements.filter((judgement) => judgement.line !== line),
        });
        return { on: "match" as const, stands: match.withdrawn === null, without };
      }
      const row = await db.selectFrom("upload_judgement").selectAll().where("seq", "=", line).executeTakeFirst();
      if (row === undefined) return undefined;
      return { on: "upload" as const, stands: row.withdrawn === null, without: await withoutVerdict(reader, line, row) };
    },
  };
}

/** What an earlier judgement on the same upload said holds again. */
async function withoutVerdict(
  { views: { db } }: CaseReader,
  line: number,
  { item, by_json, claim_json }: { readonly item: number; readonly by_json: string; readonly claim_json: string | null },
): Promise<(material: CopyMaterial) => CopyMaterial> {
  const claim = claim_json === null ? undefined : TimeClaim.safeParse(JSON.parse(claim_json)).data;
  if (claim === undefined) return (material) => material;
  const before = await db
    .selectFrom("upload_judgement")
    .select("verdict")
    .where("item", "=", item)
    .where("by_json", "=", by_json)
    .where("claim_json", "=", claim_json)
    .where("withdrawn", "is", null)
    .where("seq", "!=", line)
    .orderBy("seq", "desc")
    .executeTakeFirst();
  const key = keyOf({ item: itemId(item), by: UploadSource.parse(JSON.parse(by_json)), time: claim });
  const judged = (upload: Upload): Upload => (keyOf(upload) === key ? { ...upload, judged: before?.verdict ?? null } : upload);
  return ({ uploads, recorded, ...rest }) => ({
    ...rest,
    uploads: uploads.map(judged),
    recorded: recorded.map((one) => ({ ...one, upload: judged(one.upload) })),
  });
}

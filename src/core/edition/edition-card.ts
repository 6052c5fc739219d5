/** `data/edition/edition.json`: what an edition is and what each of its files is. Its hash is in the manifest of the pack, as every file's. */
import { z } from "zod";
import { CaseId } from "../entry/entry.ts";
import { FindingId } from "../finding/finding.ts";
import { Digest } from "../hash/digest.ts";
import { ItemId } from "../item/item.ts";
import { UtcInstant } from "../time/time-claim.ts";
import { EditionId, EditionSort } from "./edition.ts";

const RestsOn = z.strictObject({
  record: z.string().max(40),
  line: z.number().int().min(1),
  item: ItemId.or(z.null()),
  fromS: z.number().or(z.null()),
  toS: z.number().or(z.null()),
});

export const EditionCard = z.strictObject({
  format: z.literal("witnessmark-edition-v1"),
  caseId: CaseId,
  edition: EditionId,
  version: z.number().int().min(1),
  sort: EditionSort,
  title: z.string().max(300),
  at: UtcInstant,
  /** Up to which line the report was made. The pack reaches a little further: it holds the checkpoint that was signed for it. */
  seq: z.number().int().min(1),
  head: Digest,
  /** Why there is no PDF; null where there is one. */
  noPdf: z.string().max(500).or(z.null()),
  /** Each statement with the lines that signed and approved it, and the finding's document where the edition holds it. */
  findings: z
    .array(
      z.strictObject({
        finding: FindingId,
        version: z.number().int().min(1),
        document: Digest.or(z.null()),
        statement: z.string().max(20_000),
        signed: z.array(z.number().int().min(1)).max(20),
        approved: z.array(z.number().int().min(1)).max(20),
        /** Its grounds: the record and its line, and the moment of an item that shows it, item time. */
        rests: z.array(RestsOn).max(2000),
      }),
    )
    .max(50),
  files: z
    .array(
      z.strictObject({
        path: z.string().max(500),
        sort: z.enum(["report", "data", "media", "figure", "export"]),
        mediaType: z.string().max(100),
        says: z.string().max(1000),
      }),
    )
    .max(5000),
});
export type EditionCard = z.infer<typeof EditionCard>;

export const editionFolder = "data/edition/";
export const editionCardPath = "data/edition/edition.json";

/** The custody log: every entry, each with what bounds its time. */
import { z } from "zod";
import { entryKinds } from "../core/entry/entry.ts";
import { Digest } from "../core/hash/digest.ts";
import { JsonValue } from "./json-value.ts";
import { ItemId } from "../core/item/item.ts";

/** What stands behind an entry's time: a token over a later head (before), an earlier token in the chain (after), or only this machine's clock. */
export const EntryProof = z.strictObject({
  state: z.enum(["proven-between", "proven-before", "proven-after", "claimed-only"]),
  before: z.string().optional(),
  after: z.string().optional(),
});

export const CustodyEntry = z.strictObject({
  seq: z.number().int(),
  head: Digest,
  /** "withheld", "erased": the head is here, the words are not. */
  kind: z.enum(entryKinds as [string, ...string[]]).or(z.enum(["withheld", "erased"])),
  at: z.string().optional(),
  clockSteppedBack: z.boolean(),
  by: z.string().optional(),
  byName: z.string().optional(),
  items: z.array(ItemId),
  /** One sentence in plain words. */
  summary: z.string(),
  signed: z.boolean(),
  proof: EntryProof,
  /** The body as it stands in the ledger, for the person who wants the line itself. */
  body: JsonValue.optional(),
});
export type CustodyEntry = z.infer<typeof CustodyEntry>;

export const CustodyQuery = z.strictObject({
  kind: z.string().optional(),
  item: ItemId.optional(),
  q: z.string().max(200).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  newestFirst: z.stringbool().default(true),
});
export const CustodyPage = z.strictObject({
  total: z.number().int(),
  offset: z.number().int(),
  head: z.strictObject({ seq: z.number().int(), digest: Digest, shortCode: z.string() }),
  kinds: z.array(z.strictObject({ value: z.string(), count: z.number().int() })),
  entries: z.array(CustodyEntry),
});
export type CustodyPage = z.infer<typeof CustodyPage>;

/** A line of the ledger as a value: its head always, its body unless it was withheld or erased. */
import type { EntryBody } from "../entry/entry.ts";
import type { Digest } from "../hash/digest.ts";
import type { Json } from "../json/canonical-json.ts";

export interface LineHead {
  readonly body: Digest;
  readonly prev: Digest;
  /** Counted from 1. */
  readonly seq: number;
  readonly v: 1;
}

export interface LedgerLine {
  readonly head: LineHead;
  /** Digest of the canonical head: what the next line names as `prev`, and what a checkpoint signs. */
  readonly headDigest: Digest;
  /** Absent when body and salt were withheld or erased; the chain holds without them. */
  readonly body: EntryBody | undefined;
  readonly salt: string | undefined;
  /** Values opened in this copy, by the digest that stands in the body. */
  readonly open: ReadonlyMap<Digest, { readonly salt: string; readonly value: Json }>;
}

/** A place in the history: enough to tell a longer ledger from another one. */
export interface HeadRef {
  readonly seq: number;
  readonly head: Digest;
}

/** What person reads aloud or finds on a report: the head's first 60 bits in groups of five digits. */
export function shortCode(head: Digest): string {
  const digits = head.slice("sha256:".length, "sha256:".length + 15);
  return `${digits.slice(0, 5)}-${digits.slice(5, 10)}-${digits.slice(10)}`;
}

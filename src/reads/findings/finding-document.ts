/** A version of a finding as it was written, from the vault. */
import { FindingDocument } from "../../core/finding/finding.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { type CaseReader, readJson } from "../case-reader.ts";

/** Undefined where this copy does not hold it. */
export async function findingDocument({ vault }: Pick<CaseReader, "vault">, document: string): Promise<FindingDocument | undefined> {
  const object = document as Digest;
  if (!(await vault.has(object))) return undefined;
  return FindingDocument.safeParse(await readJson(vault, object)).data;
}

/** A version of a finding as it was written, from the vault. */
import { FindingDocument } from "../../core/finding/finding.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { type CaseReader, readJson } from "../case-reader.ts";

/** As it was written, without what makes its hash unguessable. Undefined where this copy does not hold it. */
export async function findingDocument({ vault }: Pick<CaseReader, "vault">, document: string): Promise<FindingDocument | undefined> {
  const object = document as Digest;
  if (!(await vault.has(object))) return undefined;
  const read = FindingDocument.safeParse(await readJson(vault, object)).data;
  if (read === undefined) return undefined;
  const { salt: _, ...said } = read;
  return said;
}

/** A version of a tier as it was written, from the vault. */
import type { Digest } from "../../core/hash/digest.ts";
import { TierDocument } from "../../core/tier/tier.ts";
import { type CaseReader, readJson } from "../case-reader.ts";

/** Undefined where this copy does not hold it. */
export async function tierDocument({ vault }: Pick<CaseReader, "vault">, document: string): Promise<TierDocument | undefined> {
  const object = document as Digest;
  if (!(await vault.has(object))) return undefined;
  return TierDocument.safeParse(await readJson(vault, object)).data;
}

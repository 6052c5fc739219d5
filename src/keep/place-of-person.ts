/** Who the local person is in a case: somebody it knows by this key or by an earlier one, or somebody new. */
import { CaseError } from "../core/case/case-error.ts";
import type { EntryDraft } from "../core/entry/entry.ts";
import type { PersonId, Signer } from "../core/key/key.ts";
import { keyIdOf } from "../formats/ledger/sign-body.ts";
import type { LedgerFacts } from "./ledger-facts.ts";
import type { Identity } from "./person-keys.ts";
import { sha256 } from "./sha256.ts";

export type Place = { readonly person: PersonId; readonly signer: Signer } & (
  | { readonly state: "known" | "new" }
  /** Known by an earlier key, which signs the hand-over. */
  | { readonly state: "replaced"; readonly replacement: EntryDraft }
);

/** Throws CaseError NOT_ALLOWED for a key that this case revoked: it does not come back under another person's number. */
export function placeOf(identity: Identity, facts: LedgerFacts): Place {
  const key = keyIdOf(sha256, identity.signer.publicKey);
  const personOf = (id: string) => facts.keys.find((held) => held.key === id)?.person;
  const known = personOf(key);
  if (known !== undefined) return { state: "known", person: known, signer: identity.signer };
  if (facts.revokedKeys.includes(key)) {
    throw new CaseError(
      "NOT_ALLOWED",
      `opening to write: expected a key that counts in this case; found ${key}, which was revoked. \`witnessmark key CASE --replace REASON\` makes a new one.`,
    );
  }
  for (const { signer, reason } of identity.former ?? []) {
    const oldKey = keyIdOf(sha256, signer.publicKey);
    const person = personOf(oldKey);
    if (person === undefined) continue;
    const data = { person, oldKey, key: identity.signer.publicKey, reason };
    return { state: "replaced", person, signer, replacement: { kind: "key.replaced", data } };
  }
  return { state: "new", person: `p${facts.persons + 1}` as PersonId, signer: identity.signer };
}

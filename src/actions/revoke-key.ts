/** Says that a key counts no more: it was lost, or somebody else may have it. What it signed before stays signed. */
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { PersonId } from "../core/key/key.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";

export interface RevokeKeyPorts {
  readonly writer: CaseWriter;
  /** Keys in force in this case. */
  readonly keysInForce: () => Promise<readonly { readonly person: PersonId; readonly key: Digest }[]>;
  /** Id of the key that signs here. */
  readonly ownKey: Digest;
}

/** Throws CaseError INPUT_INVALID for a key that is not in force, NOT_ALLOWED for the one that would sign its own end. */
export async function revokeKey(
  ports: RevokeKeyPorts,
  viewer: Viewer,
  key: Digest,
  reason: string,
): Promise<{ line: number; person: PersonId }> {
  demand(viewer, "append");
  const held = (await ports.keysInForce()).find((one) => one.key === key);
  if (held === undefined) throw new CaseError("INPUT_INVALID", `key ${key}: expected a key in force in this case; found none of that id`);
  if (key === ports.ownKey) {
    throw new CaseError(
      "NOT_ALLOWED",
      `key ${key}: expected the key of somebody else; found the one that signs here. --replace makes a new one in its place.`,
    );
  }
  const lines = await ports.writer.append(() => [{ kind: "key.revoked", data: { person: held.person, key, reason } }]);
  return { line: lines[0]?.head.seq ?? 0, person: held.person };
}

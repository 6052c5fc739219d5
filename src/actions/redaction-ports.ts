/** What actions on the redaction layer must know of the case, and how they refuse. */
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { PersonId } from "../core/key/key.ts";
import type { LayerStanding, Shot } from "../core/redaction/stretch-standing.ts";
import type { RedactionId } from "../core/redaction/redaction.ts";
import type { SubjectId } from "../core/subject/subject.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { CaseWriter } from "./case-writer.ts";

export interface RedactionPorts {
  readonly writer: CaseWriter;
  readonly vault: Pick<Vault, "stage" | "commit">;
  readonly redactions: {
    redaction(id: RedactionId): Promise<RedactionKnown | undefined>;
    layer(item: ItemId): Promise<LayerStanding>;
    /** Empty where its length is not known. */
    shots(item: ItemId): Promise<readonly Shot[]>;
    /** Of an item whose bytes the case holds. */
    original(item: ItemId): Promise<{ readonly object: Digest; readonly kind: string } | undefined>;
    /** Everybody who described this person; empty where there is no such label. */
    describers(subject: SubjectId): Promise<readonly PersonId[]>;
  };
}

export interface RedactionKnown {
  readonly item: ItemId;
  readonly withdrawn: boolean;
}

/** Throws CaseError INPUT_INVALID unless the mark is there and was not taken back. */
export async function demandRedaction({ redactions }: RedactionPorts, id: RedactionId): Promise<RedactionKnown> {
  const found = await redactions.redaction(id);
  if (found === undefined || found.withdrawn)
    throw new CaseError(
      "INPUT_INVALID",
      `mark ${id}: expected one that stands; found ${found === undefined ? "none of that number" : "one that was withdrawn"}`,
    );
  return found;
}

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID for what has neither picture nor sound. */
export async function demandShown(
  { redactions }: Pick<RedactionPorts, "redactions">,
  item: ItemId,
): Promise<{ readonly object: Digest; readonly kind: "video" | "picture" | "sound" }> {
  const found = await redactions.original(item);
  if (found === undefined)
    throw new CaseError("ITEM_UNKNOWN", `item ${item}: expected an item of this case whose original it holds; found none of that number`);
  const { object, kind } = found;
  if (kind !== "video" && kind !== "picture" && kind !== "sound")
    throw new CaseError("INPUT_INVALID", `item ${item}: expected a picture, a video or a sound; found ${kind}`);
  return { object, kind };
}

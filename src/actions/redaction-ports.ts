/** What actions on the redaction layer must know of the case, and how they refuse. */
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { PersonId } from "../core/key/key.ts";
import type { LayerStanding, Shot } from "../core/redaction/stretch-standing.ts";
import type { RedactionId } from "../core/redaction/redaction.ts";
import type { WordsPlace } from "../core/redaction/words-mark.ts";
import type { SubjectId } from "../core/subject/subject.ts";
import type { TierId } from "../core/tier/tier.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { CaseWriter } from "./case-writer.ts";

export interface RedactionPorts {
  readonly writer: CaseWriter;
  readonly vault: Pick<Vault, "stage" | "commit">;
  readonly redactions: {
    redaction(id: RedactionId): Promise<RedactionKnown | undefined>;
    /** Of marks on words, or of all others. */
    layer(item: ItemId, of?: "media" | "words"): Promise<LayerStanding>;
    texts(item: ItemId): Promise<TextsKnown>;
    /** Empty where its length is not known. */
    shots(item: ItemId): Promise<readonly Shot[]>;
    /** Of an item whose bytes the case holds. */
    original(item: ItemId): Promise<{ readonly object: Digest; readonly kind: string } | undefined>;
    /** Everybody who described this person; empty where there is no such label. */
    describers(subject: SubjectId): Promise<readonly PersonId[]>;
  };
}

/** Texts of an item that words can be covered in. */
export interface TextsKnown {
  readonly tiers: readonly { readonly tier: TierId; readonly document: Digest; readonly withdrawn: boolean }[];
  readonly reading: { readonly kind: "article" | "posts"; readonly reading: Digest } | null;
  /** As it is now, and the version that it is from; undefined where there is no such text. */
  textOf(place: WordsPlace): Promise<{ readonly text: string; readonly reading: Digest } | undefined>;
}

export interface RedactionKnown {
  readonly item: ItemId;
  readonly withdrawn: boolean;
  /** Whether it covers words; null where that cannot be read. */
  readonly words: boolean | null;
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

/** Throws CaseError ITEM_UNKNOWN. */
export async function demandOriginal(
  { redactions }: Pick<RedactionPorts, "redactions">,
  item: ItemId,
): Promise<{ readonly object: Digest; readonly kind: string }> {
  const found = await redactions.original(item);
  if (found === undefined)
    throw new CaseError("ITEM_UNKNOWN", `item ${item}: expected an item of this case whose original it holds; found none of that number`);
  return found;
}

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID for what has neither picture nor sound. */
export async function demandShown(
  ports: Pick<RedactionPorts, "redactions">,
  item: ItemId,
): Promise<{ readonly object: Digest; readonly kind: "video" | "picture" | "sound" }> {
  const { object, kind } = await demandOriginal(ports, item);
  if (kind !== "video" && kind !== "picture" && kind !== "sound")
    throw new CaseError("INPUT_INVALID", `item ${item}: expected a picture, a video or a sound; found ${kind}`);
  return { object, kind };
}

/** Throws CaseError INPUT_INVALID where a mark is changed to one of another item, or from words to a box: who looked at one did not read the other. */
export function refuseOther(thing: string, held: RedactionKnown, wanted: { readonly item: ItemId; readonly words: boolean }): void {
  if (held.item !== wanted.item)
    throw new CaseError("INPUT_INVALID", `${thing}: expected a change of it on ${held.item}, where it is; found one on ${wanted.item}`);
  if (held.words !== null && held.words !== wanted.words)
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected ${held.words ? "words, as it covers" : "a box or a span of sound, as it is"}; found another sort of mark. Withdraw it, and mark anew.`,
    );
}

/** Throws CaseError INPUT_INVALID for a label that nobody described. */
export async function demandLabel({ redactions }: RedactionPorts, thing: string, subject: SubjectId | null): Promise<void> {
  if (subject !== null && (await redactions.describers(subject)).length === 0)
    throw new CaseError("INPUT_INVALID", `${thing}: expected a person of this case; found ${subject}, which is none`);
}

/** What of the words of a case a public edition does not say, worked out from the marks as they lie in the texts now. */
import type { ClaimId } from "../claim/claim.ts";
import type { TextSpan } from "../claim/text-span.ts";
import type { ItemId } from "../item/item.ts";
import type { RedactionId } from "../redaction/redaction.ts";
import type { TierId } from "../tier/tier.ts";

export interface WordCovers {
  /** "whole": what is covered beside it, in time or in the segment that it is written from, is said in it too. */
  readonly segments: readonly {
    readonly item: ItemId;
    readonly tier: TierId;
    readonly segment: number;
    readonly spans: readonly TextSpan[] | "whole";
  }[];
  /** Looked for in every text and file; `covered` is taken out, the rest is what stands around it. */
  readonly sought: readonly {
    readonly redaction: RedactionId;
    readonly text: string;
    readonly own: boolean;
    readonly covered: TextSpan;
  }[];
  /** Claims that quote covered words: their quote as the public reads it, and their value where none of it is covered. */
  readonly claims: readonly { readonly claim: ClaimId; readonly quote: string; readonly value: string | null }[];
  /** Words too short to be looked for by themselves: taken out where a record is about the item. */
  readonly items: readonly { readonly item: ItemId; readonly tiers: readonly TierId[]; readonly words: readonly string[] }[];
}

export const noWordCovers: WordCovers = { segments: [], sought: [], claims: [], items: [] };

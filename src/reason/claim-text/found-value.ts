/** A value found in a sentence, before it is known who says it and what limits it. */
import type { Aspect, Polarity } from "../../core/claim/claim.ts";
import type { ClaimValue } from "../../core/claim/claim-value.ts";
import type { EventSort } from "../../core/event/event.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { Attribution } from "./attribution.ts";
import type { Range } from "./reading.ts";

/** Spans are in the sentence. */
export interface FoundValue {
  readonly aspect: Aspect;
  readonly value: ClaimValue;
  readonly span: TextSpan;
  readonly range: Range;
  /** The token by whose clause hedges and denials reach it: the verb, or the value itself. */
  readonly at: number;
  /** Undefined: what the sentence before was about. */
  readonly event?: EventSort | "unclear" | undefined;
  /** Approximating words of this value alone. */
  readonly own?: readonly { readonly span: TextSpan; readonly words: string }[];
  /** Where the value itself says it. */
  readonly polarity?: Polarity;
  readonly notes?: readonly string[];
  /** When or where something was said: a claim about that saying, not by who said it. */
  readonly saidAbout?: Attribution;
  /** Words that bring in what is spoken. */
  readonly cue?: Range;
  /** Words that say that it is not known. */
  readonly says?: Range;
  /** Who checked: they did not do what was checked. */
  readonly agent?: Range;
}

/** Finding pairs that share picture or sound among many. Implemented by a child process without network; the domain knows only the contract. */
import type { Cancellation } from "../cancel/cancellation.ts";
import type { Digest } from "../hash/digest.ts";
import type { PairComparison } from "./segment-match.ts";

/** An item's bytes with the files of prints made of them; null where the item has no such channel. */
export interface Printed {
  readonly object: Digest;
  /** Absolute paths. */
  readonly framePrints: string | null;
  readonly soundPrints: string | null;
}

export interface CopyMatcher {
  /** Version of the comparison as it would run now; part of what makes a result current. */
  readonly version: string;
  /**
   * Compares each of `fresh` with every one of `known` and with the others of `fresh`, and hands on the pairs that share
   * something or carry a sign, each once, with `a` before `b` in the order of known, then fresh. Pairs that share nothing are
   * not handed on. Throws CaseError for prints that cannot be read, naming the object; `signal` ends it.
   */
  compare(
    request: { readonly known: readonly Printed[]; readonly fresh: readonly Printed[] },
    control: { readonly signal: Cancellation; readonly onProgress: (done: number) => void },
    use: (pair: PairComparison) => Promise<void>,
  ): Promise<void>;
}

/** The page that lets a stranger judge how the report came to be: tools, people, keys, head. */
import type { Digest } from "../hash/digest.ts";

export interface Certification {
  /** Up to which line of the ledger the report was made, and its head. */
  readonly seq: number;
  readonly head: Digest;
  readonly shortCode: string;
  readonly method: readonly string[];
  /** Programs and decoders by name and version, with what they were used for. */
  readonly tools: readonly { readonly name: string; readonly version: string; readonly used: string }[];
  readonly people: readonly ReportPerson[];
  readonly timestamps: readonly { readonly line: number; readonly at: string; readonly authority: string }[];
  /** What no check of the pack shows. */
  readonly notShown: readonly string[];
}

export interface ReportPerson {
  /** "A1": how the report calls whoever worked on it. */
  readonly label: string;
  /** Null where the edition withholds them. */
  readonly person: string | null;
  readonly name: string | null;
  readonly did: readonly string[];
  readonly keys: readonly {
    readonly key: Digest;
    readonly fromLine: number;
    readonly state: "in-force" | "replaced" | "revoked";
    /** How a reader can know whose it is. */
    readonly known: string;
  }[];
}

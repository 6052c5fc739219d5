/** A paragraph marked up by hand after docs/method/claims-guideline.md, one JSON object a line. */
import { readFileSync } from "node:fs";
import type { Aspect, Basis, HedgeSort, Polarity } from "../../../src/core/claim/claim.ts";
import type { SourceText } from "../../../src/core/claim/source-text.ts";
import type { TextSpan } from "../../../src/core/claim/text-span.ts";
import { UtcInstant } from "../../../src/core/time/time-claim.ts";

export interface MarkedClaim {
  readonly aspect: Aspect;
  readonly words: string;
  /** Which occurrence of the words in the text, counted from 1. */
  readonly nth: number;
  readonly value: { readonly is: string } & Readonly<Record<string, unknown>>;
  readonly polarity: Polarity;
  readonly hedges: readonly { readonly sort: HedgeSort; readonly words: string; readonly nth: number }[];
  readonly basis: Basis;
  readonly basisWords: string | null;
  readonly speakers: readonly { readonly words: string; readonly who: string; readonly says: string | null; readonly direct: boolean }[];
  readonly event: string;
}

export interface MarkedText {
  readonly id: string;
  readonly language: string;
  readonly published: string;
  readonly zone: string | null;
  readonly outlet: string | null;
  readonly text: string;
  readonly claims: readonly MarkedClaim[];
}

export function readMarked(file: string): readonly MarkedText[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as MarkedText);
}

export function spanOf(text: string, words: string, nth: number): TextSpan {
  let start = -1;
  for (let found = 0; found < nth; found++) {
    start = text.indexOf(words, start + 1);
    if (start < 0) throw new Error(`"${words}" (${nth}) is not in "${text.slice(0, 60)}..."`);
  }
  return { start, end: start + words.length };
}

/** Noon of its day stands for a publication of which the day alone is known. */
export function sourceTextOf({ text, language, published, zone, outlet }: MarkedText): SourceText {
  const noon = UtcInstant.parse(`${published}T12:00:00Z`);
  return {
    parts: [{ part: { sort: "file" }, role: "body", text, language }],
    published: { earliest: noon, latest: noon },
    zone,
    publisher: outlet,
  };
}

/** What a copied run of words says: dates and figures are read by our own rules, never by the model that copied them. */
import type { ClaimValue } from "../../core/claim/claim-value.ts";
import type { SourceText } from "../../core/claim/source-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { AssistantClaim } from "./assistant-answer.ts";
import { readNumbers } from "./numbers/read-numbers.ts";
import { readTimes } from "./times/read-times.ts";

export type ReadValue =
  | {
      readonly value: ClaimValue;
      /** Approximating words that our readers found with it. */
      readonly hedges: readonly { readonly span: TextSpan; readonly words: string }[];
      readonly notes: readonly string[];
    }
  | { readonly refusal: string };

interface InSentence {
  readonly source: SourceText;
  readonly language: string;
  readonly text: string;
  readonly sentence: TextSpan;
  readonly span: TextSpan;
}

export function valueOf(claim: AssistantClaim, { source, language, text, sentence, span }: InSentence): ReadValue {
  const { words } = claim;
  const plain = (value: ClaimValue): ReadValue => ({ value, hedges: [], notes: [] });
  if (claim.polarity === "open") return plain({ is: "unknown", words });
  const around = text.slice(sentence.start, sentence.end);
  const meets = (found: { readonly span: TextSpan }) =>
    found.span.start + sentence.start < span.end && found.span.end + sentence.start > span.start;
  const inText = (found: { readonly span: TextSpan; readonly words: string }) => ({
    ...found,
    span: { start: found.span.start + sentence.start, end: found.span.end + sentence.start },
  });
  switch (claim.aspect) {
    case "where":
      return plain({ is: "place", words });
    case "who":
      return plain({ is: "actor", words, part: claim.side, count: claim.count });
    case "what":
      return plain({ is: "act", words, act: claim.act, object: claim.object });
    case "identification":
      return plain({ is: "identification", words });
    case "speech":
      return plain({ is: "speech", words, by: claim.by });
    case "verification":
      return plain({ is: "verification", words, by: claim.by, of: claim.of, outcome: claim.outcome });
    case "when": {
      const read = readTimes(around, { published: source.published, zone: source.zone, language }).filter(meets);
      const readings = read.flatMap((one) => one.readings).slice(0, 8);
      if (readings.length === 0) return { refusal: "no rule reads a time in these words; it can be stated by hand" };
      const hedges = read.flatMap((one) => one.hedges).map(inText);
      return { value: { is: "time", words, readings }, hedges, notes: read.flatMap(({ notes }) => notes) };
    }
    case "how-many": {
      const [read, ...others] = readNumbers(around, language).filter(meets);
      if (read === undefined) return { refusal: "no rule reads a number in these words; it can be stated by hand" };
      if (others.length > 0) return { refusal: "the words hold more than one number" };
      const { low, best, high, unit } = read;
      return { value: { is: "number", words, unit, low, best, high }, hedges: read.hedges.map(inText), notes: [] };
    }
  }
}

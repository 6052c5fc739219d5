/** A claim while it is being edited: every field as it is typed, and the statement that it makes, or what is wrong with it. */
import { type ClaimStatement, ClaimStatement as StatementSchema, type Hedge, type Speaker } from "../../core/claim/claim.ts";
import { type ClaimToCheck, faultOfClaim } from "../../core/claim/check-claim.ts";
import type { TextPart } from "../../core/claim/claim-text.ts";
import type { ClaimValue, TimeReading } from "../../core/claim/claim-value.ts";
import type { SourceText } from "../../core/claim/source-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import { tellLanguage } from "../../reason/claim-text/languages/tell-language.ts";
import { findCopied } from "../../reason/claim-text/find-copied.ts";
import { readNumbers } from "../../reason/claim-text/numbers/read-numbers.ts";
import { readTimes } from "../../reason/claim-text/times/read-times.ts";

/** Words of the text. `span`: where they stand; undefined while they stand nowhere. */
export interface Copied {
  readonly words: string;
  readonly span: TextSpan | undefined;
}

export interface ClaimDraft {
  readonly part: TextPart;
  /** All of the part: what the offsets are into. */
  readonly text: string;
  readonly quote: TextSpan | undefined;
  readonly aspect: ClaimStatement["aspect"];
  readonly value: Copied;
  readonly isUnknown: boolean;
  readonly polarity: ClaimStatement["polarity"];
  readonly hedges: readonly (Copied & Pick<Hedge, "sort">)[];
  readonly basis: ClaimStatement["basis"];
  readonly basisWords: string;
  readonly speakers: readonly (Copied & Pick<Speaker, "who" | "direct" | "source"> & { readonly says: string })[];
  readonly eventSort: ClaimStatement["eventSort"];
  readonly restsOn: string;
  readonly readings: readonly TimeReading[];
  readonly did: "did" | "suffered" | "unclear";
  readonly count: "one" | "several" | "unknown";
  readonly act: Extract<ClaimValue, { is: "act" }>["act"];
  readonly object: string;
  readonly unit: string;
  readonly low: string;
  readonly best: string;
  readonly high: string;
  readonly by: string;
  readonly of: Extract<ClaimValue, { is: "verification" }>["of"];
  readonly outcome: Extract<ClaimValue, { is: "verification" }>["outcome"];
}

export function emptyDraft(part: TextPart, text: string, quote: TextSpan | undefined): ClaimDraft {
  return {
    ...{ part, text, quote, aspect: "where", value: { words: "", span: undefined }, isUnknown: false, polarity: "affirmed" },
    ...{ hedges: [], basis: "unstated", basisWords: "", speakers: [], eventSort: "unclear", restsOn: "", readings: [] },
    ...{ did: "unclear", count: "unknown", act: "other", object: "", unit: "", low: "", best: "", high: "" },
    ...{ by: "", of: "unstated", outcome: "not-verified" },
  };
}

export function draftOf({ part, span, statement }: Omit<ClaimToCheck, "quote">, text: string): ClaimDraft {
  const { value, hedges, speakers, restsOn, basisWords, valueSpan, ...plain } = statement;
  return {
    ...emptyDraft(part, text, span),
    ...plain,
    value: { words: value.words, span: valueSpan },
    isUnknown: value.is === "unknown",
    basisWords: basisWords ?? "",
    hedges,
    speakers: speakers.map(({ says, span: at, ...speaker }) => ({ ...speaker, says: says ?? "", span: at ?? undefined })),
    restsOn: restsOn.join(", "),
    ...(value.is === "time" ? { readings: value.readings } : {}),
    ...(value.is === "actor" ? { did: value.part, count: value.count } : {}),
    ...(value.is === "act" ? { act: value.act, object: value.object ?? "" } : {}),
    ...(value.is === "number" ? { unit: value.unit, low: figure(value.low), best: figure(value.best), high: figure(value.high) } : {}),
    ...(value.is === "speech" || value.is === "verification" ? { by: value.by ?? "" } : {}),
    ...(value.is === "verification" ? { of: value.of, outcome: value.outcome } : {}),
  };
}

const figure = (value: number | null): string => (value === null ? "" : String(value));

/** Words typed into a field: found in the quote, or in all of the text for a speaker; near what they belong to. */
export function copied(draft: ClaimDraft, words: string, within: "quote" | "text" = "quote"): Copied {
  const all = { start: 0, end: draft.text.length };
  const near = draft.value.span?.start ?? draft.quote?.start ?? 0;
  const span = words.trim() === "" ? undefined : findCopied(draft.text, words, within === "text" ? all : (draft.quote ?? all), near);
  return { words, span };
}

export type DraftRead =
  | { readonly state: "read"; readonly span: TextSpan; readonly quote: string; readonly statement: ClaimStatement }
  /** Empty: a field that is not filled in yet. */
  | { readonly state: "refused"; readonly fault: string };

export function readDraft(draft: ClaimDraft): DraftRead {
  const { quote: span, value, part, text } = draft;
  if (span === undefined || value.span === undefined) return { state: "refused", fault: "" };
  const restsOn = draft.restsOn.split(/[\s,]+/).filter((one) => one !== "");
  const statement = StatementSchema.safeParse({
    aspect: draft.aspect,
    value: valueOf(draft),
    polarity: draft.polarity,
    hedges: draft.hedges,
    basis: draft.basis,
    basisWords: draft.basisWords.trim() === "" ? null : draft.basisWords,
    speakers: draft.speakers.map(({ says, span: at, ...speaker }) => ({
      ...speaker,
      says: says.trim() === "" ? null : says,
      span: at ?? null,
    })),
    eventSort: draft.eventSort,
    valueSpan: value.span,
    restsOn,
  });
  if (!statement.success) {
    const [issue] = statement.error.issues;
    return { state: "refused", fault: `${issue?.path.join(" ") ?? ""}: ${issue?.message ?? ""}` };
  }
  const quote = text.slice(span.start, span.end);
  const fault = faultOfClaim({ part, span, quote, statement: statement.data }, text);
  return fault === undefined ? { state: "read", span, quote, statement: statement.data } : { state: "refused", fault };
}

function valueOf(draft: ClaimDraft): unknown {
  const { words } = draft.value;
  if (draft.isUnknown) return { is: "unknown", words };
  const orNull = (said: string) => (said.trim() === "" ? null : said);
  const number = (said: string) => (said.trim() === "" ? null : Number(said.replace(",", ".")));
  switch (draft.aspect) {
    case "where":
      return { is: "place", words };
    case "when":
      return { is: "time", words, readings: draft.readings };
    case "who":
      return { is: "actor", words, part: draft.did, count: draft.count };
    case "what":
      return { is: "act", words, act: draft.act, object: orNull(draft.object) };
    case "how-many":
      return { is: "number", words, unit: draft.unit, low: number(draft.low), best: number(draft.best), high: number(draft.high) };
    case "identification":
      return { is: "identification", words };
    case "speech":
      return { is: "speech", words, by: orNull(draft.by) };
    case "verification":
      return { is: "verification", words, by: orNull(draft.by), of: draft.of, outcome: draft.outcome };
  }
}

/** The draft with the times or the number that the rules read in its words. */
export function readByRules(draft: ClaimDraft, { published, zone }: Pick<SourceText, "published" | "zone">): ClaimDraft {
  const { quote, value, text } = draft;
  const at = value.span;
  if (quote === undefined || at === undefined) return draft;
  const language = tellLanguage(text);
  const sentence = text.slice(quote.start, quote.end);
  const meets = ({ span }: { readonly span: TextSpan }) => span.start + quote.start < at.end && span.end + quote.start > at.start;
  if (draft.aspect === "when") {
    const readings = readTimes(sentence, { published, zone, language })
      .filter(meets)
      .flatMap((one) => one.readings);
    return readings.length === 0 ? draft : { ...draft, readings: readings.slice(0, 8) };
  }
  const read = readNumbers(sentence, language).find(meets);
  if (read === undefined) return draft;
  return { ...draft, unit: read.unit, low: figure(read.low), best: figure(read.best), high: figure(read.high) };
}

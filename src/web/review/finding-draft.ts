/** A finding being written: what stands in the fields. A document comes out of it, or why not: an answer that cannot be read yet is kept as typed. */
import type { FindingDocument } from "../../core/finding/finding.ts";
import { readCoordinates } from "../../core/place/read-coordinates.ts";
import type { QuestionId } from "../../core/question/question.ts";
import type { Answer, AskedPrecision } from "../../core/review/answer.ts";
import { readTime } from "../claims/time-fields.tsx";
import { t } from "../words/t.ts";

/** Every field that some sort of answer has; those of other sorts are kept, so that nothing typed is lost by a change of mind. */
export interface AnswerDraft {
  readonly sort: Answer["sort"];
  readonly coordinates: string;
  readonly radius: string;
  /** Empty: open at that end. */
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly choice: string;
  readonly words: string;
  readonly why: string;
}

export type FindingDraft = Omit<FindingDocument, "answer"> & { readonly answer: AnswerDraft };

const nothing: AnswerDraft = { sort: "words", coordinates: "", radius: "", from: "", to: "", zone: "UTC", choice: "", words: "", why: "" };

export function emptyDraft(question: QuestionId, { sort }: AskedPrecision): FindingDraft {
  return {
    ...{ v: 1, question, answer: { ...nothing, sort }, statement: "", grade: "unassessed" },
    likelihood: { ladder: "none", why: "" },
    confidence: { level: "low", reasons: "" },
    ...{ wouldChange: "", evidenceFor: [], evidenceAgainst: [], lookedAgainst: "", hypotheses: [] },
    ...{ openContradictions: [], unknown: [], method: "", limits: "" },
  };
}

export function draftOf({ answer, ...rest }: FindingDocument): FindingDraft {
  return { ...rest, answer: answerDraft(answer) };
}

function answerDraft(answer: Answer): AnswerDraft {
  switch (answer.sort) {
    case "place":
      return { ...nothing, sort: "place", coordinates: `${answer.lat}, ${answer.lon}`, radius: String(answer.radiusM) };
    case "time": {
      const end = (at: string): string => (at === "open" ? "" : at.replace("T", " ").replace(/Z$/, ""));
      return { ...nothing, sort: "time", from: end(answer.from), to: end(answer.to), zone: "UTC" };
    }
    case "choice":
      return { ...nothing, sort: "choice", choice: answer.choice };
    case "words":
      return { ...nothing, sort: "words", words: answer.words };
    case "cannot-tell":
      return { ...nothing, sort: "cannot-tell", why: answer.why };
  }
}

export type AnswerRead = { readonly state: "read"; readonly answer: Answer } | { readonly state: "refused"; readonly reason: string };

const refused = (reason: string): AnswerRead => ({ state: "refused", reason });

export function readAnswer(draft: AnswerDraft): AnswerRead {
  switch (draft.sort) {
    case "place":
      return readPlaceAnswer(draft);
    case "time":
      return readTimeAnswer(draft);
    case "choice":
      return draft.choice === "" ? refused(t("answer.no-choice")) : { state: "read", answer: { sort: "choice", choice: draft.choice } };
    case "words":
      return draft.words.trim() === ""
        ? refused(t("answer.no-words"))
        : { state: "read", answer: { sort: "words", words: draft.words.trim() } };
    case "cannot-tell":
      return draft.why.trim() === ""
        ? refused(t("answer.no-why"))
        : { state: "read", answer: { sort: "cannot-tell", why: draft.why.trim() } };
  }
}

function readPlaceAnswer({ coordinates, radius }: AnswerDraft): AnswerRead {
  const read = readCoordinates(coordinates, { basis: t("answer.coordinates") });
  if (read.state !== "read") return refused(read.state === "refused" ? read.reason : t("answer.no-point"));
  const { region } = read.claim;
  if (region === "unknown" || region.shape !== "circle") return refused(t("answer.no-point"));
  const radiusM = Number(radius.trim().replace(",", "."));
  // A point never stands without its radius: what the digits allow is not what somebody found.
  if (radius.trim() === "" || !(radiusM > 0 && radiusM < 20_037_509)) return refused(t("answer.no-radius"));
  return { state: "read", answer: { sort: "place", lat: region.centre.lat, lon: region.centre.lon, radiusM } };
}

function readTimeAnswer({ from, to, zone }: AnswerDraft): AnswerRead {
  if (from.trim() === "" && to.trim() === "") return refused(t("answer.no-time"));
  const start = from.trim() === "" ? undefined : readTime({ known: true, from, to: "", zone });
  const end = to.trim() === "" ? undefined : readTime({ known: true, from: to, to: "", zone });
  for (const one of [start, end]) if (one?.state === "refused") return refused(one.reason);
  const first = start?.state === "read" ? start.claim.earliest : "open";
  const last = end?.state === "read" ? end.claim.latest : "open";
  if (first !== "open" && last !== "open" && first > last) return refused(t("answer.ends-early"));
  return { state: "read", answer: { sort: "time", from: first, to: last, zone } };
}

/** Undefined while its answer cannot be read. */
export function documentOf({ answer, ...rest }: FindingDraft): FindingDocument | undefined {
  const read = readAnswer(answer);
  return read.state === "read" ? { ...tidied(rest), answer: read.answer } : undefined;
}

/** For the linter, which reads words: an answer that cannot be read yet has none. */
export function lintedDocument(draft: FindingDraft): FindingDocument {
  const { answer, ...rest } = draft;
  const read = readAnswer(answer);
  return { ...rest, answer: read.state === "read" ? read.answer : { sort: "choice", choice: "-" } };
}

function tidied(rest: Omit<FindingDocument, "answer">): Omit<FindingDocument, "answer"> {
  const said = (texts: readonly string[]): string[] => texts.filter((text) => text.trim() !== "");
  return {
    ...rest,
    openContradictions: said(rest.openContradictions),
    unknown: said(rest.unknown),
    hypotheses: rest.hypotheses.filter(({ why }) => why.trim() !== ""),
  };
}

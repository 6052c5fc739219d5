/** The linter over a finding: each of its texts, and all of them together for the ladder that it is said on. */
import type { FindingDocument } from "../../core/finding/finding.ts";
import type { LintedAs, LintFinding } from "./lint-finding.ts";
import { inOrder, lintAlone } from "./lint-text.ts";
import { mixedTerms } from "./lint-ladders.ts";
import { ownWords } from "./own-words.ts";

export interface FieldLint extends LintFinding {
  /** "statement", "confidence.reasons", "openContradictions.0". */
  readonly field: string;
}

export interface FieldText {
  readonly field: string;
  readonly as: LintedAs;
  readonly text: string;
}

/** The texts of a finding that are its writer's, in the order in which they are read. */
export function textsOfFinding(document: FindingDocument): FieldText[] {
  const { answer, likelihood, hypotheses, openContradictions, unknown, evidenceFor, evidenceAgainst } = document;
  const more = (name: string, texts: readonly string[]) =>
    texts.map((text, at): FieldText => ({ field: `${name}.${at}`, as: "finding", text }));
  return [
    { field: "statement", as: "key-point", text: document.statement },
    ...(answer.sort === "words" ? [{ field: "answer.words", as: "key-point" as const, text: answer.words }] : []),
    ...(answer.sort === "cannot-tell" ? [{ field: "answer.why", as: "finding" as const, text: answer.why }] : []),
    ...(likelihood.ladder === "none" ? [{ field: "likelihood.why", as: "finding" as const, text: likelihood.why }] : []),
    { field: "confidence.reasons", as: "finding", text: document.confidence.reasons },
    { field: "wouldChange", as: "finding", text: document.wouldChange },
    ...evidenceFor.map(({ shows }, at) => ({ field: `evidenceFor.${at}.shows`, as: "finding" as const, text: shows })),
    ...evidenceAgainst.map(({ shows }, at) => ({ field: `evidenceAgainst.${at}.shows`, as: "finding" as const, text: shows })),
    { field: "lookedAgainst", as: "finding", text: document.lookedAgainst },
    ...more(
      "hypotheses",
      hypotheses.map(({ why }) => why),
    ),
    ...more("openContradictions", openContradictions),
    ...more("unknown", unknown),
    { field: "method", as: "finding", text: document.method },
    { field: "limits", as: "finding", text: document.limits },
  ];
}

export function lintFinding(document: FindingDocument): FieldLint[] {
  const texts = textsOfFinding(document);
  const owns = texts.map(({ text }) => ownWords(text));
  const alone = texts.map(({ text, as }, at) => lintAlone(text, owns[at] ?? "", as));
  const { ladder } = document.likelihood;
  const mixed = mixedTerms(
    texts.map(({ text }) => text),
    owns,
    ladder === "none" ? undefined : ladder,
  );
  return texts.flatMap(({ field }, at) =>
    inOrder([...(alone[at] ?? []), ...mixed.filter(({ of }) => of === at).map(({ finding }) => finding)]).map((one) => ({ ...one, field })),
  );
}

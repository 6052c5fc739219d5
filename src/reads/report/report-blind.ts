/** Whether a second person answered a question without seeing the first answer, and what comparing gave. Said also where nobody did. */
import type { AskedPrecision } from "../../core/review/answer.ts";
import type { ReportBlind } from "../../core/report/report-finding.ts";
import { answerWords, metresWords } from "../../core/report/report-words.ts";
import type { QuestionId } from "../../core/question/question.ts";
import type { AnswerComparison } from "../../reason/agreement/agreement.ts";
import { compareAnswers } from "../../reason/agreement/compare-answers.ts";
import type { CaseReader } from "../case-reader.ts";
import { linesOfKinds, type ReadLine } from "./entry-lines.ts";

const kinds = ["blind.assigned", "answer.sealed", "answer.revealed", "blind.resolved", "blind.ended"] as const;
type Line = ReadLine<(typeof kinds)[number]>;

export async function blindOfQuestion(reader: CaseReader, question: QuestionId, labelOf: (person: string) => string): Promise<ReportBlind> {
  const all: Line[] = await linesOfKinds(reader, kinds);
  const ended = new Set(all.flatMap((line) => (line.kind === "blind.ended" ? [line.data.blind] : [])));
  const assigned = all.findLast((line) => line.kind === "blind.assigned" && line.data.question === question && !ended.has(line.data.blind));
  if (assigned === undefined || assigned.kind !== "blind.assigned") {
    return { ...nobody, says: ["Nobody repeated this work without seeing its answer: there was no blind second answer."] };
  }
  const about = all.filter((line) => line.data.blind === assigned.data.blind);
  const revealed = new Map(about.flatMap((line) => (line.kind === "answer.revealed" ? [[line.data.sealed, line] as const] : [])));
  const answers = about.flatMap((line) =>
    line.kind !== "answer.sealed"
      ? []
      : [
          {
            label: line.data.from === null ? labelOf(line.by) : `${line.said(line.data.from.outside.name)} (outside the case)`,
            ...{ commitment: line.data.commitment, sealedLine: line.seq },
            revealedLine: revealed.get(line.seq)?.seq ?? null,
            answer: revealed.get(line.seq)?.data.answer ?? null,
          },
        ],
  );
  const open = answers.flatMap(({ answer }) => (answer === null ? [] : [answer]));
  const resolutions = about.filter((line) => line.kind === "blind.resolved");
  const isWaiting = answers.length < assigned.data.to.length || open.length < answers.length;
  const comparison = open[0] === undefined || open[1] === undefined ? undefined : worst(open, assigned.data.precision);
  return {
    state: isWaiting || comparison === undefined ? "waiting" : comparison.verdict,
    says:
      isWaiting || comparison === undefined
        ? [`Answers were asked of ${assigned.data.to.length} people; ${answers.length} are sealed, ${open.length} revealed.`]
        : comparisonWords(comparison),
    answers,
    resolution:
      resolutions
        .find((line) => line.data.how === "resolution")
        ?.said(resolutions.find((line) => line.data.how === "resolution")?.data.text ?? null) ?? null,
    minorityViews: resolutions
      .filter((line) => line.data.how === "minority-view")
      .map((line) => ({ label: labelOf(line.by), text: line.said(line.data.text) })),
  };
}

const nobody: Omit<ReportBlind, "says"> = { state: "none", answers: [], resolution: null, minorityViews: [] };
const ranks = ["disagree", "not-comparable", "too-vague", "agree"] as const;

/** Of more than two answers, the pair that agrees least. */
function worst(answers: readonly Parameters<typeof compareAnswers>[0][], precision: AskedPrecision): AnswerComparison | undefined {
  return answers
    .flatMap((a, at) => answers.slice(at + 1).map((b) => compareAnswers(a, b, precision)))
    .toSorted((a, b) => ranks.indexOf(a.verdict) - ranks.indexOf(b.verdict))[0];
}

const verdictWords = {
  agree: "The answers agree within the precision that was asked for.",
  disagree: "The answers disagree.",
  "too-vague": "The answers are consistent, and at least one is too vague to agree within the precision that was asked for.",
  "not-comparable": "The answers cannot be compared by computation; people compared them.",
} as const;

function comparisonWords(comparison: AnswerComparison): string[] {
  const verdict = verdictWords[comparison.verdict];
  if (comparison.sort === "place") {
    const { distanceM, radiiM, joint } = comparison;
    return [
      `${verdict} They lie ${metresWords(distanceM)} apart, with radii of ${metresWords(radiiM.a)} and ${metresWords(radiiM.b)}.`,
      joint === null ? "No place lies in both." : `Both allow an area of ${Math.round(joint.areaM2)} m².`,
    ];
  }
  if (comparison.sort === "time") {
    const { gapS, joint } = comparison;
    return [
      verdict,
      joint === null
        ? `No time lies in both; ${Math.round(gapS)} s are missing.`
        : `Both allow ${answerWords({ sort: "time", from: joint.from, to: joint.to, zone: "UTC" })}.`,
    ];
  }
  return [verdict];
}

/** Findings as they stand: which version its author signed and somebody who wrote none of it approved. Only that one is handed over. */
import type { FindingId } from "../../core/finding/finding.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { QuestionId } from "../../core/question/question.ts";
import type { CaseReader } from "../case-reader.ts";
import { linesOfKinds } from "./entry-lines.ts";

interface Act {
  readonly by: string;
  readonly at: string;
  readonly line: number;
}

export interface StandingFinding {
  readonly finding: FindingId;
  readonly question: QuestionId;
  /** Newest version that is signed and approved. Undefined: none is, and `why` says what is missing. */
  readonly standing:
    | {
        readonly version: number;
        readonly document: Digest;
        readonly line: number;
        readonly signed: readonly Act[];
        readonly approved: readonly Act[];
      }
    | undefined;
  readonly newest: number;
  readonly writers: readonly string[];
  readonly withdrawn: string | null;
  readonly why: string;
}

export async function standingFindings(reader: CaseReader): Promise<Map<FindingId, StandingFinding>> {
  const lines = await linesOfKinds(reader, ["finding.written", "finding.signed", "finding.reviewed", "finding.withdrawn"]);
  const found = new Map<FindingId, StandingFinding>();
  for (const [finding, about] of Map.groupBy(lines, ({ data }) => data.finding)) found.set(finding, standingOf(finding, about));
  return found;
}

type Line = Awaited<
  ReturnType<typeof linesOfKinds<"finding.written" | "finding.signed" | "finding.reviewed" | "finding.withdrawn">>
>[number];

function standingOf(finding: FindingId, lines: readonly Line[]): StandingFinding {
  const written = lines.filter((line) => line.kind === "finding.written");
  const writers = [...new Set(written.map(({ by }) => by))];
  const last = written.at(-1);
  const withdrawn = lines.findLast((line) => line.kind === "finding.withdrawn");
  const isBack = withdrawn !== undefined && withdrawn.seq > (last?.seq ?? 0);
  const standing = isBack
    ? undefined
    : written
        .map(({ seq, data: { version, document } }) => ({ version, document, line: seq, ...actsOf(lines, version, document, writers) }))
        .findLast(({ signed, approved }) => signed.length > 0 && approved.length > 0);
  return {
    ...{ finding, standing, writers, newest: last?.data.version ?? 0 },
    question: last?.data.question ?? "qn1",
    withdrawn: isBack ? withdrawn.said(withdrawn.data.reason) : null,
    why: whyNot(lines, last?.data.version ?? 0, isBack),
  };
}

/** Who signs and who approves must be two, and whoever wrote any of it approves none of it. */
function actsOf(lines: readonly Line[], version: number, document: Digest, writers: readonly string[]): { signed: Act[]; approved: Act[] } {
  const actOf = ({ by, at, seq }: Line): Act => ({ by, at, line: seq });
  const signed = lines.filter(
    (line) =>
      line.kind === "finding.signed" && line.data.version === version && line.data.document === document && writers.includes(line.by),
  );
  const reviews = lines.filter(
    (line) => line.kind === "finding.reviewed" && line.data.version === version && line.data.document === document,
  );
  const lastOfEach = new Map(reviews.map((line) => [line.by, line]));
  const verdicts = [...lastOfEach.values()].filter(({ by }) => !writers.includes(by));
  const returned = verdicts.some((line) => line.kind === "finding.reviewed" && line.data.verdict === "returns");
  const approved = returned ? [] : verdicts.filter((line) => line.kind === "finding.reviewed" && line.data.verdict === "approves");
  return { signed: signed.map(actOf), approved: approved.map(actOf) };
}

function whyNot(lines: readonly Line[], newest: number, isBack: boolean): string {
  if (newest === 0) return "no such finding was written";
  if (isBack) return "it was withdrawn";
  if (!lines.some(({ kind }) => kind === "finding.signed")) return "nobody signed it";
  return "no version of it is both signed by its author and approved by a person who wrote none of it";
}

/** Findings as an edition takes them: the newest version that its author signed and somebody who wrote none of it approved. */
import type { FindingAct } from "../../core/finding/finding-standing.ts";
import type { FindingId } from "../../core/finding/finding.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { CaseReader } from "../case-reader.ts";
import { type FindingLines, findingLines } from "../findings/finding-standings.ts";

interface DatedAct extends Pick<FindingAct, "by" | "line"> {
  readonly at: string;
}

export interface StandingFinding {
  readonly lines: FindingLines;
  /** Undefined: none is approved, and `why` says what is missing. */
  readonly approved:
    | {
        readonly version: number;
        readonly document: Digest;
        readonly signed: DatedAct;
        readonly review: DatedAct;
        readonly writers: readonly PersonId[];
      }
    | undefined;
  readonly why: string;
}

export async function standingFindings(reader: CaseReader): Promise<Map<FindingId, StandingFinding>> {
  return new Map((await findingLines(reader)).map((lines) => [lines.id, standingOf(lines)]));
}

const whys = {
  draft: "its author did not sign its newest version",
  signed: "nobody who wrote none of it has approved it",
  returned: "whoever reviewed it returned it",
  withdrawn: "it was withdrawn",
  approved: "",
} as const;

function standingOf(lines: FindingLines): StandingFinding {
  const newest = lines.standing();
  const of = lines.versions.findLast(({ version }) => lines.standing(version).state === "approved");
  const standing = of === undefined ? undefined : lines.standing(of.version);
  if (of === undefined || standing === undefined || standing.signed === null || standing.review === null)
    return { lines, approved: undefined, why: whys[newest.state] };
  const dated = ({ line, by }: FindingAct): DatedAct => ({ line, by, at: lines.acts.find((act) => act.line === line)?.at ?? "" });
  const { version, document } = of;
  return {
    lines,
    approved: { version, document, signed: dated(standing.signed), review: dated(standing.review), writers: standing.writers },
    why: "",
  };
}

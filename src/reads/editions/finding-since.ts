/** What became of a version of a finding after it was handed over: taken back, returned, or another version approved in its place. */
import type { FindingId } from "../../core/finding/finding.ts";
import type { CaseReader } from "../case-reader.ts";
import { linesOfKinds } from "../report/entry-lines.ts";
import { standingFindings } from "../report/finding-standing.ts";

export interface FindingSince {
  readonly line: number;
  readonly why: string;
}

export async function findingsSince(reader: CaseReader): Promise<(finding: FindingId, version: number) => FindingSince[]> {
  const standing = await standingFindings(reader);
  const withdrawn = new Map((await linesOfKinds(reader, ["finding.withdrawn"])).map(({ data, seq }) => [data.finding, seq]));
  return (finding, version) => {
    const found = standing.get(finding);
    if (found === undefined) return [];
    const { lines, approved } = found;
    const since: FindingSince[] = [];
    const gone = withdrawn.get(finding);
    if (lines.withdrawn !== null && gone !== undefined) since.push({ line: gone, why: `${finding}: it was withdrawn` });
    const { review } = lines.standing(version);
    if (review?.act === "returns")
      since.push({ line: review.line, why: `${finding}: version ${version} was returned by whoever reviewed it` });
    if (approved !== undefined && approved.version > version)
      since.push({
        line: approved.review.line,
        why: `${finding}: version ${approved.version} was approved in place of version ${version}`,
      });
    return since;
  };
}

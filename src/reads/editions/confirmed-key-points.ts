/** Who confirmed which words of key points for public editions: by finding and version, the words as they were confirmed. */
import type { PersonId } from "../../core/key/key.ts";
import type { CaseReader } from "../case-reader.ts";
import { linesOfKinds } from "../report/entry-lines.ts";

export interface ConfirmedKeyPoint {
  readonly finding: string;
  readonly version: number;
  readonly text: string;
  readonly by: PersonId;
}

/** What this copy withholds was confirmed for nobody who reads it. */
export async function confirmedKeyPoints(reader: CaseReader): Promise<ConfirmedKeyPoint[]> {
  return (await linesOfKinds(reader, ["key-point.confirmed"])).flatMap(({ data: { finding, version, text }, by, opened }) => {
    const said = opened(text);
    return typeof said === "string" ? [{ finding, version, text: said, by: by as PersonId }] : [];
  });
}

/** A correction as a draft: which packs went to whom, which of their grounds changed, in plain words that a person then makes their own. */
import { type EditionId, toBeWorded } from "../../core/edition/edition.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { type EditionVersionRow, listEditions } from "./list-editions.ts";

export interface CorrectionDraft {
  readonly concerns: readonly { readonly edition: EditionId; readonly version: number }[];
  readonly because: readonly number[];
  readonly text: string;
}

/** Undefined where no edition that went out rests on what changed. */
export async function draftCorrection(reader: CaseReader, viewer: Viewer): Promise<CorrectionDraft | undefined> {
  const { versions, corrections } = await listEditions(reader, viewer);
  // A correction settles what it says it is made because of, and nothing else that happened before it.
  const open = ({ edition, version, stale }: EditionVersionRow) => {
    const own = corrections.filter(({ concerns }) => concerns.some((one) => one.edition === edition && one.version === version));
    return stale.filter(({ line }) => !own.some(({ because }) => because.includes(line)));
  };
  const concerned = versions.map((row) => ({ ...row, stale: open(row) })).filter(({ stale }) => stale.length > 0);
  if (concerned.length === 0) return undefined;
  return {
    concerns: concerned.map(({ edition, version }) => ({ edition, version })),
    because: [...new Set(concerned.flatMap(({ stale }) => stale.map(({ line }) => line)))].toSorted((a, b) => a - b),
    text: textOf(concerned),
  };
}

function textOf(concerned: readonly EditionVersionRow[]): string {
  return [
    "Correction",
    "",
    "Grounds of findings that were handed over changed afterwards. Until they are looked at again, do not rely on what is named here.",
    "",
    ...concerned.flatMap(({ edition, version, title, manifest, stale }) => [
      `Edition ${edition}, version ${version}: ${title}`,
      `Pack: manifest ${manifest}`,
      ...stale.map(({ finding, line, why }) => `${finding}: line ${line}: ${why}`),
      "",
    ]),
    `What it changes for each finding: ${toBeWorded}`,
  ].join("\n");
}

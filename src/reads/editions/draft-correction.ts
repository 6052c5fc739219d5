/** A correction as a draft: which packs went to whom, which of their grounds changed, in plain words that a person then makes their own. */
import type { EditionId } from "../../core/edition/edition.ts";
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
  const { versions } = await listEditions(reader, viewer);
  const concerned = versions.filter(({ stale, corrections }) => stale.some(({ line }) => corrections.every((issued) => issued < line)));
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
    "What it changes for each finding: (say it here)",
  ].join("\n");
}

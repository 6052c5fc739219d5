/** Reads a file that is in no case as a text to propose claims from. Nothing of it is kept, and nothing of it stands in an error. */
import { CaseError } from "../core/case/case-error.ts";
import type { SourceText } from "../core/claim/source-text.ts";
import { visibleText } from "../core/text/visible-text.ts";
import { ClaimFileRefused } from "../formats/claim-file/claim-file-refused.ts";
import { readClaimFile } from "../formats/claim-file/read-claim-file.ts";
import type { MakeDecoder } from "../formats/text-encoding/text-decoder.port.ts";

export interface ClaimTextFile {
  readonly sort: "text" | "page";
  readonly parts: SourceText["parts"];
  readonly published: SourceText["published"];
  readonly publisher: string | null;
}

/** `shown`: the file as it was named. Throws CaseError INPUT_INVALID. */
export function readClaimText(bytes: Uint8Array, shown: string, makeDecoder: MakeDecoder): ClaimTextFile {
  try {
    return readClaimFile(bytes, shown, makeDecoder);
  } catch (error) {
    if (!(error instanceof ClaimFileRefused)) throw error;
    throw new CaseError("INPUT_INVALID", `${visibleText(shown)}: ${error.message}`, { cause: error });
  }
}

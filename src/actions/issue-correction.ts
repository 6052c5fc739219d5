/** Issues a correction: a text that names the packs it concerns and the lines because of which it is made. Signed; what went out stays as it went. */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { CaseError } from "../core/case/case-error.ts";
import { type EditionId, toBeWorded } from "../core/edition/edition.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandSealed, type EditionPorts } from "./edition-ports.ts";
import { once } from "./once.ts";

export interface WantedCorrection {
  readonly concerns: readonly { readonly edition: EditionId; readonly version: number }[];
  readonly text: string;
  readonly because: readonly number[];
}

/** Throws CaseError INPUT_INVALID. */
export async function issueCorrection(
  ports: EditionPorts,
  viewer: Viewer,
  { concerns, text, because }: WantedCorrection,
): Promise<{ seq: number }> {
  demand(viewer, "append");
  if (concerns.length === 0) throw new CaseError("INPUT_INVALID", "correction: expected the editions that it concerns; found none");
  if (text.trim() === "") throw new CaseError("INPUT_INVALID", "correction: expected its text; found none");
  for (const { edition, version } of concerns) await demandSealed(ports, edition, version);
  for (const { edition, version } of concerns)
    if (!new RegExp(`\\b${edition}\\b\\D{0,40}\\b${version}\\b`, "u").test(text))
      throw new CaseError(
        "INPUT_INVALID",
        `correction: expected that its text names ${edition}, version ${version}; found that it does not`,
      );
  if (text.includes(toBeWorded))
    throw new CaseError("INPUT_INVALID", `correction: expected words of yours in place of "${toBeWorded}"; found the draft as it was`);
  if (because.length === 0) throw new CaseError("INPUT_INVALID", "correction: expected the lines because of which it is made; found none");
  for (const line of because)
    if (!(await ports.editions.line(line)))
      throw new CaseError("INPUT_INVALID", `correction: because: expected lines of this case; found ${line}, which it does not have`);
  const staged = await ports.vault.stage(once(encodeUtf8(`${text.trim()}\n`)));
  await ports.vault.commit([staged]);
  const data = { concerns: [...concerns], text: staged.digest, because: [...new Set(because)].toSorted((a, b) => a - b) };
  const [line] = await ports.writer.append(() => [{ kind: "correction.issued", data }]);
  return { seq: line?.head.seq ?? 0 };
}

/** Has Tesseract read the words on an item's pictures, because a person asked for it this time, and keeps them as a draft tier. */
import type { ItemId } from "../core/item/item.ts";
import type { ReadSignsRequest } from "../core/recogniser/recogniser-settings.ts";
import type { SignReader } from "../core/recogniser/sign-reader.port.ts";
import { languageCode } from "../core/tier/language-code.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type DraftWritten, machineSegment, type ReadControl, type RecognisePorts } from "./recognise-ports.ts";

export interface ReadSignsPorts extends RecognisePorts {
  readonly signs: SignReader;
  /** Throws CaseError NOT_ALLOWED while none is set up, INPUT_INVALID for a language that it has no pack for. */
  readonly tesseract: (
    languages: readonly string[],
  ) => Promise<{ readonly path: string; readonly version: string; readonly model: string; readonly network: "none" | "not-isolated" }>;
}

/** Undefined when it was stopped. Throws CaseError NOT_ALLOWED, INPUT_INVALID, PROGRAM_MISSING. */
export async function readSigns(
  ports: ReadSignsPorts,
  viewer: Viewer,
  { item, ...ask }: ReadSignsRequest & { readonly item: ItemId },
  { signal, onProgress }: ReadControl,
): Promise<DraftWritten | undefined> {
  demand(viewer, "append");
  const { path } = await ports.originalOf(item);
  const { path: tesseract, version, model, network } = await ports.tesseract(ask.languages);
  const read = await ports.signs.read(
    { path, tesseract, ask },
    {
      signal,
      onProgress: (done, of) => (of === 0 ? onProgress("unknown", "choosing pictures") : onProgress(done / of, `picture ${done} of ${of}`)),
    },
  );
  if (read === undefined) return undefined;
  const { signs, notRead } = read;
  const language = languageOf(ask.languages);
  const { id } = await ports.writeDraft({
    ...{ item, sort: "on-screen", language, made: { by: "program", name: "Tesseract", version, model } },
    segments: signs.map((sign, n) => machineSegment(n + 1, sign)),
  });
  return {
    ...{ tier: id, segments: signs.length, unheard: 0, suspect: signs.filter(({ machine }) => machine.suspect.length > 0).length },
    ...{ language, by: version, notRead, network, kept: 0 },
  };
}

/** Of the pack, as tiers name it: `chi_sim` is Chinese. What is read with several is mixed; a pack of a script is of no language. */
function languageOf(languages: readonly string[]): string {
  const [only = "", ...more] = languages;
  return more.length > 0 ? "mul" : (languageCode(only.split("_")[0] ?? null) ?? "und");
}

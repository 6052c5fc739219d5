/** Has Tesseract read the words on an item's pictures, because a person asked for it this time, and keeps them as a draft tier. */
import type { ItemId } from "../core/item/item.ts";
import { groupSigns } from "../core/recogniser/group-signs.ts";
import type { ReadSignsRequest } from "../core/recogniser/recogniser-settings.ts";
import type { SignReader } from "../core/recogniser/sign-reader.port.ts";
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
  const signs = groupSigns(read.frames);
  const language = languageOf(ask.languages);
  const { id } = await ports.writeDraft({
    ...{ item, sort: "on-screen", language, made: { by: "program", name: "Tesseract", version, model } },
    segments: signs.map(({ alternatives, ...sign }, n) => machineSegment(n + 1, { ...sign, alternatives: [...alternatives] })),
  });
  return {
    ...{ tier: id, segments: signs.length, unheard: 0, suspect: signs.filter(({ machine }) => machine.suspect.length > 0).length },
    ...{ language, by: version, notRead: read.notRead, network },
  };
}

/** Tesseract's names of common languages, as tiers name them. What is read with several is mixed. */
const tags: Readonly<Record<string, string>> = {
  ...{ ukr: "uk", rus: "ru", ara: "ar", eng: "en", deu: "de", fra: "fr", spa: "es", pol: "pl", tur: "tr", fas: "fa", heb: "he" },
  ...{ bel: "be", kat: "ka", hye: "hy", aze: "az", kaz: "kk", uzb: "uz", pus: "ps", urd: "ur", kur: "ku", mya: "my", tir: "ti", amh: "am" },
};

function languageOf(languages: readonly string[]): string {
  const [only, ...more] = languages;
  if (more.length > 0) return "mul";
  return tags[only ?? ""] ?? (/^[a-z]{3}$/.test(only ?? "") ? (only as string) : "und");
}

/** What drafts of speech and signs are written with: the children that read, the person's programs, the tiers of the case. */
import type { ReadSignsPorts } from "../actions/read-signs.ts";
import type { RecogniseSpeechPorts } from "../actions/recognise-speech.ts";
import type { TierPorts } from "../actions/tier-ports.ts";
import { writeTier } from "../actions/write-tier.ts";
import { createSignReader } from "../analyse/ocr/read-signs.ts";
import { createSoundReader } from "../analyse/recogniser/read-sound.ts";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { PieceStore, SpeechRecogniser } from "../core/recogniser/recogniser.port.ts";
import type { Recognisers } from "../core/recogniser/recognisers.port.ts";
import { recogniserRests } from "../keep/recogniser-command.ts";
import { identifyRecogniser, runOnPiece } from "../keep/recogniser-run.ts";
import { packsName, tesseractPacks } from "../keep/tesseract-packs.ts";
import { configFolder } from "../keep/config-folder.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { clearSoundEvents } from "../reads/clear-sound-events.ts";
import { originalOf, tierIndex } from "../reads/tiers/tier-index.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import { demandRecogniser, demandTesseract, isolation, recognisersOf } from "./recogniser.ts";

export interface RecogniseParts extends Pick<TierPorts, "writer"> {
  readonly vault: Vault;
  readonly reader: CaseReader;
  readonly viewer: Viewer;
  readonly pieces: PieceStore;
  readonly scratch: string;
}

/** All that an open case has for it. */
export function recogniserDeskOf(parts: RecogniseParts): {
  readonly recognisers: Recognisers;
  readonly recognisePorts: RecogniseSpeechPorts & ReadSignsPorts;
} {
  const recognisers = recognisersOf(configFolder());
  return { recognisers, recognisePorts: recognisePortsOf(recognisers, parts) };
}

function recognisePortsOf(recognisers: Recognisers, parts: RecogniseParts): RecogniseSpeechPorts & ReadSignsPorts {
  const { writer, vault, reader, viewer, pieces, scratch } = parts;
  const tierPorts: TierPorts = { writer, vault, tiers: tierIndex(reader) };
  return {
    recogniser: recogniserOf(recognisers),
    sounds: createSoundReader({ scratch }),
    signs: createSignReader({ scratch }),
    pieces,
    impulses: (item) => clearSoundEvents(reader, item),
    async tesseract(languages) {
      const path = demandTesseract((await recognisers.read()).tesseract);
      const packs = await tesseractPacks(path, isolation().prefix, new AbortController().signal);
      const missing = languages.find((language) => !packs.languages.includes(language));
      if (missing !== undefined)
        throw new CaseError(
          "INPUT_INVALID",
          `Tesseract: expected a language pack that it has (${packs.languages.join(", ")}); found ${missing}`,
        );
      return { path, version: packs.version, model: await packsName(packs, languages), network: isolation().network };
    },
    async originalOf(item) {
      const original = await originalOf(reader, item);
      if (original === undefined) throw new CaseError("ITEM_UNKNOWN", `item ${item}: expected one whose bytes the case holds; found none`);
      if (!(await vault.has(original.object)))
        throw new CaseError("OBJECT_MISSING", `item ${item}: expected its object in the case; found none`);
      return { object: original.object, path: vault.pathOf(original.object) };
    },
    async writeDraft({ segments, ...draft }) {
      const written = await writeTier(tierPorts, viewer, { ...draft, segments, from: null, reason: "" });
      if (written.state === "stale") throw new Error("a new tier has no version before it");
      return written;
    },
  };
}

/** Asks the settings once for a run: another program may be set up while it goes on, and takes no part in it. */
function recogniserOf(recognisers: Recognisers): SpeechRecogniser {
  return {
    async prepare(signal) {
      const { recogniser: chosen, limits } = await recognisers.read();
      const recogniser = demandRecogniser(chosen);
      const { prefix, network } = isolation();
      const look = async (asked: Cancellation) => {
        const identity = await identifyRecogniser(recogniser, prefix, asked);
        return { identity, rests: await recogniserRests(recogniser, identity) };
      };
      const { identity, rests } = await look(signal);
      return {
        ...{ identity, rests, network },
        read: ({ audio, language }, asked) => runOnPiece({ recogniser, prefix, audio, language, limits, signal: asked }),
        isSame: async (asked) => (await look(asked)).rests === rests,
      };
    },
  };
}

/** A public edition: secrets gathered from this case, salts, and the leak test in its child. */
import type { HandOverPorts } from "../actions/hand-over.ts";
import { makePublicEdition, type PublicEditionPorts } from "../actions/public-edition.ts";
import { scanEdition } from "../actions/scan-edition.ts";
import { createLeakTest } from "../analyse/leak-test/run-leak-test.ts";
import { toHex } from "../core/bytes/hex.ts";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { random, sha256 } from "../keep/sha256.ts";
import { guessableDocuments } from "../reads/editions/guessable-documents.ts";
import { linesKept, restrictedOriginals } from "../reads/editions/public-secrets.ts";
import { wordCovers } from "../reads/redactions/word-covers.ts";
import type { EditionsOf } from "./edition-ports.ts";

interface Work {
  readonly signal: Cancellation;
  readonly onProgress: (share: number | "unknown", detail: string) => void;
  readonly mediaOf: HandOverPorts["mediaOf"];
  readonly secrets: PublicEditionPorts["secrets"];
}

export function publicEditionOf(
  { reader, viewer, folder: { caseId } }: EditionsOf,
  { signal, onProgress, mediaOf, secrets }: Work,
): HandOverPorts["publicEdition"] {
  const ports = {
    ...{ caseId, sha256, mediaOf, secrets },
    salt: () => toHex(random(32)),
    words: () => wordCovers(reader, viewer),
    guessable: () => guessableDocuments(reader),
    originals: (plan: Parameters<typeof restrictedOriginals>[1]) => restrictedOriginals(reader, plan),
    linesKept: (keeps: Parameters<typeof linesKept>[1]) => linesKept(reader, keeps),
    scan: (folder: string, secrets: Parameters<typeof scanEdition>[2]) =>
      scanEdition(createLeakTest(), folder, secrets, { signal, onProgress: (done, file) => onProgress(0.85 + done * 0.15, file) }),
  };
  return (model, plan, media) => makePublicEdition(ports, model, plan, media);
}

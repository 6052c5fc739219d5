/** A public edition out of the whole report: what it says instead, what stands in for originals, and the scan that it has to pass. */
import type { HandOverPorts, PublicEdition } from "../actions/hand-over.ts";
import { scanEdition } from "../actions/scan-edition.ts";
import { createLeakTest } from "../analyse/leak-test/run-leak-test.ts";
import { toHex } from "../core/bytes/hex.ts";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { EditionPlan } from "../core/edition/edition.ts";
import { editionFolder } from "../core/edition/edition-card.ts";
import type { LeakSecrets, SecretMedia } from "../core/edition/leak-test.port.ts";
import { commitToOriginal } from "../core/edition/original-commitment.ts";
import type { EntryBody } from "../core/entry/entry.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { ReportModel } from "../core/report/report.ts";
import { random, sha256 } from "../keep/sha256.ts";
import { keepsBody } from "../policy/public-lines.ts";
import { linesKept, publicSecrets, restrictedOriginals } from "../reads/editions/public-secrets.ts";
import { publicReport, secretPlaces, shownCircles } from "../reason/edition/public-report.ts";
import { createTextSecrets } from "../reason/edition/text-secrets.ts";
import type { EditionsOf } from "./edition-ports.ts";

interface Work {
  readonly signal: Cancellation;
  readonly onProgress: (share: number | "unknown", detail: string) => void;
  readonly mediaOf: HandOverPorts["mediaOf"];
}

export function publicEditionOf(
  { reader, folder: { caseId } }: EditionsOf,
  { signal, onProgress, mediaOf }: Work,
): HandOverPorts["publicEdition"] {
  return async (model, plan, { starts }): Promise<PublicEdition> => {
    const gridM = demandGrid(plan);
    const found = await publicSecrets(reader, model, shownWhole(plan));
    const originals = (await restrictedOriginals(reader, plan)).map((one) => ({ ...one, salt: toHex(random(32)) }));
    const committed = originals.map((one) => ({ item: one.item, commitment: commitToOriginal(sha256, { caseId, ...one }) }));
    const rules = {
      ...{ gridM, texts: found.texts, anchors: found.anchors },
      digests: found.digests.map(({ digest }) => digest),
      sizes: found.sizes.map(({ bytes }) => bytes),
      durations: found.durations.map(({ seconds }) => seconds),
    };
    const said = publicReport(model, rules);
    const shown: ReportModel = {
      ...said,
      items: said.items.map((item) => ({ ...item, commitment: committed.find((one) => one.item === item.item)?.commitment ?? null })),
    };
    const words = createTextSecrets(found.texts);
    const keeps = (body: EntryBody): boolean => keepsBody(body, (text) => words.says(text));
    const secrets: LeakSecrets = {
      ...{ digests: found.digests, sizes: found.sizes, durations: found.durations, anchors: found.anchors, gridM, fingerprints: [] },
      texts: found.texts.map(({ text, as }, at) => ({ label: `${as} ${at + 1}`, text })),
      allowed: [],
      places: secretPlaces(model, gridM),
      circles: shownCircles(shown),
      media: await secretMedia(model, starts, mediaOf),
      linesWithBodies: [1, ...(await linesKept(reader, keeps))],
    };
    return {
      ...{ model: shown, keepsBody: keeps },
      commitments: { v: 1, caseId, originals: committed } as Json,
      openings: { v: 1, caseId, originals } as Json,
      scan: (path) =>
        scanEdition(createLeakTest(), path, secrets, { signal, onProgress: (done, file) => onProgress(0.85 + done * 0.15, file) }),
    };
  };
}

function demandGrid({ gridM }: EditionPlan): number {
  if (gridM === null)
    throw new CaseError("INPUT_INVALID", "gridM: expected metres to which places are rounded in a public edition; found none");
  return gridM;
}

async function secretMedia(
  model: ReportModel,
  starts: ReadonlyMap<string, number>,
  mediaOf: HandOverPorts["mediaOf"],
): Promise<SecretMedia[]> {
  const media: SecretMedia[] = [];
  for (const { item, as, files } of model.items) {
    const held = await mediaOf(item);
    if (held === undefined || held.kind === "other") continue;
    const made = files
      .filter(({ made: by }) => by !== null)
      .map(({ path }) => ({ file: `${editionFolder}${path}`, startS: starts.get(path) ?? 0 }));
    media.push({ label: item, path: held.path, kind: held.kind, marks: held.marks, whole: as === "described" || as === "left-out", made });
  }
  return media;
}

/** As long as their originals: a length that anybody measures on them is no secret. */
function shownWhole({ items }: EditionPlan): ReadonlySet<string> {
  return new Set(items.filter(({ as, excerpts }) => as === "redacted" && excerpts.length === 0).map(({ item }) => item));
}

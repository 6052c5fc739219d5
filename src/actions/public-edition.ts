/** A public edition out of the whole report: what it says instead, which lines keep their words, and what the leak test looks for. */
import { CaseError } from "../core/case/case-error.ts";
import type { EditionPlan } from "../core/edition/edition.ts";
import { editionFolder } from "../core/edition/edition-card.ts";
import type { LeakSecrets, SecretMedia } from "../core/edition/leak-test.port.ts";
import type { WordCovers } from "../core/edition/word-covers.ts";
import { commitToOriginal } from "../core/edition/original-commitment.ts";
import { publicCut } from "../core/edition/public-cut.ts";
import { dayS, writtenTimes } from "../core/edition/posting-time.ts";
import type { CaseId, EntryBody } from "../core/entry/entry.ts";
import type { Digest, Sha256 } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { RedactionId } from "../core/redaction/redaction.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { ReportModel } from "../core/report/report.ts";
import { keepsBody } from "../policy/public-lines.ts";
import { coveredBy, coveredWords } from "../reason/edition/told-of-covered.ts";
import { type PublicRules, publicReport, secretPlaces, secretPlaceTexts, shownCircles } from "../reason/edition/public-report.ts";
import { createTextSecrets, type SecretText } from "../reason/edition/text-secrets.ts";
import type { ItemMedia, MadeMedia } from "./edition-media.ts";
import type { PublicEdition } from "./hand-over.ts";

/** What the case holds that nobody may read out of the edition. */
export interface PublicSecretsFound {
  readonly texts: readonly SecretText[];
  readonly digests: LeakSecrets["digests"];
  readonly sizes: LeakSecrets["sizes"];
  readonly durations: LeakSecrets["durations"];
  readonly anchors: LeakSecrets["anchors"];
  /** When things were posted, milliseconds since 1970. */
  readonly instants: readonly number[];
}

export interface PublicEditionPorts {
  readonly caseId: CaseId;
  readonly sha256: Sha256;
  /** 64 hex digits, new each time. */
  readonly salt: () => string;
  /** `shownWhole`: items whose length is that of a file of the edition. */
  readonly secrets: (model: ReportModel, shownWhole: ReadonlySet<string>, postingStepS: number) => Promise<PublicSecretsFound>;
  /** Words that people marked, as they lie in the texts now. */
  readonly words: () => Promise<WordCovers>;
  /** Documents that the hash gives away: lines that name them are bare, and the hashes stand nowhere. */
  readonly guessable: () => Promise<ReadonlySet<Digest>>;
  readonly originals: (plan: EditionPlan) => Promise<readonly { readonly item: ItemId; readonly object: Digest }[]>;
  readonly linesKept: (keeps: (body: EntryBody) => boolean) => Promise<readonly number[]>;
  readonly mediaOf: (item: ItemId) => Promise<ItemMedia | undefined>;
  readonly scan: (folder: string, secrets: LeakSecrets) => ReturnType<PublicEdition["scan"]>;
}

/** Throws CaseError INPUT_INVALID without a grid. */
export async function makePublicEdition(
  ports: PublicEditionPorts,
  model: ReportModel,
  plan: EditionPlan,
  { starts }: MadeMedia,
): Promise<PublicEdition> {
  const { caseId, sha256 } = ports;
  const gridM = demandGrid(plan);
  const found = await secretsWithWords(ports, model, plan);
  const originals = (await ports.originals(plan)).map((one) => ({ ...one, salt: ports.salt() }));
  const committed = originals.map((one) => ({ item: one.item, commitment: commitToOriginal(sha256, { caseId, ...one }) }));
  const covered = await coveredIn(ports.mediaOf, model.items);
  const said = publicModel(model, plan, gridM, { ...found, covered });
  const shown: ReportModel = {
    ...said,
    items: said.items.map((item) => ({ ...item, commitment: committed.find((one) => one.item === item.item)?.commitment ?? null })),
  };
  const placeNames = secretPlaceTexts(model, { anchors: found.anchors, gridM });
  const words = createTextSecrets([...found.texts, ...placeNames]);
  const guessable = await ports.guessable();
  const keeps = (body: EntryBody): boolean =>
    keepsBody(
      body,
      (text) => words.says(text),
      (document) => guessable.has(document),
    );
  const secrets: LeakSecrets = {
    digests: [...found.digests, ...[...guessable].map((digest, at) => ({ label: `document ${at + 1} without a salt`, digest }))],
    ...{ sizes: found.sizes, durations: found.durations, anchors: found.anchors, gridM, fingerprints: [] },
    texts: [
      ...found.texts.map(({ text, as, own, of, mark }, at) => ({
        label: of ?? (mark === undefined ? `${as} ${at + 1}` : `words of ${mark}`),
        text,
        own,
      })),
      ...found.instants.flatMap((at, n) => writtenTimes(at).map((text) => ({ label: `time of posting ${n + 1}`, text, own: true }))),
      ...placeNames.map(({ text }, at) => ({ label: `name of a place ${at + 1}`, text, own: true })),
      ...coveredWords(model, covered).phrases.map((text, at) => ({ label: `words of a covered stretch ${at + 1}`, text })),
    ],
    allowed: [],
    places: secretPlaces(model, gridM),
    circles: shownCircles(shown),
    media: await secretMedia(ports, model, plan, starts),
    linesWithBodies: [1, ...(await ports.linesKept(keeps))],
  };
  return {
    ...{ model: shown, keepsBody: keeps },
    commitments: { v: 1, caseId, originals: committed } as Json,
    openings: { v: 1, caseId, originals } as Json,
    scan: (folder) => ports.scan(folder, secrets),
  };
}

/** The public report as it would read before its media are made; without a grid yet, on the coarsest that there is. */
export async function previewPublic(
  ports: Pick<PublicEditionPorts, "secrets" | "words" | "mediaOf">,
  model: ReportModel,
  plan: EditionPlan,
): Promise<ReportModel> {
  const found = await secretsWithWords(ports, model, plan);
  return publicModel(model, plan, plan.gridM ?? coarsestGridM, { ...found, covered: await coveredIn(ports.mediaOf, model.items) });
}

type WithWords = Omit<PublicSecretsFound, "texts"> & {
  readonly words: WordCovers;
  readonly texts: readonly (SecretText & { readonly mark?: RedactionId })[];
};

/** Covered words go the way of names: taken out of every text, kept out of every line, looked for in every file. */
async function secretsWithWords(
  { secrets, words: covers, mediaOf }: Pick<PublicEditionPorts, "secrets" | "words" | "mediaOf">,
  model: ReportModel,
  plan: EditionPlan,
): Promise<WithWords> {
  const found = await secrets(model, await shownWhole(mediaOf, plan), plan.postingStepS ?? dayS);
  const words = await covers();
  return { ...found, words, texts: [...found.texts, ...coveredTexts(words)] };
}

export function coveredTexts({ sought }: WordCovers): (SecretText & { readonly mark: RedactionId })[] {
  return sought.map(({ redaction, text, own, covered }) => ({ text, as: "marked", own, covered, mark: redaction }));
}

type Covered = NonNullable<PublicRules["covered"]>;

/** Of every item that the report tells of, in the plan or not. */
async function coveredIn(mediaOf: PublicEditionPorts["mediaOf"], items: readonly { readonly item: ItemId }[]): Promise<Covered> {
  const held = await Promise.all(items.map(async ({ item }) => ({ item, marks: (await mediaOf(item))?.marks ?? [] })));
  return held.flatMap(({ item, marks }) => marks.map(({ mark }) => coveredBy(item, mark)));
}

const coarsestGridM = 100_000;

function publicModel(
  model: ReportModel,
  { postingStepS = dayS }: EditionPlan,
  gridM: number,
  found: WithWords & { readonly covered: Covered },
): ReportModel {
  return publicReport(model, {
    ...{ instants: found.instants, postingStepS },
    ...{ gridM, texts: found.texts, words: found.words, anchors: found.anchors, covered: found.covered },
    digests: found.digests.map(({ digest }) => digest),
    sizes: found.sizes.map(({ bytes }) => bytes),
    durations: found.durations.map(({ seconds }) => seconds),
  });
}

/** Labels of secrets that a title says: line 1 carries it into every pack. */
export function secretsInTitle(title: string, texts: readonly SecretText[]): string[] {
  return [...new Set(texts.filter((one) => createTextSecrets([one]).says(title)).map(({ as, of }) => of ?? as))];
}

function demandGrid({ gridM }: EditionPlan): number {
  if (gridM === null)
    throw new CaseError("INPUT_INVALID", "gridM: expected metres to which places are rounded in a public edition; found none");
  return gridM;
}

/** As long as their originals: a length that anybody measures on them is no secret. */
async function shownWhole(mediaOf: PublicEditionPorts["mediaOf"], { items }: EditionPlan): Promise<ReadonlySet<string>> {
  const shown = new Set<string>();
  for (const { item, as, excerpts } of items) {
    if (as !== "redacted" || excerpts.length > 0) continue;
    const whole = (await mediaOf(item))?.whole ?? null;
    if (whole === null || publicCut(whole) === null) shown.add(item);
  }
  return shown;
}

async function secretMedia(
  { mediaOf }: PublicEditionPorts,
  model: ReportModel,
  { tonesApart = [] }: EditionPlan,
  starts: ReadonlyMap<string, number>,
): Promise<SecretMedia[]> {
  const media: SecretMedia[] = [];
  for (const { item, as, files } of model.items) {
    const held = await mediaOf(item);
    if (held === undefined || held.kind === "other") continue;
    const made = files
      .filter(({ made: by }) => by !== null)
      .map(({ path }) => ({ file: `${editionFolder}${path}`, startS: starts.get(path) ?? 0 }));
    media.push({
      ...{ label: item, path: held.path, kind: held.kind, marks: held.marks, made },
      whole: as === "described" || as === "left-out",
      tonesApart: tonesApart.some((one) => one.item === item),
    });
  }
  return media;
}

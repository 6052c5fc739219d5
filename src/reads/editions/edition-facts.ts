/** What the rules of editions are asked about, gathered from the case: how findings stand, what items may be used for, who is protected in them. */
import type { EditionPlan } from "../../core/edition/edition.ts";
import { whereWords } from "../../core/detector/join-regions.ts";
import type { FindingId } from "../../core/finding/finding.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { PersonId } from "../../core/key/key.ts";
import { hasLapsed } from "../../core/redaction/override-standing.ts";
import type { KeyPointFault } from "../../core/report/key-point-fault.ts";
import type { ReportModel } from "../../core/report/report.ts";
import type { UtcInstant } from "../../core/time/time-claim.ts";
import type { EditionFacts, EditionItemFacts, FindingFacts, ProtectedFacts } from "../../policy/edition-facts.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { wordsWithoutSeconds } from "../../reason/edition/told-of-covered.ts";
import { blindBlockers } from "../blind/blind-blockers.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemBindings } from "../item-bindings.ts";
import { answerOfFinding } from "../findings/document-written.ts";
import { findingDocument } from "../findings/finding-document.ts";
import type { FindingLines } from "../findings/finding-standings.ts";
import { draftQuotes } from "./draft-quotes.ts";
import { guessableDocuments } from "./guessable-documents.ts";
import { hypothesesSince } from "./hypotheses-since.ts";
import { redactionOf } from "../redactions/redaction-of.ts";
import { regionsOf } from "../redactions/regions-of.ts";
import { wordsOf } from "../redactions/words-of.ts";
import { wholeOf } from "../redactions/shots-of.ts";
import { standingFindings } from "../report/finding-standing.ts";
import { staleGroundsOf } from "../stale/stale-grounds.ts";
import { protectedInCopies } from "../subjects/protected-in-copies.ts";
import { protectedSubjects } from "../subjects/protected-subjects.ts";
import { textsShown, type TextsShown, wordFacts } from "./texts-shown.ts";

export interface FactsFrom {
  readonly plan: EditionPlan;
  readonly model: ReportModel;
  readonly keyPointFaults: readonly KeyPointFault[];
  readonly at: UtcInstant;
  /** Labels of secrets that the case's own title says. */
  readonly titleSays: readonly string[];
  /** Records whose restricted words could not be opened. */
  readonly unreadIdentities: readonly string[];
}

export async function editionFacts(
  reader: CaseReader,
  viewer: Viewer,
  { plan, model, keyPointFaults, at, titleSays, unreadIdentities }: FactsFrom,
): Promise<EditionFacts> {
  const shown = await textsShown(reader, model);
  const items = [...new Set([...plan.items.map(({ item }) => item), ...model.items.map(({ item }) => item), ...shown.keys()])];
  const found = await itemFacts(reader, viewer, items, shown);
  return {
    ...{ plan, at, by: viewer.person, titleSays, unreadIdentities },
    findings: await findingFacts(reader, viewer, plan),
    items: found,
    wordsWithoutSeconds:
      plan.sort === "court"
        ? []
        : wordsWithoutSeconds(
            model,
            found.flatMap(({ item, marks }) => marks.map(({ what, fromS, toS }) => ({ item, what, fromS, toS }))),
          ),
    keyPoints: keyPointFaults,
    unconfirmedKeyPoints: model.keyPoints.flatMap(({ finding, wordedBy, confirmedBy }) =>
      wordedBy !== null && confirmedBy.length === 0 ? [finding as FindingId] : [],
    ),
    draftQuotes: draftQuotes(model),
    withdrawnGrounds: model.findings.flatMap(({ finding, evidenceFor, evidenceAgainst }) =>
      [...new Set([...evidenceFor, ...evidenceAgainst].map(({ record }) => record))].flatMap((record) =>
        model.records.some(({ name, withdrawn }) => name === record && withdrawn !== null) ? [{ record, finding }] : [],
      ),
    ),
  };
}

async function findingFacts(reader: CaseReader, viewer: Viewer, plan: EditionPlan): Promise<FindingFacts[]> {
  const { findings } = plan;
  const standing = await standingFindings(reader);
  const guessable = plan.sort === "court" ? new Set<Digest>() : await guessableDocuments(reader);
  const isGuessable = (document: Digest | undefined): boolean => document !== undefined && guessable.has(document);
  const facts: FindingFacts[] = [];
  for (const finding of findings) {
    const found = standing.get(finding);
    if (found === undefined) {
      facts.push({
        ...nobody,
        finding,
        version: 0,
        stale: [],
        hypotheses: [],
        laterVersion: null,
        withdrawn: false,
        guessable: false,
        blindOpen: ["the case has no such finding"],
      });
      continue;
    }
    const { lines, approved } = found;
    const version = approved?.version ?? lines.versions.at(-1)?.version ?? 0;
    const newest = lines.versions.at(-1)?.version ?? version;
    const of = lines.standing(version);
    facts.push({
      ...{ finding, version, authors: of.writers, withdrawn: lines.withdrawn !== null },
      signedBy: of.signed === null ? [] : [of.signed.by],
      approvedBy: of.review?.act === "approves" ? [of.review.by] : [],
      returnedBy: of.review?.act === "returns" ? [of.review.by] : [],
      laterVersion: newest > version ? newest : null,
      stale: [...(await questionChanged(reader, lines, version)), ...(await staleOf(reader, viewer, finding, version))],
      hypotheses: await hypothesesSince(reader, lines, version),
      guessable: isGuessable((approved ?? lines.versions.at(-1))?.document),
      blindOpen: await blindOpen(reader, lines, version),
    });
  }
  return facts;
}

/** Also of answers that came after the finding was approved, and that it disagrees with. */
async function blindOpen(reader: CaseReader, { question, versions }: FindingLines, version: number): Promise<string[]> {
  const written = versions.find((one) => one.version === version);
  const document = written === undefined ? undefined : await findingDocument(reader, written.document);
  const finding = document === undefined ? null : await answerOfFinding(reader, document);
  return (await blindBlockers(reader, question, finding)).map(({ text }) => text);
}

const nobody: Pick<FindingFacts, "authors" | "signedBy" | "approvedBy" | "returnedBy"> = {
  authors: [],
  signedBy: [],
  approvedBy: [],
  returnedBy: [],
};

/** A question asked anew after the version was written: what it answers is not what is asked now. */
async function questionChanged({ views: { db } }: CaseReader, lines: FindingLines, version: number): Promise<FindingFacts["stale"]> {
  const number = Number(lines.question.slice(2));
  const row = await db.selectFrom("question").select("seq").where("id", "=", number).executeTakeFirst();
  const written = lines.versions.find((one) => one.version === version)?.seq;
  if (row === undefined || written === undefined || row.seq < written) return [];
  return [{ line: row.seq, why: `question ${lines.question} was changed after this version was written` }];
}

async function staleOf(reader: CaseReader, viewer: Viewer, finding: FindingId, version: number): Promise<FindingFacts["stale"]> {
  if (version === 0) return [];
  const grounds = await staleGroundsOf(reader, viewer, finding, version);
  return grounds.map(({ ground, since, paths }) => ({
    line: since,
    why: `${ground.record ?? `line ${ground.line}`}: ${paths[0]?.at(-1)?.why ?? "it changed since it was cited"}`,
  }));
}

const nowhere: Pick<ProtectedFacts, "stretches" | "outOfFrame" | "heard" | "silent"> = {
  stretches: [],
  outOfFrame: [],
  heard: [],
  silent: [],
};

async function itemFacts(
  reader: CaseReader,
  viewer: Viewer,
  items: readonly ItemId[],
  shown: ReadonlyMap<ItemId, TextsShown>,
): Promise<EditionItemFacts[]> {
  const numbers = items.map((item) => Number(item.slice(1)));
  const bindings = await itemBindings(reader, numbers);
  const guarded = await protectedSubjects(reader, items);
  const rows = new Map(
    numbers.length === 0
      ? []
      : (
          await reader.views.db.selectFrom("item").select(["number", "duration_sec", "has_sound"]).where("number", "in", numbers).execute()
        ).map((row) => [row.number, row] as const),
  );
  const facts: EditionItemFacts[] = [];
  for (const item of items) {
    const number = Number(item.slice(1));
    const layer = await redactionOf(reader, viewer, item);
    const { unmarked, unread } = await regionsOf(reader, viewer, layer);
    facts.push({
      ...{ item, media: layer.kind, whole: (await wholeOf(reader, item)) ?? null },
      ...{ hasSound: hasSound(rows.get(number)), bindings: bindings.get(number) ?? [] },
      protected: [
        ...guarded.filter((one) => one.item === item).map((one) => ({ ...one, copyOf: null })),
        ...(await protectedInCopies(reader, item)).map(({ labelOf, ...one }) => ({ ...one, copyOf: labelOf, ...nowhere })),
      ],
      marks: layer.marks.flatMap(({ redaction, by, subject, mark, withdrawn }) =>
        withdrawn !== undefined || mark === "withheld"
          ? []
          : [{ redaction, by, subject, what: mark.sort.what, fromS: mark.sort.fromS, toS: mark.sort.toS }],
      ),
      words: wordFacts(await wordsOf(reader, viewer, item), shown.get(item)),
      unreadableMarks: layer.marks
        .filter(({ mark, withdrawn }) => withdrawn === undefined && mark === "withheld")
        .map(({ redaction }) => redaction),
      viewed: layer.stretches.filter(({ fault }) => fault === null).map(({ by, fromS, toS }) => ({ by, fromS, toS })),
      unmarked: unmarked.map(({ class: label, where, program, within }) => ({ ...within, label, program, where: whereWords(where) })),
      unreadRuns: unread,
      // What no longer counts, or never did, lifts nothing.
      overrides: layer.overrides
        .filter(({ fault }) => fault === null)
        .map(({ by, subject, redaction, reason }) => ({
          ...{ by, subject, redaction, hasReason: reason.trim() !== "" && reason !== "withheld" },
          askedBy: askedBy(layer, redaction),
        })),
      lapsed: layer.overrides.flatMap(({ subject, line, fault }) =>
        subject !== null && hasLapsed(fault) ? [{ subject, line, because: fault }] : [],
      ),
    });
  }
  return facts;
}

/** Whose length is not known was not read: nobody knows that it is silent. */
function hasSound(row: { readonly duration_sec: number | null; readonly has_sound: 0 | 1 } | undefined): boolean {
  return row === undefined || row.has_sound === 1 || row.duration_sec === null;
}

function askedBy({ marks }: Awaited<ReturnType<typeof redactionOf>>, redaction: string | null): PersonId | null {
  return marks.find((mark) => mark.redaction === redaction)?.makers[0] ?? null;
}

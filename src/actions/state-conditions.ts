/**
 * States conditions of items or of a source. A statement is whole: fields that a person leaves as they are, are taken over from
 * what stands for each subject, so that one change for many items does not flatten what differs among them.
 */
import { CaseError } from "../core/case/case-error.ts";
import { type Conditions, unknownConditions } from "../core/conditions/conditions.ts";
import type { EntryData, EntryDraft } from "../core/entry/entry.ts";
import type { ItemId } from "../core/item/item.ts";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";
import type { SourceId } from "../core/source/source.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandItems, type KnowsItems } from "./demand-items.ts";
import { demandSource, type KnowsSources } from "./demand-sources.ts";
import { createSealing } from "./sealing.ts";

/** Items named by one line; with the longest terms it stays under what a line may hold. */
const itemsPerLine = 3000;

type Changes<Whole> = { readonly [field in keyof Whole]?: Whole[field] | undefined };
/** Fields, and uses of the scope, that are left out stay as they are. */
export type ConditionChanges = Changes<Omit<Conditions, "scope">> & { readonly scope?: Changes<Conditions["scope"]> | undefined };
export type ConditionSubject = { readonly items: readonly ItemId[] } | { readonly source: SourceId };

export interface StateConditionsPorts extends KnowsItems, Pick<KnowsSources, "hasSource"> {
  readonly writer: CaseWriter;
  /** What was stated last about each subject itself; those of which nothing was are missing. */
  readonly statedOf: (subjects: readonly (ItemId | SourceId)[]) => Promise<ReadonlyMap<ItemId | SourceId, Conditions>>;
}

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
export async function stateConditions(
  ports: StateConditionsPorts,
  viewer: Viewer,
  about: ConditionSubject,
  changes: ConditionChanges,
): Promise<{ seq: number }> {
  demand(viewer, "append");
  if ("items" in about) await demandItems(ports, about.items);
  else await demandSource(ports, about.source);
  if (changes.givenBy !== undefined) await demandSource(ports, changes.givenBy);
  const subjects: readonly (ItemId | SourceId)[] = "items" in about ? about.items : [about.source];
  // Read in the turn of the append: what stands may not change in between.
  const lines = await ports.writer.append(async () => {
    const groups = new Map<string, { conditions: Conditions; subjects: (ItemId | SourceId)[] }>();
    const standing = await ports.statedOf(subjects);
    for (const subject of subjects) {
      const conditions = withChanges(standing.get(subject) ?? unknownConditions, changes);
      demandWords(subject, conditions);
      const key = canonicalJson(conditions as unknown as Json);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { conditions, subjects: [subject] });
      else group.subjects.push(subject);
    }
    return [...groups.values()].flatMap((group) => drafts(ports.writer, "items" in about, group));
  });
  return { seq: lines.at(-1)?.head.seq ?? 0 };
}

function withChanges(standing: Conditions, changes: ConditionChanges): Conditions {
  const { scope = {}, ...fields } = changes;
  return { ...standing, ...said(fields), scope: { ...standing.scope, ...said(scope) } };
}

/** What is not left out. */
function said<Whole extends object>(changes: Whole): { [field in keyof Whole]: Exclude<Whole[field], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as never;
}

/** Words that this copy withholds cannot be said again. */
function demandWords(subject: string, { terms, legalHold }: Conditions): void {
  const withheld = (typeof terms !== "string" && terms.words === null) || (typeof legalHold !== "string" && legalHold.reason === null);
  if (withheld)
    throw new CaseError(
      "INPUT_INVALID",
      `conditions of ${subject}: expected terms and reason in this copy; found them withheld. State them anew.`,
    );
}

function drafts(
  writer: CaseWriter,
  ofItems: boolean,
  { conditions, subjects }: { conditions: Conditions; subjects: readonly (ItemId | SourceId)[] },
): EntryDraft[] {
  const { terms, legalHold, ...plain } = conditions;
  const made: EntryDraft[] = [];
  for (let from = 0; from < subjects.length; from += itemsPerLine) {
    const { opens, seal } = createSealing(writer);
    const some = subjects.slice(from, from + itemsPerLine);
    const about: EntryData<"conditions.stated">["about"] = ofItems
      ? { of: "items", items: some as ItemId[] }
      : { of: "source", source: some[0] as SourceId };
    const words = {
      terms: typeof terms === "string" ? terms : seal(terms.words),
      legalHold: typeof legalHold === "string" ? legalHold : { reason: seal(legalHold.reason) },
    };
    made.push({ kind: "conditions.stated", data: { about, ...plain, ...words }, opens });
  }
  return made;
}

/** The plan of an edition while it is made, and what its typed fields mean. */
import type { EditionItem, EditionPlan, EditionSort } from "../../core/edition/edition.ts";
import type { ElementSheetId } from "../../core/element/element-sheet.ts";
import type { FindingId } from "../../core/finding/finding.ts";
import type { ItemId } from "../../core/item/item.ts";

export interface DraftItem {
  readonly as: EditionItem["as"];
  /** "0.5-1.5, 3-4": seconds. */
  readonly excerpts: string;
  /** "1, 2.5r": seconds; an r covers what is marked. */
  readonly stills: string;
  readonly why: string;
}

export interface PlanDraft {
  readonly sort: EditionSort;
  readonly title: string;
  readonly findings: readonly FindingId[];
  readonly keyPoints: { readonly [finding: string]: string };
  readonly elementSheets: readonly ElementSheetId[];
  readonly items: { readonly [item: string]: DraftItem };
  readonly gridM: number;
  /** Seconds to which times of posting are told. */
  readonly postingStepS: NonNullable<EditionPlan["postingStepS"]>;
  /** By record: why its words may go out, although nothing tells their seconds. */
  readonly clearedWords: { readonly [record: string]: string };
  /** By item: why covered tones that are heard elsewhere are not the same. */
  readonly tonesApart: { readonly [item: string]: string };
  /** Why it is enough that nobody looked for identities that stay closed; empty while nobody answers for that. */
  readonly unreadIdentities: string;
}

export const emptyDraft: PlanDraft = {
  sort: "court",
  title: "",
  findings: [],
  keyPoints: {},
  elementSheets: [],
  items: {},
  gridM: 1000,
  postingStepS: 86_400,
  clearedWords: {},
  tonesApart: {},
  unreadIdentities: "",
};

/** Metres; a village is hidden by 10 km, a house by 1 km. */
export const grids = [100, 500, 1000, 5000, 10_000, 50_000, 100_000] as const;

/** Seconds; a post is found by its second. */
export const postingSteps = [3600, 21_600, 86_400] as const;

export function itemOf({ items, sort }: PlanDraft, item: ItemId): DraftItem {
  return items[item] ?? { as: sort === "court" ? "full" : "redacted", excerpts: "", stills: "", why: "" };
}

/** Undefined for words that are no stretches. */
export function stretchesOf(typed: string): EditionItem["excerpts"] | undefined {
  const parts = typed
    .split(/[,;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const read = parts.map((part) => /^(\d+(?:\.\d+)?)\s*(?:-|–|to)\s*(\d+(?:\.\d+)?)$/u.exec(part));
  if (read.some((match) => match === null || Number(match[2]) <= Number(match[1]))) return undefined;
  return read.map((match) => ({ fromS: Number(match?.[1]), toS: Number(match?.[2]) }));
}

export function stillsOf(typed: string): EditionItem["stills"] | undefined {
  const parts = typed
    .split(/[,;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const read = parts.map((part) => /^(\d+(?:\.\d+)?)\s*(r?)$/u.exec(part));
  if (read.some((match) => match === null)) return undefined;
  return read.map((match) => ({ atS: Number(match?.[1]), redacted: match?.[2] === "r" }));
}

/** Undefined while something that was typed cannot be read, or nothing is chosen yet. */
export function planOf(draft: PlanDraft, items: readonly ItemId[]): EditionPlan | undefined {
  const { sort, title, findings, keyPoints, elementSheets, gridM } = draft;
  if (findings.length === 0) return undefined;
  const planned = items.map((item): EditionItem | undefined => {
    const own = itemOf(draft, item);
    const [excerpts, stills] = [stretchesOf(own.excerpts), stillsOf(own.stills)];
    return excerpts === undefined || stills === undefined ? undefined : { item, as: own.as, excerpts, stills, why: own.why };
  });
  if (planned.some((one) => one === undefined)) return undefined;
  return {
    ...{ v: 1, sort, language: "en", findings: [...findings], elementSheets: [...elementSheets] },
    title: title.trim() === "" ? "Edition" : title.trim(),
    keyPoints: findings.flatMap((finding) => {
      const text = keyPoints[finding]?.trim() ?? "";
      return text === "" ? [] : [{ finding, text }];
    }),
    items: planned as EditionItem[],
    gridM: sort === "court" ? null : gridM,
    ...(sort === "court" ? {} : answeredFor(draft)),
  };
}

function answeredFor({ unreadIdentities, postingStepS, clearedWords, tonesApart }: PlanDraft): Partial<EditionPlan> {
  const said = (whys: { readonly [name: string]: string }) =>
    Object.entries(whys).flatMap(([name, why]) => (why.trim() === "" ? [] : [{ name, why: why.trim() }]));
  const [words, tones] = [said(clearedWords), said(tonesApart)];
  return {
    ...(unreadIdentities.trim() === "" ? {} : { unreadIdentities: { why: unreadIdentities.trim() } }),
    ...(postingStepS === emptyDraft.postingStepS ? {} : { postingStepS }),
    ...(words.length === 0 ? {} : { clearedWords: words.map(({ name, why }) => ({ record: name, why })) }),
    ...(tones.length === 0 ? {} : { tonesApart: tones.map(({ name, why }) => ({ item: name as ItemId, why })) }),
  };
}

/** What checks a clip's place on the common clock: loops that close and hold it together with the reference, or nothing. */
import type { ItemId } from "../../core/item/item.ts";
import type { SyncGroup } from "../../reason/sync/sync-answer.ts";
import type { Tone } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import type { CasePlan } from "./wall-plan.ts";

export type ClipCheck =
  /** Its own time is the common clock: there is nothing to check. */
  | { readonly state: "reference" }
  /** `loops`: most that one of its pairs is in, of those that close. */
  | { readonly state: "checked"; readonly loops: number }
  /** Its place hangs on pairs that are in no loop, however many loops it is in beyond them. */
  | { readonly state: "rests"; readonly pairs: readonly string[] }
  /** It is in loops, and none of them closes. */
  | { readonly state: "none-closes" };

export function clipCheck(item: ItemId, group: SyncGroup, { answer, itemOf }: CasePlan): ClipCheck {
  if (itemOf(group.reference) === item) return { state: "reference" };
  const rests = group.clips.find(({ clip }) => itemOf(clip) === item)?.restsOnUnchecked ?? [];
  if (rests.length > 0) return { state: "rests", pairs: rests };
  const inGroup = new Set(group.clips.map(({ clip }) => clip));
  const closing = answer.pairs.flatMap((pair) =>
    pair.use === "used" && inGroup.has(pair.a) && inGroup.has(pair.b) && (itemOf(pair.a) === item || itemOf(pair.b) === item)
      ? [pair.closing]
      : [],
  );
  const loops = Math.max(0, ...closing);
  return loops === 0 ? { state: "none-closes" } : { state: "checked", loops };
}

/** Null: there is nothing to be checked. */
export const checkTone: Readonly<Record<ClipCheck["state"], Tone | null>> = {
  reference: null,
  checked: "agree",
  rests: "unknown",
  "none-closes": "conflict",
};

export function checkWords(check: ClipCheck, plan: CasePlan): string {
  if (check.state === "reference") return t("sync.is-reference");
  if (check.state === "checked") return t("sync.loops", { count: check.loops });
  if (check.state === "none-closes") return t("sync.no-loop-closes");
  return t("sync.rests-on", { pairs: pairNames(check.pairs, plan) });
}

/** Pairs by the numbers of their items, "1 – 2; 2 – 3"; with what was compared where several pairs join the same two. */
export function pairNames(ids: readonly string[], { answer, itemOf }: CasePlan): string {
  const nameOf = (id: string): string => {
    const pair = answer.pairs.find(({ pair: of }) => of === id);
    if (pair === undefined) return id;
    const two = t("sync.two", { a: itemOf(pair.a).slice(1), b: itemOf(pair.b).slice(1) });
    const isOnly = answer.pairs.filter(({ a, b }) => a === pair.a && b === pair.b).length === 1;
    return isOnly ? two : `${two} (${t(`sync.channel.${pair.channel}`)})`;
  };
  return ids.map(nameOf).join("; ");
}

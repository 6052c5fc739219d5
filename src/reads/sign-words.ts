/** Words that stand on pictures of the case, by the newest versions of its on-screen tiers: names to look up where a place is sought. */
import type { ItemId } from "../core/item/item.ts";
import { signTerms } from "../core/recogniser/sign-terms.ts";
import type { SegmentStanding } from "../core/tier/segment-state.ts";
import type { TierId } from "../core/tier/tier.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";
import { tierStates } from "./tiers/tier-states.ts";

export interface SignWords {
  item: ItemId;
  tier: TierId;
  segment: number;
  startMs: number;
  text: string;
  standing: SegmentStanding;
  suspect: boolean;
  /** Never empty. */
  terms: string[];
}

const mostTiers = 100;
const mostSigns = 500;

/** Newest tiers first. `leftOut`: signs beyond those listed. */
export async function signWords(reader: CaseReader, viewer: Viewer): Promise<{ signs: SignWords[]; leftOut: number }> {
  demand(viewer, "read");
  const { db } = reader.views;
  const tiers = await db
    .selectFrom("tier")
    .innerJoin("item", "item.number", "tier.item")
    .select(["tier.id", "tier.item", "tier.sort", "tier.from_tier"])
    .where("item.undone", "is", null)
    .where("tier.sort", "=", "on-screen")
    .where("tier.withdrawn", "is", null)
    .orderBy("tier.id", "desc")
    .limit(mostTiers)
    .execute();
  const signs: SignWords[] = [];
  for (const { item, ...tier } of tiers) {
    for (const { id, startMs, text, standing, suspect } of await tierStates(reader, tier)) {
      const terms = [...signTerms(text ?? "")];
      if (text === null || terms.length === 0) continue;
      signs.push({ item: itemId(item), tier: `w${tier.id}`, segment: id, startMs, text, standing, suspect, terms });
    }
  }
  return { signs: signs.slice(0, mostSigns), leftOut: Math.max(0, signs.length - mostSigns) };
}

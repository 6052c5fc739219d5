/** A tier as lists show it, with how many of its segments stand how. */
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { SegmentStanding } from "../../core/tier/segment-state.ts";
import { TierMaking, type TierId, type TierSort } from "../../core/tier/tier.ts";
import type { TierTables } from "../../views/tables/tiers.ts";
import { itemId } from "../item-row.ts";
import type { SegmentOfTier } from "./tier-states.ts";

export interface TierListed {
  id: TierId;
  item: ItemId;
  sort: TierSort;
  language: string;
  version: number;
  document: Digest;
  from: { tier: TierId; version: number } | null;
  made: TierMaking;
  /** How the newest version came to be that brought a machine's words; null where none of its segments is a draft. */
  draftedBy: TierMaking | null;
  segments: number;
  standings: Record<SegmentStanding, number>;
  quotable: number;
  suspect: number;
  at: string;
  by: PersonId;
  byName: string;
  seq: number;
  withdrawn?: string;
}

type Row = Omit<TierTables["tier"], "next_segment">;

/** `versions`: of this tier, newest first. */
export function tierRow(
  row: Row,
  states: readonly SegmentOfTier[],
  versions: readonly Pick<TierTables["tier_version"], "made_json" | "drafts">[],
  nameOf: (by: string) => string,
): TierListed {
  const standings: Record<SegmentStanding, number> = { machine: 0, written: 0, reviewed: 0, disagreed: 0, outdated: 0, withheld: 0 };
  for (const { standing } of states) standings[standing] += 1;
  return {
    ...{ id: `w${row.id}`, item: itemId(row.item), sort: row.sort, language: row.language, version: row.version },
    document: row.document as Digest,
    from: tierFrom(row),
    made: TierMaking.parse(JSON.parse(row.made_json)),
    draftedBy: standings.machine === 0 ? null : draftedBy(versions),
    segments: states.length,
    standings,
    // A tier that was taken back carries nothing.
    quotable: row.withdrawn === null ? states.filter(({ obstacle }) => obstacle === null).length : 0,
    suspect: states.filter(({ suspect }) => suspect).length,
    ...{ at: row.at, by: row.by as PersonId, byName: nameOf(row.by), seq: row.seq },
    ...(row.withdrawn === null ? {} : { withdrawn: row.withdrawn === "" ? "withheld" : row.withdrawn }),
  };
}

function draftedBy(versions: readonly Pick<TierTables["tier_version"], "made_json" | "drafts">[]): TierMaking | null {
  const makings = versions.filter(({ drafts }) => drafts !== 0).map(({ made_json }) => TierMaking.parse(JSON.parse(made_json)));
  return makings.find(({ by }) => by !== "person") ?? null;
}

export function tierFrom({ from_tier, from_version }: Pick<Row, "from_tier" | "from_version">): TierListed["from"] {
  return from_tier === null ? null : { tier: `w${from_tier}`, version: from_version ?? 1 };
}

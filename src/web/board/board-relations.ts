/**
 * How a claim stands to the others about the same aspect of the same event, in one word: the strongest of what was judged pair by
 * pair. What a restatement changes is drift, and no second voice: such pairs are left out.
 */
import type { ClaimId } from "../../core/claim/claim.ts";
import type { ConflictSet, ContradictionReport, PairJudgement } from "../../reason/claims/contradictions/contradiction-report-types.ts";

/** `in-set`: agrees with its own row, and is a member of a set across events that cannot all hold. */
export type RelationSort = "contradict" | "in-set" | "narrower" | "wider" | "compatible" | "same" | "cannot-tell";

export interface Relation {
  readonly sort: RelationSort;
  /** The others it stands to in that way. */
  readonly to: readonly ClaimId[];
}

/** Row and origin of every claim that an origin is counted by. */
export type Counted = ReadonlyMap<ClaimId, { readonly row: string; readonly origin: string }>;

const strongestFirst: readonly RelationSort[] = ["contradict", "in-set", "narrower", "wider", "compatible", "same", "cannot-tell"];

/**
 * `rows`: claims that are counted, by the row they stand in; those of one source under one key are one voice. Claims that stand alone
 * have no entry.
 */
export function relationsOf(report: ContradictionReport, rows: Counted): ReadonlyMap<ClaimId, Relation> {
  const found = new Map<ClaimId, Map<RelationSort, ClaimId[]>>();
  const note = (claim: ClaimId, sort: RelationSort, to: ClaimId): void => {
    const sorts = found.get(claim) ?? new Map<RelationSort, ClaimId[]>();
    const others = sorts.get(sort) ?? [];
    if (!others.includes(to)) sorts.set(sort, [...others, to]);
    found.set(claim, sorts);
  };
  for (const pair of pairsOf(report)) {
    if (pair.alongDerivation) continue;
    const [first, second] = sidesOf(pair);
    if (first === undefined || second === undefined) continue;
    const [one, other] = [rows.get(pair.first), rows.get(pair.second)];
    if (one === undefined || one.row !== other?.row) continue;
    // That a source agrees with itself says nothing; that it does not, something.
    if (one.origin === other.origin && pair.judgement !== "contradict") continue;
    note(pair.first, first, pair.second);
    note(pair.second, second, pair.first);
  }
  for (const set of report.sets) {
    if (set.alongDerivation) continue;
    const claims = claimsOf(set);
    for (const claim of claims) for (const other of claims) if (other !== claim) note(claim, "in-set", other);
  }
  return new Map(
    [...found].map(([claim, sorts]) => {
      const sort = strongestFirst.find((one) => sorts.has(one)) ?? "cannot-tell";
      return [claim, { sort, to: sorts.get(sort) ?? [] }];
    }),
  );
}

export function pairsOf({ events }: ContradictionReport): PairJudgement[] {
  return events.flatMap(({ aspects }) => aspects.flatMap(({ pairs }) => pairs));
}

/** How the first stands to the second, and the second to the first. */
export function sidesOf({ judgement, narrower, first }: PairJudgement): readonly [RelationSort | undefined, RelationSort | undefined] {
  if (judgement === "different-event") return [undefined, undefined];
  if (judgement !== "narrower") return [judgement, judgement];
  return narrower === null ? ["compatible", "compatible"] : narrower === first ? ["narrower", "wider"] : ["wider", "narrower"];
}

export function claimsOf({ members }: ConflictSet): ClaimId[] {
  return members.flatMap(({ id, is }) => (is === "claim" ? [id as ClaimId] : []));
}

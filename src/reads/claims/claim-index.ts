/** What actions on claims must know before they append. */
import type { AssumptionId } from "../../core/claim/assumption.ts";
import { Assumption } from "../../core/claim/assumption.ts";
import type { ClaimId } from "../../core/claim/claim.ts";
import type { DerivationEnd, DerivationId, DerivationSort } from "../../core/claim/derivation.ts";
import type { ReplyId } from "../../core/reply/reply.ts";
import type { CaseReader } from "../case-reader.ts";

const numberOf = (id: string): number => Number(id.slice(1));

export function claimIndex({ views: { db } }: CaseReader) {
  const stateOf = async (table: "claim" | "derivation" | "assumption" | "reply", id: string) => {
    const row = await db.selectFrom(table).select("withdrawn").where("id", "=", numberOf(id)).executeTakeFirst();
    if (row === undefined) return "unknown" as const;
    return row.withdrawn === null ? ("stands" as const) : ("withdrawn" as const);
  };
  return {
    claim: (id: ClaimId) => stateOf("claim", id),
    derivation: (id: DerivationId) => stateOf("derivation", id),
    assumption: (id: AssumptionId) => stateOf("assumption", id),
    reply: (id: ReplyId) => stateOf("reply", id),
    async derivationOf(derived: DerivationEnd, from: DerivationEnd, sort: DerivationSort): Promise<DerivationId | undefined> {
      const row = await db
        .selectFrom("derivation")
        .select("id")
        .where("derived", "=", derived)
        .where("from_end", "=", from)
        .where("sort", "=", sort)
        .where("withdrawn", "is", null)
        .executeTakeFirst();
      return row === undefined ? undefined : `d${row.id}`;
    },
    async rejectionStands(line: number): Promise<boolean> {
      const row = await db.selectFrom("claim_rejection").select("restored").where("seq", "=", line).executeTakeFirst();
      return row !== undefined && row.restored === null;
    },
    async restingOn(id: ClaimId): Promise<{ derivations: DerivationId[]; assumptions: AssumptionId[]; replies: ReplyId[] }> {
      const derivations = await db
        .selectFrom("derivation")
        .select("id")
        .where((row) => row.or([row("derived", "=", id), row("from_end", "=", id)]))
        .where("withdrawn", "is", null)
        .orderBy("id")
        .execute();
      const assumptions = await db
        .selectFrom("assumption")
        .select(["id", "what_json"])
        .where("withdrawn", "is", null)
        .orderBy("id")
        .execute();
      const replies = await db.selectFrom("reply").select(["id", "about_json"]).where("withdrawn", "is", null).orderBy("id").execute();
      return {
        derivations: derivations.map((row): DerivationId => `d${row.id}`),
        assumptions: assumptions.filter((row) => namedIn(row.what_json).includes(id)).map((row): AssumptionId => `u${row.id}`),
        replies: replies.filter((row) => (JSON.parse(row.about_json) as string[]).includes(id)).map((row): ReplyId => `y${row.id}`),
      };
    },
  };
}

/** Records that an assumption names; none where this copy withholds it. */
export function namedIn(whatJson: string | null): readonly string[] {
  const read = Assumption.safeParse(JSON.parse(whatJson ?? "null"));
  if (!read.success) return [];
  if ("first" in read.data) return [read.data.first, read.data.second];
  return "claim" in read.data ? [read.data.claim] : [];
}

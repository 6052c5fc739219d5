/** What actions on claims must know before they append. */
import type { AssumptionId } from "../../core/claim/assumption.ts";
import { Assumption } from "../../core/claim/assumption.ts";
import { type ClaimId, ClaimStatement } from "../../core/claim/claim.ts";
import type { DerivationEnd, DerivationId, DerivationSort } from "../../core/claim/derivation.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { ReplyId } from "../../core/reply/reply.ts";
import type { CaseReader } from "../case-reader.ts";

interface Stated {
  readonly span: TextSpan;
  readonly quote: string;
  readonly statement: ClaimStatement;
  readonly proposed: { by: "person" } | { by: "rules"; version: string } | { by: "assistant"; model: string; endpoint: string };
  readonly edited: string[];
}

const numberOf = (id: string): number => Number(id.slice(1));

export function claimIndex({ views: { db } }: CaseReader) {
  const stateOf = async (table: "claim" | "derivation" | "assumption" | "reply", id: string) => {
    const row = await db.selectFrom(table).select("withdrawn").where("id", "=", numberOf(id)).executeTakeFirst();
    if (row === undefined) return "unknown" as const;
    return row.withdrawn === null ? ("stands" as const) : ("withdrawn" as const);
  };
  return {
    claim: (id: ClaimId) => stateOf("claim", id),
    /** As it was stated last; undefined when there is none, or this copy does not say it. */
    async stated(id: ClaimId): Promise<Stated | undefined> {
      const row = await db
        .selectFrom("claim")
        .select(["span_start", "span_end", "quote", "statement_json", "proposed_json", "edited_json"])
        .where("id", "=", numberOf(id))
        .executeTakeFirst();
      const statement = ClaimStatement.safeParse(JSON.parse(row?.statement_json ?? "null"));
      if (row === undefined || row.quote === null || !statement.success) return undefined;
      const said = { span: { start: row.span_start, end: row.span_end }, quote: row.quote, statement: statement.data };
      return { ...said, proposed: JSON.parse(row.proposed_json) as Stated["proposed"], edited: JSON.parse(row.edited_json) as string[] };
    },
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

/**
 * Claims of the case, withdrawn ones marked, with whose text each is from. The letter of the publisher and the digit of the claim
 * stand apart, and nothing here makes one mark of them.
 */
import { CaseError } from "../../core/case/case-error.ts";
import type { Aspect, ClaimId, Credibility } from "../../core/claim/claim.ts";
import { ClaimStatement } from "../../core/claim/claim.ts";
import { type ClaimText, TextPart, type TextRole } from "../../core/claim/claim-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { EventId, EventSort } from "../../core/event/event.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { Reliability, SourceId } from "../../core/source/source.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { peopleNames } from "../people-names.ts";
import { recordHistory } from "../record-history.ts";
import { sourceReliability } from "./source-reliability.ts";
import { type TextOrigin, textOrigins } from "./text-origin.ts";
import { textRoles } from "./text-roles.ts";
import { spokenFaults } from "./tier-text.ts";

export type ProposedBy = { by: "person" } | { by: "rules"; version: string } | { by: "assistant"; model: string; endpoint: string };

export interface ClaimRow {
  id: ClaimId;
  aspect: Aspect;
  event: EventId | "unassigned";
  eventSays: { title: string; sort: EventSort; withdrawn: boolean } | null;
  statement: ClaimStatement | "withheld";
  text: ClaimText;
  itemName: string;
  role: TextRole;
  span: TextSpan;
  quote: string;
  /** Of speech: why it may carry nothing any more. */
  textFault?: string;
  publisher: TextOrigin["publisher"];
  published: TextOrigin["published"];
  reliability: Reliability;
  credibility: Credibility;
  credibilityReason: string | null;
  /** The claim was stated again after it was given its digit. */
  credibilityOlder: boolean;
  proposed: ProposedBy;
  edited: string[];
  reason: string | null;
  withdrawn?: string;
  at: string;
  by: string;
  byName: string;
  seq: number;
}

export interface ClaimsWanted {
  readonly claim?: ClaimId | undefined;
  readonly item?: ItemId | undefined;
  readonly event?: EventId | undefined;
  /** In its own texts, or as a speaker whom another text cites. */
  readonly source?: SourceId | undefined;
}

export async function listClaims(reader: CaseReader, viewer: Viewer, wanted: ClaimsWanted = {}): Promise<ClaimRow[]> {
  demand(viewer, "read");
  const rows = await claimTable(reader, wanted);
  const nameOf = await peopleNames(reader);
  const originOf = textOrigins(reader);
  const roleOf = textRoles(reader);
  const reliabilityOf = await sourceReliability(reader);
  const faultOf = spokenFaults(reader);
  const claims: ClaimRow[] = [];
  for (const row of rows) {
    const text: ClaimText = {
      item: itemId(row.item),
      part: TextPart.parse(JSON.parse(row.part_json)),
      reading: row.reading as Digest | null,
    };
    const { publisher, published } = await originOf(text);
    const statement = statementOf(row.statement_json);
    if (wanted.source !== undefined && publisher.source !== wanted.source && !isCited(statement, wanted.source)) continue;
    const span = { start: row.span_start, end: row.span_end };
    const textFault = await faultOf(text, span);
    claims.push({
      id: `k${row.id}`,
      aspect: row.aspect,
      event: row.event === null ? "unassigned" : `e${row.event}`,
      eventSays:
        row.event_sort === null
          ? null
          : { title: row.event_title ?? "withheld", sort: row.event_sort, withdrawn: row.event_withdrawn !== null },
      statement,
      ...{ text, span, publisher, published },
      itemName: row.item_name ?? "name withheld",
      role: await roleOf(text, span),
      quote: row.quote ?? "withheld",
      ...(textFault === undefined ? {} : { textFault }),
      reliability: reliabilityOf(publisher.source, published),
      credibility: row.credibility,
      credibilityReason: row.graded_seq === null ? null : (row.credibility_reason ?? "withheld"),
      credibilityOlder: row.graded_seq !== null && row.graded_seq < row.seq,
      proposed: JSON.parse(row.proposed_json) as ProposedBy,
      edited: JSON.parse(row.edited_json) as string[],
      reason: row.has_reason === 0 ? null : (row.reason ?? "withheld"),
      ...(row.withdrawn === null ? {} : { withdrawn: row.withdrawn === "" ? "withheld" : row.withdrawn }),
      ...{ at: row.at, by: row.by, byName: nameOf(row.by), seq: row.seq },
    });
  }
  return claims;
}

/** Throws CaseError INPUT_INVALID. */
export async function getClaim(reader: CaseReader, viewer: Viewer, id: ClaimId) {
  const [claim] = await listClaims(reader, viewer, { claim: id });
  if (claim === undefined) throw new CaseError("INPUT_INVALID", `claim ${id}: expected a claim of this case; found none of that number`);
  return { claim, history: await recordHistory(reader, id) };
}

function claimTable({ views: { db } }: CaseReader, { claim, item, event }: ClaimsWanted) {
  let query = db
    .selectFrom("claim")
    .innerJoin("item", "item.number", "claim.item")
    .leftJoin("event", "event.id", "claim.event")
    .selectAll("claim")
    .select(["item.name as item_name", "event.title as event_title", "event.sort as event_sort", "event.withdrawn as event_withdrawn"])
    .orderBy("claim.id");
  const numberOf = (id: string): number => Number(id.slice(1));
  if (claim !== undefined) query = query.where("claim.id", "=", numberOf(claim));
  if (item !== undefined) query = query.where("claim.item", "=", numberOf(item));
  if (event !== undefined) query = query.where("claim.event", "=", numberOf(event));
  return query.execute();
}

function isCited(statement: ClaimStatement | "withheld", wanted: SourceId): boolean {
  return statement !== "withheld" && statement.speakers.some(({ source }) => source === wanted);
}

/** A line may come from a later version that says more than this one knows. */
function statementOf(json: string | null): ClaimStatement | "withheld" {
  const read = ClaimStatement.safeParse(JSON.parse(json ?? "null"));
  return read.success ? read.data : "withheld";
}

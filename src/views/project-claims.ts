/** Entries about claims and rejected proposals: a claim says what its last line says; its digit is given apart and stays. */
import type { Sealed } from "../core/entry/entry.ts";
import { ClaimStatement } from "../core/claim/claim.ts";
import type { ClaimText } from "../core/claim/claim-text.ts";
import { type Handler, itemNumber, type Projecting } from "./handler.ts";
import { indexText, unindexText } from "./index-text.ts";
import { ofRecord, openedText } from "./project-events.ts";

const openedJson = (on: Projecting, sealed: Sealed): string | null => {
  const value = on.opened(sealed);
  return value === undefined ? null : JSON.stringify(value);
};

/** The claim's own history, and that of the event and the speakers it names. */
function ofClaim(on: Projecting, claim: string, event: string | null, statementJson: string | null): void {
  const statement = ClaimStatement.safeParse(JSON.parse(statementJson ?? "null"));
  const sources = statement.success ? statement.data.speakers.map(({ source }) => source) : [];
  for (const record of new Set([claim, ...(event === null ? [] : [event]), ...sources])) if (record !== "unknown") ofRecord(on, record);
}

/** Words that were typed stand in no other text that is searched; every other quote stands in its own. */
function indexTyped(on: Projecting, claim: number, text: ClaimText, quote: string | null): void {
  const [before] = on.all<{ item: number }>("select item from claim where id = ?", claim);
  if (before !== undefined) unindexText(on, before.item, "claim", claim);
  if (text.part.sort === "typed" && quote !== null) indexText(on, itemNumber(text.item), null, quote, { sort: "claim", ref: claim });
}

const claimStated: Handler<"claim.stated"> = ({ at, by, data }, on) => {
  on.tookId(data.claim);
  const { claim, text, span, aspect, event, proposed, edited, reason } = data;
  const statement = openedJson(on, data.statement);
  indexTyped(on, itemNumber(claim), text, openedText(on, data.quote));
  ofClaim(on, claim, event === "unassigned" ? null : event, statement);
  const putForward =
    proposed.by === "assistant"
      ? { by: proposed.by, model: openedText(on, proposed.model) ?? "withheld", endpoint: openedText(on, proposed.endpoint) ?? "withheld" }
      : proposed;
  on.run(
    `insert into claim (id, item, part_json, reading, aspect, span_start, span_end, quote, event, statement_json, proposed_json, edited_json,
     has_reason, reason, at, by, seq) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set item = excluded.item, part_json = excluded.part_json, reading = excluded.reading,
     aspect = excluded.aspect, span_start = excluded.span_start, span_end = excluded.span_end, quote = excluded.quote,
     event = excluded.event, statement_json = excluded.statement_json, proposed_json = excluded.proposed_json,
     edited_json = excluded.edited_json, has_reason = excluded.has_reason, reason = excluded.reason, withdrawn = null,
     at = excluded.at, by = excluded.by, seq = excluded.seq`,
    itemNumber(claim),
    itemNumber(text.item),
    JSON.stringify(text.part),
    text.reading,
    aspect,
    span.start,
    span.end,
    openedText(on, data.quote),
    event === "unassigned" ? null : itemNumber(event),
    statement,
    JSON.stringify(putForward),
    JSON.stringify(edited),
    reason === null ? 0 : 1,
    openedText(on, reason),
    at,
    by,
    on.line.head.seq,
  );
};

/** The line stands in the history of everything that the claim is about. */
function ofStatedClaim(on: Projecting, claim: string): void {
  const [row] = on.all<{ item: number; event: number | null; statement_json: string | null }>(
    "select item, event, statement_json from claim where id = ?",
    itemNumber(claim),
  );
  ofClaim(on, claim, row?.event == null ? null : `e${row.event}`, row?.statement_json ?? null);
  if (row !== undefined) on.run("insert or ignore into entry_item (item, seq) values (?, ?)", row.item, on.line.head.seq);
}

const claimWithdrawn: Handler<"claim.withdrawn"> = ({ data }, on) => {
  ofStatedClaim(on, data.claim);
  on.run("update claim set withdrawn = ? where id = ?", openedText(on, data.reason) ?? "", itemNumber(data.claim));
};

const claimGraded: Handler<"claim.graded"> = ({ data }, on) => {
  ofStatedClaim(on, data.claim);
  on.run(
    "update claim set credibility = ?, graded_seq = ?, credibility_reason = ? where id = ?",
    data.credibility,
    on.line.head.seq,
    openedText(on, data.reason),
    itemNumber(data.claim),
  );
};

const proposalRejected: Handler<"claim-proposal.rejected"> = ({ at, by, data }, on) => {
  const { text, aspect, span, valueSpan, reason } = data;
  on.run(
    `insert into claim_rejection (seq, item, part_json, reading, aspect, span_start, span_end, value_start, value_end, has_reason, reason,
     at, by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    on.line.head.seq,
    itemNumber(text.item),
    JSON.stringify(text.part),
    text.reading,
    aspect,
    span.start,
    span.end,
    valueSpan.start,
    valueSpan.end,
    reason === null ? 0 : 1,
    openedText(on, reason),
    at,
    by,
  );
};

const proposalRestored: Handler<"claim-proposal.restored"> = ({ data }, on) => {
  on.run("update claim_rejection set restored = ? where seq = ?", on.line.head.seq, data.rejected);
  for (const { item } of on.all<{ item: number }>("select item from claim_rejection where seq = ?", data.rejected))
    on.run("insert or ignore into entry_item (item, seq) values (?, ?)", item, on.line.head.seq);
};

export const projectClaims = {
  "claim.stated": claimStated,
  "claim.withdrawn": claimWithdrawn,
  "claim.graded": claimGraded,
  "claim-proposal.rejected": proposalRejected,
  "claim-proposal.restored": proposalRestored,
};

/** Entries about conditions and assessments. A later statement about a subject is the one in force; the earlier ones stay. */
import type { Conditions, StatedConditions } from "../core/conditions/conditions.ts";
import type { Sealed } from "../core/entry/entry.ts";
import { type Handler, itemNumber, type Projecting } from "./handler.ts";
import { openedText } from "./project-events.ts";

const conditionsStated: Handler<"conditions.stated"> = ({ at, by, data }, on) => {
  const { about, ...stated } = data;
  const { seq } = on.line.head;
  const conditions = opened(on, stated);
  const { scope, givenBy, embargoUntil, withdrawnAt, retention, legalHold } = conditions;
  on.run(
    `insert into condition_line (seq, at, by, json, given_by, decided, embargo_until, withdrawn_at, hold, retention_until)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    seq,
    at,
    by,
    JSON.stringify(conditions),
    givenBy.startsWith("s") ? itemNumber(givenBy) : null,
    scope.publish !== "unknown" && embargoUntil !== "unknown" && withdrawnAt !== "unknown" ? 1 : 0,
    instantOrNull(embargoUntil),
    instantOrNull(withdrawnAt),
    typeof legalHold === "string" ? 0 : 1,
    instantOrNull(retention),
  );
  const subjects = about.of === "items" ? about.items : [about.source];
  for (const subject of subjects) {
    const sort = about.of === "items" ? "i" : "s";
    on.run("insert or ignore into condition_of (sort, number, seq) values (?, ?, ?)", sort, itemNumber(subject), seq);
    on.run(
      "insert into condition_now (sort, number, seq) values (?, ?, ?) on conflict (sort, number) do update set seq = excluded.seq",
      sort,
      itemNumber(subject),
      seq,
    );
  }
};

function opened(on: Projecting, { terms, legalHold, ...plain }: StatedConditions): Conditions {
  return {
    ...plain,
    terms: typeof terms === "string" ? terms : { words: openedText(on, terms) },
    legalHold: typeof legalHold === "string" ? legalHold : { reason: openedText(on, legalHold.reason) },
  };
}

function instantOrNull(value: string): string | null {
  return /^\d/.test(value) ? value : null;
}

const itemAssessed: Handler<"item.assessed"> = ({ at, by, data }, on) => {
  const { items, relevance, reliability, riskOfRemoval, riskToPeople, safety, laterDuties } = data;
  const { seq } = on.line.head;
  const wordsOf = (words: Sealed | "unknown") => (words === "unknown" ? words : openedText(on, words));
  const json = JSON.stringify({
    ...{ relevance: openedText(on, relevance), reliability, riskOfRemoval },
    ...{ riskToPeople: wordsOf(riskToPeople), safety: wordsOf(safety), laterDuties: wordsOf(laterDuties) },
  });
  on.run("insert into assessment (seq, at, by, json) values (?, ?, ?, ?)", seq, at, by, json);
  for (const item of items) {
    on.run("insert or ignore into assessment_of (item, seq) values (?, ?)", itemNumber(item), seq);
    on.run("update item set assessed = 1 where number = ?", itemNumber(item));
    // An assessment that does not know takes back nothing that was said of the link before.
    if (riskOfRemoval !== "unknown") on.run("update link set risk = ? where item = ?", riskOfRemoval, itemNumber(item));
  }
};

export const projectConditions = { "conditions.stated": conditionsStated, "item.assessed": itemAssessed };

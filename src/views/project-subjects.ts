/** Entries about subjects and shots: one says what its last line says; withdrawn ones stay. */
import type { EntryData } from "../core/entry/entry.ts";
import { type Handler, itemNumber, type Projecting } from "./handler.ts";
import { ofRecord, openedText } from "./project-events.ts";

const subjectDescribed: Handler<"subject.described"> = ({ at, by, data }, on) => {
  on.tookId(data.subject);
  ofRecord(on, data.subject);
  for (const claim of claimsOf(data)) ofRecord(on, claim);
  on.run(
    `insert or replace into subject (id, item, known, spoken_json, description, role_claim, role_words, protection_json, reason, at, by, seq, withdrawn)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)`,
    ...[itemNumber(data.subject), itemNumber(data.item), data.known],
    ...[data.spokenOf === null ? null : JSON.stringify(data.spokenOf), openedText(on, data.description)],
    ...[data.roleAsClaimed?.claim ?? null, openedText(on, data.roleAsClaimed?.words ?? null)],
    JSON.stringify(data.protection.map(({ sort, reason }) => ({ sort, reason: openedText(on, reason) }))),
    ...[openedText(on, data.reason), at, by, on.line.head.seq],
  );
};

function claimsOf({ spokenOf, roleAsClaimed }: EntryData<"subject.described">): string[] {
  const said = spokenOf?.by === "claim" ? [spokenOf.claim] : [];
  return roleAsClaimed === null ? said : [...said, roleAsClaimed.claim];
}

const stateStated: Handler<"subject-state.stated"> = ({ at, by, data }, on) => {
  on.tookId(data.state);
  for (const record of [data.state, data.subject]) ofRecord(on, record);
  const facts = on.opened(data.facts);
  on.run(
    `insert or replace into subject_state (id, subject, item, from_s, to_s, facts_json, reason, at, by, seq, withdrawn)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)`,
    ...[itemNumber(data.state), itemNumber(data.subject), itemNumber(data.item), data.fromS, data.toS],
    facts === undefined ? null : JSON.stringify(facts),
    ...[openedText(on, data.reason), at, by, on.line.head.seq],
  );
};

const samePersonJudged: Handler<"same-person.judged"> = ({ at, by, data }, on) => {
  on.tookId(data.judgement);
  for (const record of [data.judgement, data.a, data.b]) ofRecord(on, record);
  on.run(
    `insert or replace into same_person (id, a, b, verdict, on_json, reason, at, by, seq, withdrawn) values (?, ?, ?, ?, ?, ?, ?, ?, ?, null)`,
    ...[itemNumber(data.judgement), itemNumber(data.a), itemNumber(data.b), data.verdict, JSON.stringify(data.on)],
    ...[openedText(on, data.reason), at, by, on.line.head.seq],
  );
};

const shotCounted: Handler<"shot.counted"> = ({ at, by, data }, on) => {
  on.tookId(data.shot);
  ofRecord(on, data.shot);
  on.run(
    `insert or replace into shot (id, item, at_s, plus_minus_s, channel, basis_json, words, reason, at, by, seq, withdrawn)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)`,
    ...[itemNumber(data.shot), itemNumber(data.item), data.atS, data.plusMinusS, data.channel, JSON.stringify(data.basis)],
    ...[openedText(on, data.words), openedText(on, data.reason), at, by, on.line.head.seq],
  );
};

/** The line names the record alone: it stands among those of its item, and of its subject, as the line that made it does. */
function withdraw(on: Projecting, table: "subject" | "subject_state" | "same_person" | "shot", id: string, reason: string | null): void {
  ofRecord(on, id);
  const columns = { subject: "item", subject_state: "item, subject", same_person: "a, b", shot: "item" }[table];
  const [row] = on.all<{ item?: number; subject?: number; a?: number; b?: number }>(
    `select ${columns} from ${table} where id = ?`,
    itemNumber(id),
  );
  if (row?.item !== undefined) on.run("insert or ignore into entry_item (item, seq) values (?, ?)", row.item, on.line.head.seq);
  for (const subject of [row?.subject, row?.a, row?.b]) if (subject !== undefined) ofRecord(on, `P${subject}`);
  on.run(`update ${table} set withdrawn = ? where id = ?`, reason ?? "", itemNumber(id));
}

export const projectSubjects = {
  "subject.described": subjectDescribed,
  "subject-state.stated": stateStated,
  "same-person.judged": samePersonJudged,
  "shot.counted": shotCounted,
  "subject.withdrawn": ({ data }, on) => withdraw(on, "subject", data.subject, openedText(on, data.reason)),
  "subject-state.withdrawn": ({ data }, on) => withdraw(on, "subject_state", data.state, openedText(on, data.reason)),
  "same-person.withdrawn": ({ data }, on) => withdraw(on, "same_person", data.judgement, openedText(on, data.reason)),
  "shot.withdrawn": ({ data }, on) => withdraw(on, "shot", data.shot, openedText(on, data.reason)),
} satisfies { [K in "subject.described" | "subject-state.stated" | "same-person.judged" | "shot.counted"]: Handler<K> } & {
  [K in "subject.withdrawn" | "subject-state.withdrawn" | "same-person.withdrawn" | "shot.withdrawn"]: Handler<K>;
};

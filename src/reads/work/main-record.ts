/** The record that a line is mainly about; undefined for lines about no record, or about several items at once. */
import type { EntryBody } from "../../core/entry/entry.ts";
import { RecordName } from "../../core/review/ground.ts";
import { makingKinds } from "../records/making-kinds.ts";

/** Fields by which lines that change or take back a record name it, the more particular first. */
const fields = [
  ...["finding", "question", "blind", "edition", "pair", "judgement", "shot", "state", "subject", "object", "redaction", "sheet"],
  ...["claim", "derivation", "assumption", "exhibit", "identification", "reply", "inference", "tier", "mark", "observation"],
  ...["bearing", "link", "hypothesis", "event", "account", "source", "item"],
];

export function mainRecord(body: EntryBody): RecordName | undefined {
  if (body.kind === "comment.written") return body.data.about.record;
  if (body.kind === "task.set") return body.data.about?.record ?? body.data.task;
  const data = body.data as { readonly [field: string]: unknown };
  const making = makingKinds[body.kind];
  for (const field of making === undefined ? fields : [making.field]) {
    const named = RecordName.safeParse(data[field]);
    if (named.success) return named.data;
  }
  const { items } = data;
  const [only] = Array.isArray(items) && items.length === 1 ? (items as unknown[]) : [];
  return RecordName.safeParse(only).data;
}

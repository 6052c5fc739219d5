/**
 * What others wrote since a line, by record: first what is for the person who asks (mentions, answers, tasks), then the rest, newest
 * first. What analysers recorded is only counted.
 */
import type { EntryBody, EntryKind } from "../../core/entry/entry.ts";
import type { Json } from "../../core/json/canonical-json.ts";
import type { RecordName } from "../../core/review/ground.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { describeEntry } from "../describe-entry.ts";
import { peopleNames } from "../people-names.ts";
import { type RecordCard, recordCards } from "../records/record-card.ts";
import { mainRecord } from "./main-record.ts";

export interface ChangedLine {
  readonly seq: number;
  readonly at: string;
  readonly byName: string;
  readonly summary: string;
}

export interface ForMe extends ChangedLine {
  readonly why: "mentioned" | "answered" | "assigned";
  readonly record: RecordName | null;
  readonly address: string;
}

export interface ChangedRecord {
  /** Null gathers lines about no single record. */
  readonly record: RecordName | null;
  readonly title: string;
  readonly address: string;
  readonly last: number;
  readonly total: number;
  /** The newest of them, oldest first. */
  readonly lines: readonly ChangedLine[];
}

export interface Changes {
  readonly since: number;
  readonly head: number;
  readonly forMe: readonly ForMe[];
  readonly records: readonly ChangedRecord[];
  /** Records that are not told of here. */
  readonly more: number;
  /** Whether lines further back are left out of `records`; what is for the person is never left out. */
  readonly cut: boolean;
  /** Lines of analysers and of measuring. */
  readonly machine: number;
}

const machineKinds: readonly EntryKind[] = ["analysis.recorded", "copies.compared", "sync.measured", "checkpoint.made", "fixity.checked"];
const kindsForMe: readonly EntryKind[] = ["comment.written", "task.set"];
const mostLines = 5000;
const mostRecords = 200;
const linesOfRecord = 5;

type Row = ChangedLine & { readonly body: EntryBody };

export async function changesSince(reader: CaseReader, viewer: Viewer, since: number, most = mostLines): Promise<Changes> {
  demand(viewer, "read");
  const head = reader.views.head()?.seq ?? 0;
  const rows = await rowsSince(reader, viewer, since, { most });
  const cut = rows.length === most;
  // Once the head is marked as seen nobody comes back to what was not told.
  const mine = await forMe(reader, viewer, cut ? await rowsSince(reader, viewer, since, { kinds: kindsForMe }) : rows);
  const taken = new Set(mine.map(({ seq }) => seq));
  const groups = [...Map.groupBy(rows, ({ body }) => mainRecord(body) ?? null)].toSorted(([, a], [, b]) => lastOf(b) - lastOf(a));
  const shown = groups.slice(0, mostRecords);
  const named = [...new Set([...shown.flatMap(([record]) => record ?? []), ...mine.flatMap(({ record }) => record ?? [])])];
  const cards = new Map<string, RecordCard>((await recordCards(reader, viewer, named)).map((card) => [card.record, card]));
  return {
    ...{ since, head, cut, more: groups.length - shown.length },
    machine: await countMachine(reader, since),
    forMe: mine.map((one) => ({ ...one, address: cards.get(one.record ?? "")?.address ?? "/work" })),
    records: shown
      .map(([record, lines]): ChangedRecord => ({
        record,
        title: record === null ? "" : (cards.get(record)?.title ?? "withheld"),
        address: record === null ? "/custody" : (cards.get(record)?.address ?? "/work"),
        ...{ last: lastOf(lines), total: lines.length },
        lines: lines.slice(-linesOfRecord).map(({ seq, at, byName, summary }) => ({ seq, at, byName, summary })),
      }))
      .filter(({ lines }) => lines.some(({ seq }) => !taken.has(seq))),
  };
}

const lastOf = (lines: readonly ChangedLine[]): number => lines.at(-1)?.seq ?? 0;

async function rowsSince(
  reader: CaseReader,
  viewer: Viewer,
  since: number,
  { most, kinds }: { readonly most?: number; readonly kinds?: readonly EntryKind[] },
): Promise<Row[]> {
  const query = reader.views.db
    .selectFrom("entry")
    .select(["seq", "at", "by", "body", "open"])
    .where("seq", ">", since)
    .where("kind", "not in", machineKinds)
    .where("by", "!=", viewer.person)
    .where("body", "is not", null)
    .orderBy("seq", "desc");
  const ofKinds = kinds === undefined ? query : query.where("kind", "in", kinds);
  const rows = await (most === undefined ? ofKinds : ofKinds.limit(most)).execute();
  const nameOf = await peopleNames(reader);
  return rows.toReversed().map(({ seq, at, by, body: text, open }) => {
    const body = JSON.parse(text as string) as EntryBody;
    const summary = describeEntry(body, JSON.parse(open) as { readonly [digest: string]: Json });
    return { seq, at: at ?? "unknown", byName: nameOf(by ?? ""), summary, body };
  });
}

async function countMachine({ views: { db } }: CaseReader, since: number): Promise<number> {
  const row = await db
    .selectFrom("entry")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("seq", ">", since)
    .where("kind", "in", machineKinds)
    .executeTakeFirstOrThrow();
  return row.count;
}

async function forMe({ views: { db } }: CaseReader, viewer: Viewer, rows: readonly Row[]): Promise<Omit<ForMe, "address">[]> {
  const own = await db.selectFrom("comment").select("id").where("by", "=", viewer.person).execute();
  const mine = new Set(own.map(({ id }) => `cm${id}`));
  return rows.flatMap(({ body, ...line }): Omit<ForMe, "address">[] => {
    const why = whyForMe(body, viewer, mine);
    return why === undefined ? [] : [{ ...line, why, record: mainRecord(body) ?? null }];
  });
}

function whyForMe(body: EntryBody, { person }: Viewer, mine: ReadonlySet<string>): ForMe["why"] | undefined {
  if (body.kind === "comment.written") {
    if (body.data.mentions.includes(person)) return "mentioned";
    return body.data.answers !== null && mine.has(body.data.answers) ? "answered" : undefined;
  }
  return body.kind === "task.set" && body.data.assigned.includes(person) ? "assigned" : undefined;
}

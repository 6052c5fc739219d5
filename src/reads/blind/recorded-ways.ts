/**
 * By which lines somebody who answers blind can have come to know what was found before they were asked: a comment or a task that named
 * them, an edition that was handed to them, work of theirs in the case while a finding stood. It proves nothing; it stands beside what
 * they say they knew. Whoever wrote what is to be found is not asked at all.
 */
import type { BlindReview } from "../../core/blind/blind-review.ts";
import type { EntryBody, EntryKind } from "../../core/entry/entry.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { QuestionId } from "../../core/question/question.ts";
import type { CaseReader } from "../case-reader.ts";
import { questionAsOf } from "./question-as-of.ts";

export interface RecordedWay {
  readonly how: "named-in-comment" | "given-task" | "handed-edition" | "worked-beside-finding";
  readonly line: number;
}
export type RecordedWays = ReadonlyMap<PersonId, readonly RecordedWay[]>;

const kinds: readonly EntryKind[] = ["comment.written", "task.set", "finding.written", "edition.sealed", "edition.disclosed"];
/** Shorter names stand in too many words. */
const leastName = 3;

export async function recordedWays(
  reader: CaseReader,
  { question, items, to, line }: Pick<BlindReview, "question" | "items" | "to" | "line">,
  nameOf: (person: string) => string,
): Promise<RecordedWays> {
  const asked = to.flatMap(({ person, blind }) => (blind && person !== null ? [person] : []));
  if (asked.length === 0) return new Map();
  const lines = await linesBefore(reader, line);
  const findings = findingsOn(question, lines);
  const event = (await questionAsOf(reader, question, line))?.event;
  const about = new Set<string>([question, ...items, ...findings.ids, ...(event == null ? [] : [event])]);
  const editions = new Set<string>();
  for (const { body } of lines)
    if (body.kind === "edition.sealed" && body.data.findings.some(({ finding }) => findings.ids.has(finding)))
      editions.add(body.data.edition);
  const ways = new Map<PersonId, RecordedWay[]>();
  for (const person of asked) {
    const name = nameOf(person).trim().toLowerCase();
    const told = lines.flatMap(({ seq, body, open }): RecordedWay[] => {
      const how = wayIn(body, {
        person,
        about,
        editions,
        isNamed: (digest) => name.length >= leastName && saidIn(open, digest).includes(name),
      });
      return how === undefined ? [] : [{ how, line: seq }];
    });
    const beside = findings.first === undefined ? undefined : await firstLineOf(reader, person, findings.first, line);
    ways.set(person, beside === undefined ? told : [...told, { how: "worked-beside-finding", line: beside }]);
  }
  return ways;
}

interface Line {
  readonly seq: number;
  readonly body: EntryBody;
  readonly open: { readonly [digest: string]: unknown };
}

async function linesBefore({ views: { db } }: CaseReader, line: number): Promise<Line[]> {
  const rows = await db
    .selectFrom("entry")
    .select(["seq", "body", "open"])
    .where("kind", "in", kinds)
    .where("seq", "<", line)
    .where("body", "is not", null)
    .orderBy("seq")
    .execute();
  return rows.map(({ seq, body, open }) => ({
    seq,
    body: JSON.parse(body as string) as EntryBody,
    open: JSON.parse(open) as Line["open"],
  }));
}

function findingsOn(question: QuestionId, lines: readonly Line[]): { ids: ReadonlySet<string>; first: number | undefined } {
  const written = lines.flatMap(({ seq, body }) =>
    body.kind === "finding.written" && body.data.question === question ? [{ seq, finding: body.data.finding }] : [],
  );
  return { ids: new Set(written.map(({ finding }) => finding)), first: written[0]?.seq };
}

interface Looking {
  readonly person: PersonId;
  /** The question, its event, items and findings. */
  readonly about: ReadonlySet<string>;
  readonly editions: ReadonlySet<string>;
  readonly isNamed: (sealed: string) => boolean;
}

function wayIn(body: EntryBody, { person, about, editions, isNamed }: Looking): RecordedWay["how"] | undefined {
  switch (body.kind) {
    case "comment.written":
      return about.has(body.data.about.record) && body.data.mentions.includes(person) ? "named-in-comment" : undefined;
    case "task.set":
      return body.data.about !== null && about.has(body.data.about.record) && body.data.assigned.includes(person)
        ? "given-task"
        : undefined;
    case "edition.disclosed":
      return editions.has(body.data.edition) && isNamed(body.data.to.sealed) ? "handed-edition" : undefined;
    default:
      return undefined;
  }
}

function saidIn(open: Line["open"], digest: string): string {
  const said = open[digest];
  return typeof said === "string" ? said.toLowerCase() : "";
}

async function firstLineOf({ views: { db } }: CaseReader, person: PersonId, after: number, before: number): Promise<number | undefined> {
  const row = await db
    .selectFrom("entry")
    .select("seq")
    .where("by", "=", person)
    .where("seq", ">", after)
    .where("seq", "<", before)
    .orderBy("seq")
    .executeTakeFirst();
  return row?.seq;
}

/**
 * The six questions that the WITNESS archiving guide asks of a custody record, answered from the ledger and from nothing else: who
 * filmed it and when; who has had it since; whether it was altered; who enhanced it, when and why; what was done and whether it can be
 * repeated; whether it was altered after that. What no line says is said to be unknown.
 */
import type { EntryKind } from "../../core/entry/entry.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { CustodyAnswer, CustodyAnswers } from "../../core/report/report-item.ts";
import { stampWords } from "../../core/report/report-words.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemProvenance, type Provenance } from "../item-provenance.ts";
import { actWords } from "./act-words.ts";
import { capturedBy } from "./captured-by.ts";
import { readLineRow, type ReadLine } from "./entry-lines.ts";
import { lastCheck } from "./last-check.ts";

/** What was done is told line by line up to here; beyond it is counted. */
const actsTold = 40;
/** Sorts of acts of one person that are named. */
const wordsTold = 12;
/** Lines about an item that change nothing about it and would drown what does. */
const looks: ReadonlySet<string> = new Set(["item.triaged", "task.set", "comment.written", "question.asked", "finding.written"]);

export async function itemCustody(reader: CaseReader, item: ItemId, labelOf: (person: string) => string): Promise<CustodyAnswers> {
  const { db } = reader.views;
  const number = Number(item.slice(1));
  const row = await db.selectFrom("item").selectAll().where("number", "=", number).executeTakeFirstOrThrow();
  const provenance = await itemProvenance(reader, row);
  const rows = await db
    .selectFrom("entry_item")
    .innerJoin("entry", "entry.seq", "entry_item.seq")
    .select(["entry.seq", "kind", "at", "by", "body", "open"])
    .where("item", "=", number)
    .orderBy("entry.seq")
    .execute();
  const lines = rows.filter(({ body }) => body !== null).map((one) => readLineRow<EntryKind>(one));
  const bare = rows.length - lines.length;
  const brought = lines.find(
    ({ kind }) => kind === "item.collected" || kind === "item.unpacked" || kind === "item.known" || kind === "link.noted",
  );
  const { filmed, others } = await capturedBy(reader, item, labelOf);
  const acts = lines.filter(({ kind }) => !looks.has(kind));
  const object = row.object as Digest | null;
  return {
    captured: [
      ...(filmed.length === 0 ? [answer("Who filmed or recorded it is not known here.", null)] : filmed),
      ...others,
      answer("When it was filmed is a matter of the findings; no record of custody shows it.", null),
      answer(
        provenance.fileWrittenAt === "unknown"
          ? "The source file had no date of its own."
          : `The source file was written at ${stampWords(provenance.fileWrittenAt)}; that is no time of filming.`,
        provenance.seq,
      ),
    ],
    access: [
      answer(
        brought === undefined ? "No line here says who collected it." : `${labelOf(brought.by)} brought it into the case.`,
        brought?.seq ?? null,
      ),
      answer(whence(provenance), provenance.seq),
      answer(
        provenance.collectedAt === undefined
          ? "When it was collected is not known."
          : `Collected at ${stampWords(provenance.collectedAt)} by the clock of the machine (${provenance.clockSource}).`,
        provenance.seq,
      ),
      ...(provenance.noted === undefined
        ? []
        : [answer(`Noted as a link by ${labelOf(provenance.noted.byName)} at ${stampWords(provenance.noted.at)}.`, provenance.noted.seq)]),
      answer("Who had it before that is not known here.", null),
      ...peopleWhoWorked(acts, labelOf),
      ...(await wentTo(reader)),
      ...(bare === 0 ? [] : [answer(`${bare} further lines about it are withheld or erased here.`, null)]),
    ],
    altered: [
      answer(
        row.held === 1 && object !== null
          ? "Its bytes were hashed as they came in and lie in the case under their SHA-256; another byte would be another name."
          : "Its bytes are not in this case.",
        brought?.seq ?? null,
      ),
      answer(
        "Whether anybody altered it before it came in is not shown by this. Earlier and better copies are named where they were found.",
        null,
      ),
    ],
    enhanced: toldUpTo(
      acts.filter((line) => actWords(line).act === "made"),
      (line) => `${labelOf(line.by)} ${actWords(line).words}, at ${stampWords(line.at)}.`,
    ),
    repeatable: toldUpTo(
      lines.filter(({ kind }) => kind === "analysis.recorded"),
      readingWords,
    ).concat(
      lines.some(({ kind }) => kind === "analysis.recorded")
        ? [
            answer(
              "`witnessmark verify --recompute` does what programs did once more and compares. What files of this edition were made by is said with each.",
              null,
            ),
          ]
        : [],
    ),
    alteredSince: object === null ? [] : [await lastCheckOf(reader, object)],
  };
}

function answer(text: string, line: number | null): CustodyAnswer {
  return { text, line };
}

function whence({ method, program, from, unpackedFrom: outer }: Provenance): string {
  const way = `By ${method}, with ${program}`;
  return outer === undefined ? `${way}, from ${from}.` : `${way}: it came out of ${outer.item}, at ${outer.where}; that came from ${from}.`;
}

/** Each person once, with how often and by which lines. */
function peopleWhoWorked(acts: readonly ReadLine<EntryKind>[], labelOf: (person: string) => string): CustodyAnswer[] {
  const byPerson = new Map<string, ReadLine<EntryKind>[]>();
  for (const act of acts)
    if (act.kind !== "analysis.recorded") byPerson.set(labelOf(act.by), [...(byPerson.get(labelOf(act.by)) ?? []), act]);
  return [...byPerson].map(([label, done]) => {
    const words = [...new Set(done.map((line) => actWords(line).words))];
    const shown = words.slice(0, wordsTold).join("; ");
    const more = words.length > wordsTold ? `; and ${words.length - wordsTold} other sorts of acts` : "";
    return answer(`${label} ${shown}${more}${done.length === 1 ? "" : ` (${done.length} lines, the first named)`}.`, done[0]?.seq ?? null);
  });
}

function toldUpTo(lines: readonly ReadLine<EntryKind>[], words: (line: ReadLine<EntryKind>) => string): CustodyAnswer[] {
  const told = lines.slice(0, actsTold).map((line) => answer(words(line), line.seq));
  return lines.length > actsTold ? [...told, answer(`and ${lines.length - actsTold} further lines, which the ledger has.`, null)] : told;
}

function readingWords(line: ReadLine<EntryKind>): string {
  if (line.kind !== "analysis.recorded") return "";
  const { ground, outcome } = line.data;
  return `At ${stampWords(line.at)}: ${ground.analyser} ${ground.version} ${outcome.state === "done" ? "read it" : "could not read it"} (${ground.decoder}).`;
}

const ways: readonly { readonly kind: EntryKind; readonly words: string }[] = [
  { kind: "copy.made", words: "A copy of the case was made" },
  { kind: "pack.sealed", words: "A pack of the case was sealed" },
  { kind: "edition.sealed", words: "An edition of the case was sealed" },
  { kind: "edition.disclosed", words: "An edition was handed to somebody" },
];

async function wentTo(reader: CaseReader): Promise<CustodyAnswer[]> {
  const rows = await reader.views.db
    .selectFrom("entry")
    .select(["seq", "kind", "at"])
    .where(
      "kind",
      "in",
      ways.map(({ kind }) => kind),
    )
    .orderBy("seq")
    .execute();
  return rows.map(({ seq, kind, at }) =>
    answer(`${ways.find((way) => way.kind === kind)?.words ?? kind}, at ${at === null ? "a time that is withheld" : stampWords(at)}.`, seq),
  );
}

async function lastCheckOf(reader: CaseReader, object: Digest): Promise<CustodyAnswer> {
  const row = await reader.views.db
    .selectFrom("entry")
    .select(["seq", "kind", "at", "by", "body", "open"])
    .where("kind", "=", "fixity.checked")
    .orderBy("seq", "desc")
    .executeTakeFirst();
  return lastCheck(row, object);
}

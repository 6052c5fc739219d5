/**
 * The six questions that WITNESS asks of whoever hands over a video, answered from the ledger and from nothing else: who had it,
 * when, how it was got, from where, what was done with it, where it is kept. What no line says is said to be unknown.
 */
import type { EntryKind } from "../../core/entry/entry.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { CustodyAnswer, CustodyAnswers } from "../../core/report/report-item.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemProvenance } from "../item-provenance.ts";
import { readLineRow, type ReadLine } from "./entry-lines.ts";
import { lastCheck } from "./last-check.ts";

/** What was done is told line by line up to here; beyond it is counted. */
const actsTold = 40;
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
  const outer = provenance.unpackedFrom;
  return {
    who: [
      answer(
        brought === undefined ? "No line here says who collected it." : `${labelOf(brought.by)} brought it into the case.`,
        brought?.seq ?? null,
      ),
      ...lines.filter(({ kind }) => kind === "item.attributed").map((line) => answer("Who posted, gave or filmed it is stated.", line.seq)),
    ],
    when: [
      answer(
        provenance.collectedAt === undefined
          ? "When it was collected is not known."
          : `Collected at ${provenance.collectedAt} by the clock of the machine (${provenance.clockSource}).`,
        provenance.seq,
      ),
      answer(
        provenance.fileWrittenAt === "unknown"
          ? "The source file had no date of its own."
          : `The source file was written at ${provenance.fileWrittenAt}; that is no time of filming.`,
        provenance.seq,
      ),
    ],
    how: [answer(`By ${provenance.method}, with ${provenance.program}.`, provenance.seq)],
    fromWhere: [
      answer(
        outer === undefined
          ? `From ${provenance.from}.`
          : `It came out of ${outer.item}, at ${outer.where}; that came from ${provenance.from}.`,
        provenance.seq,
      ),
      ...(provenance.noted === undefined
        ? []
        : [answer(`Noted as a link by ${labelOf(provenance.noted.byName)} at ${provenance.noted.at}.`, provenance.noted.seq)]),
    ],
    whatWasDone: [...doneWith(lines), ...(bare === 0 ? [] : [answer(`${bare} further lines about it are withheld or erased here.`, null)])],
    whereKept: await whereKept(reader, row.held === 1, row.object),
  };
}

function answer(text: string, line: number | null): CustodyAnswer {
  return { text, line };
}

function doneWith(lines: readonly ReadLine<EntryKind>[]): CustodyAnswer[] {
  const acts = lines.filter(({ kind }) => !looks.has(kind));
  const told = acts.slice(0, actsTold).map((line) => answer(`${line.at}: ${kindWords(line)}`, line.seq));
  return acts.length > actsTold ? [...told, answer(`and ${acts.length - actsTold} further acts, which the ledger lists.`, null)] : told;
}

/** Without the sealed words of a line: who gave a thing, and what it was called, stands where the edition says so. */
function kindWords(line: ReadLine<EntryKind>): string {
  if (line.kind === "analysis.recorded") {
    const { ground, outcome } = line.data;
    return `${ground.analyser} ${ground.version} ${outcome.state === "done" ? "read it" : "could not read it"} (${ground.decoder}).`;
  }
  return `${line.kind.replace(/[.-]/g, " ")}.`;
}

async function whereKept(reader: CaseReader, held: boolean, object: string | null): Promise<CustodyAnswer[]> {
  const rows = await reader.views.db
    .selectFrom("entry")
    .select(["seq", "kind", "at"])
    .where("kind", "in", ["copy.made", "pack.sealed", "edition.sealed", "edition.disclosed"])
    .orderBy("seq")
    .execute();
  const checked = await reader.views.db
    .selectFrom("entry")
    .select(["seq", "kind", "at", "by", "body", "open"])
    .where("kind", "=", "fixity.checked")
    .orderBy("seq", "desc")
    .executeTakeFirst();
  return [
    answer(held && object !== null ? "Its bytes lie in the case, named by their SHA-256." : "Its bytes are not in this case.", null),
    ...(object === null ? [] : [lastCheck(checked, object as Digest)]),
    ...rows.map(({ seq, kind, at }) => answer(`${kind.replace(/[.-]/g, " ")} at ${at ?? "a time that is withheld"}.`, seq)),
  ];
}

/**
 * Marks words that a public edition does not say, or changes which. The words are read anew from the version of the text that the
 * person saw: what they did not see is not marked. The mark itself is an object; its line names it.
 */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { TextSpan } from "../core/claim/text-span.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";
import { selectorOf } from "../core/redaction/anchor-words.ts";
import type { RedactionId, RedactionReason } from "../core/redaction/redaction.ts";
import { placeKey, WordsMark, type WordsPlace } from "../core/redaction/words-mark.ts";
import type { SubjectId } from "../core/subject/subject.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason } from "./event-ports.ts";
import { once } from "./once.ts";
import { demandLabel, demandOriginal, demandRedaction, type RedactionPorts, refuseOther } from "./redaction-ports.ts";
import { createSealing } from "./sealing.ts";

export interface WantedWords {
  /** Absent for a new one. */
  readonly redaction?: RedactionId | undefined;
  readonly item: ItemId;
  readonly place: WordsPlace;
  /** The version that the person saw. */
  readonly reading: Digest;
  readonly span: TextSpan;
  /** The words as the person saw them. */
  readonly exact: string;
  readonly cause: RedactionReason;
  readonly subject: SubjectId | null;
  /** Demanded where one is changed. */
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID naming what was expected, ITEM_UNKNOWN. */
export async function markWords(ports: RedactionPorts, viewer: Viewer, wanted: WantedWords): Promise<{ id: RedactionId; seq: number }> {
  demand(viewer, "append");
  const { redaction, item, cause, subject, reason } = wanted;
  const thing = redaction === undefined ? `new mark on words of ${item}` : `mark ${redaction}`;
  if (redaction !== undefined) demandReason(thing, reason);
  const { object } = await demandOriginal(ports, item);
  const mark: WordsMark = { sort: await sortOf(ports, thing, wanted), reason: cause, subject };
  const staged = await ports.vault.stage(once(encodeUtf8(`${canonicalJson(mark as unknown as Json)}\n`)));
  await ports.vault.commit([staged]);
  const { sealOrNull, opens } = createSealing(ports.writer);
  const data = { item, object, mark: staged.digest, cause, subject, reason: sealOrNull(reason.trim() === "" ? null : reason.trim()) };
  let id: RedactionId = redaction ?? "rm1";
  const [line] = await ports.writer.append(async (numbers) => {
    if (redaction === undefined) id = numbers.next("rm");
    else refuseOther(thing, await demandRedaction(ports, redaction), { item, words: true });
    await demandLabel(ports, thing, subject);
    return [{ kind: "redaction.marked", data: { redaction: id, ...data }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}

async function sortOf(
  { redactions }: RedactionPorts,
  thing: string,
  { item, place, reading, span, exact }: WantedWords,
): Promise<WordsMark["sort"]> {
  const key = placeKey(place);
  const found = await (await redactions.texts(item)).textOf(place);
  if (found === undefined)
    throw new CaseError("INPUT_INVALID", `${thing}: expected a text of ${item} that this copy holds; found none that is ${key}`);
  if (found.reading !== reading)
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected ${key} as it is now; found another version of it. Read it again, and mark there.`,
    );
  const { start, end } = span;
  const said = end > start && end <= found.text.length ? found.text.slice(start, end) : "";
  if (said !== exact)
    throw new CaseError("INPUT_INVALID", `${thing}: expected the words that stand at ${start} to ${end} in ${key}; found others`);
  if (!said.isWellFormed()) throw new CaseError("INPUT_INVALID", `${thing}: expected whole characters; found half of one at an end`);
  if (said.trim() === "") throw new CaseError("INPUT_INVALID", `${thing}: expected words; found nothing but space`);
  const { data: sort } = WordsMark.shape.sort.safeParse({ what: "words", place, reading, ...selectorOf(found.text, span) });
  if (sort === undefined)
    throw new CaseError("INPUT_INVALID", `${thing}: expected at most 20000 characters; found ${said.length}. Mark it in parts.`);
  return sort;
}

/**
 * Records, signed, that somebody read the whole of texts of an item and found no name, handle, place or number in them unmarked. Only
 * who made, changed and took back none of the marks on its words may say so, and only of the versions and marks that they were shown.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import { type ReadText, textFault } from "../core/redaction/text-standing.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandOriginal, type RedactionPorts, type TextsKnown } from "./redaction-ports.ts";
import { createSealing } from "./sealing.ts";

export interface WantedTextView {
  readonly item: ItemId;
  readonly texts: readonly ReadText[];
  /** Lines of the marks on words that were shown. */
  readonly marks: readonly number[];
  readonly note: string;
}

/** Throws CaseError NOT_ALLOWED for who made a mark, INPUT_INVALID where texts or marks changed, ITEM_UNKNOWN. */
export async function viewText(
  ports: RedactionPorts,
  viewer: Viewer,
  { item, texts, marks, note }: WantedTextView,
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const thing = `texts of ${item} read whole`;
  const { object } = await demandOriginal(ports, item);
  const { sealOrNull, opens } = createSealing(ports.writer);
  const words = sealOrNull(note.trim() === "" ? null : note.trim());
  const [line] = await ports.writer.append(async () => {
    const known = await ports.redactions.texts(item);
    for (const text of texts) await demandText(thing, item, known, text);
    const layer = await ports.redactions.layer(item, "words");
    const fault = textFault({ object, marks, by: viewer.person }, object, layer);
    if (fault === "mark-unreadable")
      throw new CaseError(
        "INPUT_INVALID",
        `${thing}: expected marks that can be read; found one whose document this copy does not hold. Bring it back, or mark it anew and withdraw that one.`,
      );
    if (fault === "marks-changed")
      throw new CaseError(
        "INPUT_INVALID",
        `${thing}: expected the marks on its words as they stand now; found that they changed since. Read it again.`,
      );
    if (fault === "made-a-mark")
      throw new CaseError(
        "NOT_ALLOWED",
        `${thing}: expected a second person who made none of the marks on its words, changed none and took none back; found one who did. Somebody else has to read it.`,
      );
    const lines = layer.standing.map((mark) => mark.line);
    return [{ kind: "text.viewed", data: { item, object, texts: [...texts], marks: lines, note: words }, opens }];
  });
  return { seq: line?.head.seq ?? 0 };
}

async function demandText(thing: string, item: ItemId, known: TextsKnown, text: ReadText): Promise<void> {
  const refuse = (found: string): never => {
    throw new CaseError("INPUT_INVALID", `${thing}: expected texts of ${item} as they are now; found ${found}. Read it again.`);
  };
  if (text.in === "tier") {
    const tier = known.tiers.find((one) => one.tier === text.tier);
    if (tier === undefined || tier.withdrawn) refuse(`${text.tier}, which is none of its tiers that stand`);
    else if (tier.document !== text.document) refuse(`another version of ${text.tier}`);
    return;
  }
  if (known.reading?.reading !== text.reading) refuse("another reading");
  for (const post of text.posts ?? [])
    if ((await known.textOf({ in: "text", part: { sort: "post", post } })) === undefined) refuse(`post ${post + 1}, which is none of it`);
}

/**
 * Records, signed, that somebody looked at a whole stretch and found no person, plate, reflection or voice in it unmarked. Only who
 * made none of its marks may say so, and only of the marks that they were shown.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import { stretchFault } from "../core/redaction/stretch-standing.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandShown, type RedactionPorts } from "./redaction-ports.ts";
import { createSealing } from "./sealing.ts";

export interface WantedStretch {
  readonly item: ItemId;
  readonly fromS: number;
  readonly toS: number;
  /** Lines of the marks that lay over it while it was looked at. */
  readonly marks: readonly number[];
  readonly note: string;
}

/** Throws CaseError NOT_ALLOWED for who made a mark, INPUT_INVALID where the marks changed meanwhile, ITEM_UNKNOWN. */
export async function viewStretch(
  ports: RedactionPorts,
  viewer: Viewer,
  { item, fromS, toS, marks, note }: WantedStretch,
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const thing = `${item} looked at whole`;
  const { object, kind } = await demandShown(ports, item);
  if (kind === "picture" ? fromS !== 0 || toS !== 0 : toS <= fromS)
    throw new CaseError("INPUT_INVALID", `${thing}: expected a stretch that lasts; found ${fromS} s to ${toS} s`);
  const { sealOrNull, opens } = createSealing(ports.writer);
  const words = sealOrNull(note.trim() === "" ? null : note.trim());
  const [line] = await ports.writer.append(async () => {
    const standing = await ports.redactions.standing(item);
    const fault = stretchFault({ object, marks, by: viewer.person }, object, standing);
    if (fault === "marks-changed")
      throw new CaseError(
        "INPUT_INVALID",
        `${thing}: expected the marks as they stand now; found that they changed since. Look at it again.`,
      );
    if (fault === "made-a-mark")
      throw new CaseError(
        "NOT_ALLOWED",
        `${thing}: expected a second person who made none of its marks; found one who did. Somebody else has to look at it.`,
      );
    const lines = standing.map((mark) => mark.line);
    return [{ kind: "stretch.viewed", data: { item, object, fromS, toS, marks: lines, note: words }, opens }];
  });
  return { seq: line?.head.seq ?? 0 };
}

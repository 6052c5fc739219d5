/**
 * Records, signed, that somebody looked at a whole stretch and found no person, plate, reflection or voice in it unmarked. Only who
 * made, changed and took back none of the item's marks may say so, of one shot at a time, and only of the marks that they were shown.
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

/** An end as it is written down may miss the end of a shot by a frame. */
const slackS = 0.05;

/** Throws CaseError NOT_ALLOWED for who made a mark, INPUT_INVALID where the marks changed or it is no shot's stretch, ITEM_UNKNOWN. */
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
  const shots = await ports.redactions.shots(item);
  if (shots.length === 0)
    throw new CaseError("INPUT_INVALID", `${thing}: expected an item whose length is known; found none. Have it analysed first.`);
  if (!shots.some((shot) => fromS >= shot.fromS - slackS && toS <= shot.toS + slackS))
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected a stretch of one of its ${shots.length} shots; found ${fromS} s to ${toS} s. Each shot is looked at by itself.`,
    );
  const { sealOrNull, opens } = createSealing(ports.writer);
  const words = sealOrNull(note.trim() === "" ? null : note.trim());
  const [line] = await ports.writer.append(async () => {
    const layer = await ports.redactions.layer(item);
    const fault = stretchFault({ object, marks, by: viewer.person }, object, layer);
    if (fault === "mark-unreadable")
      throw new CaseError(
        "INPUT_INVALID",
        `${thing}: expected marks that can be read; found one whose document this copy does not hold. Bring it back, or mark it anew and withdraw that one.`,
      );
    if (fault === "marks-changed")
      throw new CaseError(
        "INPUT_INVALID",
        `${thing}: expected the marks as they stand now; found that they changed since. Look at it again.`,
      );
    if (fault === "made-a-mark")
      throw new CaseError(
        "NOT_ALLOWED",
        `${thing}: expected a second person who made none of its marks, changed none and took none back; found one who did. Somebody else has to look at it.`,
      );
    const lines = layer.standing.map((mark) => mark.line);
    return [{ kind: "stretch.viewed", data: { item, object, fromS, toS, marks: lines, note: words }, opens }];
  });
  return { seq: line?.head.seq ?? 0 };
}

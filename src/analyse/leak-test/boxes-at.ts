/** Where marks lie on a frame, worked out here anew: a test that took the redactor's own answer would repeat its mistakes. */
import type { SecretMedia } from "../../core/edition/leak-test.port.ts";
import type { Box } from "./gray.ts";

export interface MarkedBox {
  /** Name of the mark. */
  readonly label: string;
  readonly box: Box;
}

const slackS = 0.0005;

/** `endS`: when the next frame takes its place. Item time. */
export function boxesAt({ marks }: SecretMedia, { startS, endS }: { readonly startS: number; readonly endS: number }): MarkedBox[] {
  return marks.flatMap(({ redaction, mark: { sort } }): MarkedBox[] => {
    if (sort.what !== "box" || startS > sort.toS + slackS || Math.max(startS, endS - 2 * slackS) < sort.fromS - slackS) return [];
    const { keys } = sort;
    const before = keys.findLast(({ atS }) => atS <= startS) ?? keys[0];
    const after = keys.find(({ atS }) => atS >= startS) ?? keys.at(-1);
    if (before === undefined || after === undefined) return [];
    const share = after.atS > before.atS ? (startS - before.atS) / (after.atS - before.atS) : 0;
    const mix = (side: "x" | "y" | "w" | "h") => before.box[side] * (1 - share) + after.box[side] * share;
    return [{ label: redaction, box: { x: mix("x"), y: mix("y"), w: mix("w"), h: mix("h") } }];
  });
}

/** What was done to a shared picture, as boxes on the two frames: the part that the other one shows, and what lies over it. */
import type { PictureSegment } from "../../core/copies/segment-match.ts";
import type { FrameBox } from "../../core/observation/observation.ts";
import type { ShownBox } from "../bench/box-layer.tsx";
import { t } from "../words/t.ts";

/** A part so near to the whole frame needs no outline. */
const wholeFrom = 985_000;
const isWhole = ({ width, height }: FrameBox): boolean => width >= wholeFrom && height >= wholeFrom;

export function outlinesOf(match: PictureSegment | null): { readonly a: readonly ShownBox[]; readonly b: readonly ShownBox[] } {
  if (match === null) return { a: [], b: [] };
  const part = (key: string, box: FrameBox | "unknown", label: string): ShownBox[] =>
    box === "unknown" || isWhole(box) ? [] : [{ key, label, box, tone: "observed" }];
  const covered = match.covered === "unknown" ? [] : match.covered;
  return {
    a: part("part", match.partOfA, t("copies.box.in-b")),
    b: [
      ...part("part", match.partOfB, t("copies.box.of-a")),
      ...covered.map((box, index): ShownBox => ({ key: `covered-${index}`, label: t("copies.box.covered"), box, tone: "drafted" })),
    ],
  };
}

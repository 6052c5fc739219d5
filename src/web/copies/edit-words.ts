/** What was done to a shared picture, and what a score, a sign and a verdict mean, in words. */
import type { PictureSegment } from "../../core/copies/segment-match.ts";
import { formatNumber, t } from "../words/t.ts";

/** What B does to A's picture, a phrase each, with the figures where they are known. */
export function editPhrases({ edits, turnedDeg, tiltDeg, partOfA, partOfB, covered, speed }: PictureSegment): string[] {
  return edits.map((edit) => {
    const words = t(`picture-edit.${edit}`);
    const share = (box: typeof partOfA): number | undefined =>
      box === "unknown" ? undefined : Math.round((box.width / 1e6) * (box.height / 1e6) * 100);
    if (edit === "turned") return t("copies.edit-turned", { words, deg: turnedDeg });
    if (edit === "tilted" && tiltDeg !== "unknown") return t("copies.edit-tilted", { words, deg: tiltDeg.toFixed(1) });
    if ((edit === "faster" || edit === "slower") && speed !== 1) return t("copies.edit-speed", { words, speed: formatNumber(speed) });
    if (edit === "cropped" && share(partOfA) !== undefined) return t("copies.edit-part", { words, percent: share(partOfA) ?? 0 });
    if ((edit === "bars" || edit === "picture-in-picture") && share(partOfB) !== undefined)
      return t("copies.edit-fills", { words, percent: share(partOfB) ?? 0 });
    if (edit === "covered" && covered !== "unknown") return t("copies.edit-covered", { words, count: covered.length });
    return words;
  });
}

/** A score is a share of segments that were true on calibration material, so it is said as that and never as a certainty. */
export function scoreWords(score: number): string {
  return t("copies.score", { percent: (score * 100).toFixed(score >= 0.95 ? 1 : 0) });
}

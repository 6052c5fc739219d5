/** Namesakes on the map while they are looked at: numbered as in the list, by what the words and the person say of each. */
import type { PlaceCandidate } from "../../reason/place/namesakes.ts";
import type { BenchShape, Tone } from "../map/bench-shapes.ts";
import { t } from "../words/t.ts";
import { type PlaceDraft, samePoint } from "./place-draft.ts";

export function candidateShapes(candidates: readonly PlaceCandidate[], draft: PlaceDraft, chosen: number | undefined): BenchShape[] {
  return candidates.flatMap((candidate, at) => {
    const [point] = candidate.points;
    if (point === undefined) return [];
    const judged = draft.judged?.find((one) => samePoint(one, point))?.standing;
    const standing = judged === undefined ? (candidate.rejected === null ? "open" : "against") : judged;
    return [
      {
        ...({ kind: "point", key: `candidate ${at}`, tone: tones[standing], at: { lat: point.lat, lon: point.lon } } as const),
        radiusM: point.radiusKm * 1000,
        number: String(candidate.rank),
        isChosen: at === chosen,
        title: t("place-bench.candidate-shape", { rank: candidate.rank, name: candidate.listedAs, standing: t(`place-judge.${standing}`) }),
        label: candidate.name,
      },
    ];
  });
}

const tones = { open: "plain", against: "conflict", chosen: "agree", rejected: "conflict", candidate: "plain" } as const satisfies Readonly<
  Record<string, Tone>
>;

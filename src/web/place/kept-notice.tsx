/** Where a kept inference and what is on the screen are not the same although nobody changed it: said, never passed over. */
import type { InferenceDetail } from "../../api/inferences.ts";
import type { PlaceAnswer } from "../../reason/place/answer-place.ts";
import { t } from "../words/t.ts";
import { areaWords } from "./area-words.ts";
import { draftOf } from "./place-draft.ts";

interface KeptNoticeProps {
  readonly kept: InferenceDetail;
  /** What this version answers to the kept problem; undefined while it is changed or not solved. */
  readonly now: PlaceAnswer | undefined;
}

/** Areas that differ by less are the same. */
const sameShare = 0.01;

export function KeptNotice({ kept, now }: KeptNoticeProps) {
  if (kept.problem == null) return <p className="notice is-attention">{t("place-bench.not-held")}</p>;
  if (draftOf(kept.problem) === undefined)
    return <p className="notice is-attention">{t("place-bench.not-readable", { solver: kept.inference.solver })}</p>;
  const before = areasOf(kept.answer as Partial<PlaceAnswer> | null);
  const after = areasOf(now);
  if (before === undefined || after === undefined) return null;
  const isSame =
    before.length === after.length &&
    before.every((area, at) => Math.abs(area - (after[at] ?? 0)) <= sameShare * Math.max(area, after[at] ?? 0));
  if (isSame) return null;
  return (
    <p className="notice is-attention">
      {t("place-bench.answers-differ", {
        solver: kept.inference.solver,
        before: before.map(areaWords).join(", "),
        after: after.map(areaWords).join(", "),
      })}
    </p>
  );
}

function areasOf(answer: Partial<PlaceAnswer> | null | undefined): number[] | undefined {
  return answer?.parses?.map(({ areaKm2 }) => areaKm2);
}

/** Whether a pair waits to be judged, was accepted or rejected, or is to be judged again. */
import type { PairState } from "../../api/copies.ts";
import { type Tone, ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";

const tones: Readonly<Record<PairState, Tone>> = { waiting: "unknown", accepted: "agree", rejected: "conflict", reopened: "narrower" };

export function StateMark({ state }: { state: PairState }) {
  return (
    <span className={`chip tone-${tones[state]}`}>
      <ToneMark tone={tones[state]} />
      {t(`pair-state.${state}`)}
    </span>
  );
}

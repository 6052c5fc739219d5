/** A pair sheet: two frames beside each other under the shield, numbers drawn on both, and what a person makes of them. */
import { useState } from "react";
import type { ScenePairRow, ScenesAnswer } from "../../api/scenes.ts";
import { sceneApi } from "../api-client/scene-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { t } from "../words/t.ts";
import { StaleNotice } from "../work/stale-notice.tsx";
import { PairEditor } from "./pair-editor.tsx";
import { PairFrames } from "./pair-frames.tsx";
import { PairTable } from "./pair-table.tsx";
import { RecordHead } from "./record-head.tsx";
import { SharedStates } from "./shared-states.tsx";
import { VerdictChip } from "./verdict-chip.tsx";

interface PairScreenProps {
  /** Undefined for a new one. */
  readonly id: string | undefined;
  readonly answer: ScenesAnswer;
  readonly changing: boolean;
  readonly onChanging: (changing: boolean) => void;
  readonly onGo: (id: string) => void;
}

export function PairScreen({ id, answer, changing, onChanging, onGo }: PairScreenProps) {
  const pair = answer.pairs.find((one) => one.id === id);
  if (id !== undefined && pair === undefined) return <p className="quiet">{t("subjects.unknown", { id })}</p>;
  if (changing && pair?.withdrawn === undefined)
    return <PairEditor pair={pair} answer={answer} onClose={() => onChanging(false)} onMade={onGo} />;
  return pair === undefined ? null : <Kept pair={pair} onChange={() => onChanging(true)} />;
}

function Kept({ pair, onChange }: { readonly pair: ScenePairRow; readonly onChange: () => void }) {
  const [leaving, setLeaving] = useState(false);
  const [chosen, setChosen] = useState<number | undefined>(pair.sheet === "withheld" ? undefined : pair.sheet.pairs[0]?.number);
  const stands = pair.withdrawn === undefined;
  return (
    <article className={stands ? "record is-wide" : "record is-wide is-withdrawn"}>
      <RecordHead
        record={pair}
        sort={
          <>
            <span className="mono">{t("scenes.pair-of", { a: pair.a, b: pair.b })}</span> <VerdictChip verdict={pair.verdict} />
          </>
        }
        title={pair.reason ?? t("events.withheld")}
        onChange={onChange}
        onWithdraw={() => setLeaving(true)}
      />
      <StaleNotice record={pair.id} />
      <p className="quiet small">{t(pair.verdict === "same" ? "scenes.passes" : "scenes.passes-nothing")}</p>
      {pair.sheet === "withheld" ? (
        <p className="quiet">{t("events.withheld")}</p>
      ) : (
        <>
          <PairFrames a={pair.a} b={pair.b} pairs={pair.sheet.pairs} chosen={chosen} onChoose={setChosen} />
          <PairTable pairs={pair.sheet.pairs} chosen={chosen} onChoose={setChosen} />
          <SharedStates states={pair.sheet.states} />
        </>
      )}
      {leaving ? (
        <ReasonDialog
          title={t("subjects.withdraw-title", { id: pair.id })}
          action={t("events.withdraw")}
          write={(reason) => sceneApi.withdraw({ record: pair.id, reason })}
          said={t("events.written", { id: pair.id })}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </article>
  );
}

/** Says that clips stand where a hand put them, and what can be done with that. */
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import { offsetWords } from "./offset-words.ts";
import type { MovesByHand } from "./use-moves.ts";

export function DraftBar({ byHand, readOnly, onKeep }: { byHand: MovesByHand; readOnly: boolean; onKeep: () => void }) {
  const moved = [...byHand.moves].map(([item, by]) => t("sync.moved-one", { number: item.slice(1), by: offsetWords(by, null) })).join(", ");
  return (
    <div className="draft-bar" role="status">
      <ToneMark tone="narrower" />
      <span>{t("sync.draft", { moved })}</span>
      <button type="button" className="button is-small" disabled={!byHand.canUndo} onClick={byHand.undo}>
        {t("sync.undo")} <kbd>U</kbd>
      </button>
      <button type="button" className="button is-small" onClick={byHand.clear}>
        {t("sync.draft-clear")}
      </button>
      <button type="button" className="button is-small is-main" disabled={readOnly} onClick={onKeep}>
        {t("sync.draft-keep")}
      </button>
    </div>
  );
}

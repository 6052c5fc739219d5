/** What can be drawn, and how it is looked at. */
import type { RedactionAnswer } from "../../api/redactions.ts";
import { useShield } from "../shield/shield.tsx";
import { t } from "../words/t.ts";
import type { Layer } from "./use-layer.ts";

interface DrawBarProps {
  readonly layer: Layer;
  readonly answer: RedactionAnswer;
  readonly narrow: boolean;
  readonly drawing: boolean;
  readonly onDraw: () => void;
  readonly filled: boolean;
  readonly onFilled: (filled: boolean) => void;
}

/** Where a box lies that nobody drew with a pointer: the middle, to be moved by keys or typed. */
const middle = { x: 0.4, y: 0.4, w: 0.2, h: 0.2 };

export function DrawBar({ layer, answer, narrow, drawing, onDraw, filled, onFilled }: DrawBarProps) {
  const shield = useShield();
  const { draft, step, atS } = layer;
  const hasTone = draft.marks.some(({ mark: { sort } }) => sort.what === "sound" && sort.how === "tone");
  const revealed = shield.isRevealed(answer.item);
  return (
    <div className="draw-bar button-row">
      {narrow ? null : (
        <>
          {answer.kind === "sound" ? null : (
            <>
              <button type="button" className="button" aria-pressed={drawing} disabled={!revealed || atS === null} onClick={onDraw}>
                {t("redact.draw")} <kbd>D</kbd>
              </button>
              <button type="button" className="button" disabled={atS === null} onClick={() => layer.addBox(middle)}>
                {t("redact.draw-middle")}
              </button>
            </>
          )}
          {answer.kind === "picture" ? null : (
            <button type="button" className="button" onClick={() => layer.addSound("mute")} title={t("redact.sound-how")}>
              {t("redact.sound")} <kbd>U</kbd>
            </button>
          )}
          <button type="button" className="button" disabled={draft.past.length === 0} onClick={() => step({ do: "undo" })}>
            {t("redact.undo")}
          </button>
          <button type="button" className="button" disabled={draft.future.length === 0} onClick={() => step({ do: "redo" })}>
            {t("redact.redo")}
          </button>
        </>
      )}
      <label className="check">
        <input type="checkbox" checked={filled} onChange={(event) => onFilled(event.target.checked)} />
        {t(answer.kind === "sound" ? "redact.preview-sound" : "redact.preview")} <kbd>P</kbd>
      </label>
      {filled && hasTone ? <span className="small quiet">{t("redact.tone-is-silent")}</span> : null}
      {drawing ? <span className="small tone-narrower">{t("redact.drawing")}</span> : null}
    </div>
  );
}

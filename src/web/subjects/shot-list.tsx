/**
 * Shots of an item in the order of time, numbered over those that stand; taken back ones keep their place without a number. One of them
 * is chosen, and is moved, parted, joined and taken back by buttons and by the keys that segments of a tier have.
 */
import { useState } from "react";
import type { ShotRow } from "../../api/subjects.ts";
import type { ItemId } from "../../core/item/item.ts";
import { useCase } from "../api-client/case-queries.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { useKeys } from "../keys/use-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { secondsWords } from "../parts/ground-seconds.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { ItemMoment } from "./item-moment.tsx";
import { ShotDialog } from "./shot-dialog.tsx";
import { ShotDraftBar } from "./shot-draft-bar.tsx";
import { ShotJoinDialog, ShotSplitDialog } from "./shot-parts-dialogs.tsx";
import { moved, movedEnd, movedStart, shotOfSpan } from "./shot-span.ts";
import { shotKeys } from "./subjects-keys.ts";
import { useShotCorrecting } from "./use-shot-correcting.ts";

type Asked = "move" | "change" | "split" | "join" | "withdraw";

export function ShotList({ item, shots }: { readonly item: ItemId; readonly shots: readonly ShotRow[] }) {
  const correcting = useShotCorrecting(item, shots);
  const { chosen, draft, undoing } = correcting;
  const [asked, setAsked] = useState<Asked>();
  const readOnly = useCase().data?.readOnly === true;
  const standing = shots.filter(({ number }) => number !== null);
  const at = standing.findIndex(({ id }) => id === chosen?.id);
  const next = standing[at + 1];
  const go = (by: number): void => {
    const one = standing[at + by];
    if (one !== undefined) correcting.choose(one.id);
  };
  const ask = (what: Asked): void => {
    if (chosen === undefined || readOnly || (what === "move" && draft === undefined) || (what === "join" && next === undefined)) return;
    setAsked(what);
  };
  const nudge = (by: number): void => correcting.change((span, step) => moved(span, by * step));
  useKeys(
    shotKeys,
    {
      previous: () => go(-1),
      next: () => go(1),
      back: () => nudge(-1),
      on: () => nudge(1),
      secondBack: () => correcting.change((span) => moved(span, -1)),
      secondOn: () => correcting.change((span) => moved(span, 1)),
      tenMsBack: () => correcting.change((span) => moved(span, -0.01)),
      tenMsOn: () => correcting.change((span) => moved(span, 0.01)),
      startBack: () => correcting.change((span, step) => movedStart(span, -step)),
      startOn: () => correcting.change((span, step) => movedStart(span, step)),
      endBack: () => correcting.change((span, step) => movedEnd(span, -step)),
      endOn: () => correcting.change((span, step) => movedEnd(span, step)),
      edit: () => ask("change"),
      split: () => ask("split"),
      join: () => ask("join"),
      remove: () => ask("withdraw"),
      write: () => ask("move"),
      undo: correcting.undo,
    },
    { enabled: standing.length > 0 && !readOnly },
  );
  if (shots.length === 0) return <p className="quiet">{t("shots.none")}</p>;
  const close = (): void => setAsked(undefined);
  return (
    <>
      {standing.length === 0 || readOnly ? null : <ShotDraftBar correcting={correcting} onWrite={() => ask("move")} />}
      {undoing.error === null ? null : <ErrorNotice error={undoing.error} />}
      <ul className="record-lines">
        {shots.map((shot) => (
          <ShotLine
            key={shot.id}
            shot={shot}
            isChosen={shot.id === chosen?.id && !readOnly}
            canJoin={next !== undefined}
            onChoose={() => correcting.choose(shot.id)}
            onAsk={ask}
          />
        ))}
      </ul>
      {chosen === undefined ? null : asked === "withdraw" ? (
        <ReasonDialog
          title={t("subjects.withdraw-title", { id: chosen.id })}
          action={t("events.withdraw")}
          write={(reason) => correcting.correct({ counted: [], withdrawn: [chosen.id], reason })}
          said={t("events.written", { id: chosen.id })}
          onClose={close}
        />
      ) : asked === "move" && draft !== undefined ? (
        <ReasonDialog
          title={t("shots.move-title", { id: chosen.id })}
          action={t("events.save")}
          write={(reason) =>
            correcting.correct({ counted: [{ shot: chosen.id, like: chosen.id, ...shotOfSpan(draft) }], withdrawn: [], reason })
          }
          said={t("events.written", { id: chosen.id })}
          onClose={close}
        />
      ) : asked === "split" ? (
        <ShotSplitDialog shot={chosen} correct={correcting.correct} onClose={close} />
      ) : asked === "join" && next !== undefined ? (
        <ShotJoinDialog first={chosen} second={next} correct={correcting.correct} onClose={close} />
      ) : asked === "change" ? (
        <ShotDialog item={item} shot={chosen} onChanged={correcting.changedWhole} onClose={close} />
      ) : null}
    </>
  );
}

interface ShotLineProps {
  readonly shot: ShotRow;
  readonly isChosen: boolean;
  readonly canJoin: boolean;
  readonly onChoose: () => void;
  readonly onAsk: (what: Asked) => void;
}

function ShotLine({ shot, isChosen, canJoin, onChoose, onAsk }: ShotLineProps) {
  const stands = shot.number !== null;
  return (
    <li className={stands ? (isChosen ? "shot-line is-chosen" : "shot-line") : "is-withdrawn"} data-shot={shot.id}>
      <p className="record-line-head">
        {stands ? (
          <button type="button" className="button is-small" aria-pressed={isChosen} title={t("shots.choose")} onClick={onChoose}>
            {t("shots.number", { number: shot.number ?? 0 })}
          </button>
        ) : (
          <strong>–</strong>
        )}
        <span className="mono quiet">{shot.id}</span>
        <ItemMoment item={shot.item} fromS={shot.atS} />
        <span className="mono">{t("shots.error-of", { error: shot.plusMinusS })}</span>
        <span className="quiet small">{t(`shots.channel.${shot.channel}`)}</span>
      </p>
      <p className="small">
        <IsolatedText text={shot.words} />{" "}
        <span className="quiet">
          {shot.basis.by === "observation"
            ? t("shots.by-observation", { record: shot.basis.observation })
            : t("shots.by-sound", { at: secondsWords(shot.basis.atS) })}
        </span>
      </p>
      {shot.reason === null || !stands ? null : (
        <p className="quiet small">
          <IsolatedText text={t("shots.corrected-because", { reason: shot.reason })} />
        </p>
      )}
      {shot.withdrawn === undefined ? null : (
        <p className="small">
          <IsolatedText text={t("events.withdrawn-because", { reason: shot.withdrawn })} />
        </p>
      )}
      {isChosen ? (
        <p className="button-row" role="group" aria-label={t("shots.acts", { id: shot.id })}>
          {(["change", "split", "join", "withdraw"] as const).map((what) => (
            <button
              key={what}
              type="button"
              className="button is-small"
              disabled={what === "join" && !canJoin}
              title={t(`shots.act-means.${what}`)}
              onClick={() => onAsk(what)}
            >
              {t(`shots.act.${what}`)}
            </button>
          ))}
        </p>
      ) : null}
    </li>
  );
}

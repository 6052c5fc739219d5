/** Sync marks: the one in the making, and those that stand or were withdrawn. */
import { useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { SyncMarkRow } from "../../api/sync.ts";
import { SyncMarkSort } from "../../core/sync/sync-mark.ts";
import { syncApi } from "../api-client/sync-api.ts";
import { formatClock } from "../bench/frame-clock.ts";
import { useWriting } from "../events/event-queries.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";
import { type DraftMark, pointsToWrite } from "./use-draft-mark.ts";

interface MarksTabProps {
  readonly draft: DraftMark;
  readonly details: readonly ItemDetail[];
  readonly marks: readonly SyncMarkRow[];
  readonly readOnly: boolean;
}

export function MarksTab({ draft, details, marks, readOnly }: MarksTabProps) {
  const [withdrawing, setWithdrawing] = useState<SyncMarkRow>();
  const here = marks.filter(({ points }) => points.some(({ item }) => details.some(({ row }) => row.id === item)));
  return (
    <div className="tab-stack">
      <DraftForm draft={draft} details={details} readOnly={readOnly} />
      <section className="record-part" aria-label={t("sync.marks")}>
        <h3>{t("sync.marks")}</h3>
        {here.length === 0 ? <p className="quiet">{t("sync.marks-none")}</p> : null}
        <ul className="sync-pairs">
          {here.map((mark) => (
            <li key={mark.id} className={mark.withdrawn === undefined ? "sync-pair" : "sync-pair is-withdrawn"} data-mark={mark.id}>
              <p className="sync-pair-head">
                <b>{mark.id}</b> <span className="sign">{t(`sync.sort.${mark.sort}`)}</span>
                <span className="quiet small">{mark.byName}</span>
              </p>
              <p className="small">
                {mark.points.map(({ item, atS, plusMinusS, channel }) => (
                  <span key={item} className="mark-point">
                    {t("sync.mark-point", { number: item.slice(1), clock: formatClock(Number(atS)), pm: plusMinusS })}{" "}
                    <span className="quiet">{t(`sync.channel.${channel}`)}</span>
                  </span>
                ))}
              </p>
              {mark.text === "" ? null : (
                <p>
                  <IsolatedText text={mark.text} />
                </p>
              )}
              {mark.withdrawn === undefined ? (
                <button type="button" className="button is-small" disabled={readOnly} onClick={() => setWithdrawing(mark)}>
                  {t("sync.mark-withdraw")}
                </button>
              ) : (
                <p className="small quiet">{t("sync.mark-withdrawn", { reason: mark.withdrawn })}</p>
              )}
            </li>
          ))}
        </ul>
      </section>
      {withdrawing === undefined ? null : <WithdrawDialog mark={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </div>
  );
}

function DraftForm({ draft, details, readOnly }: Pick<MarksTabProps, "draft" | "details" | "readOnly">) {
  const [sort, setSort] = useState<SyncMarkSort>("flash");
  const [text, setText] = useState("");
  const points = pointsToWrite(draft.points, details);
  const writing = useWriting(
    () => syncApi.makeMark({ sort, points: points ?? [], text: text.trim() }),
    ({ id }) => t("sync.mark-made", { id }),
    () => {
      draft.clear();
      setText("");
    },
  );
  return (
    <form
      className="form-stack record-part"
      aria-label={t("sync.mark-new")}
      onSubmit={(event) => {
        event.preventDefault();
        if (points !== undefined && !writing.isPending) writing.mutate(undefined);
      }}
    >
      <h3>{t("sync.mark-new")}</h3>
      <p className="quiet small">{t("sync.mark-how")}</p>
      <ul className="draft-points">
        {draft.points.map(({ item, atSec, channel, plusMinus }) => (
          <li key={item}>
            <span>
              <b>{item.slice(1)}</b> <span className="mono">{formatClock(atSec)}</span>
            </span>
            <select
              className="field is-small"
              aria-label={t("sync.mark-channel", { number: item.slice(1) })}
              value={channel}
              onChange={(event) => draft.change(item, { channel: event.target.value as "picture" | "sound" })}
            >
              <option value="picture">{t("sync.channel.picture")}</option>
              <option value="sound">{t("sync.channel.sound")}</option>
            </select>
            <label className="mark-error">
              ± <span className="visually-hidden">{t("sync.mark-error", { number: item.slice(1) })}</span>
              <input
                className="field is-small"
                inputMode="decimal"
                value={plusMinus}
                onChange={(event) => draft.change(item, { plusMinus: event.target.value })}
              />{" "}
              s
            </label>
            <button
              type="button"
              className="button is-small is-bare"
              aria-label={t("sync.point-remove", { number: item.slice(1) })}
              onClick={() => draft.remove(item)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {draft.points.length === 0 ? null : (
        <>
          <label className="label">
            <span>{t("sync.mark-sort")}</span>
            <select className="field" value={sort} onChange={(event) => setSort(event.target.value as SyncMarkSort)}>
              {SyncMarkSort.options.map((option) => (
                <option key={option} value={option}>
                  {t(`sync.sort.${option}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="label">
            <span>{t("sync.mark-text")}</span>
            <input className="field" value={text} maxLength={5000} onChange={(event) => setText(event.target.value)} />
          </label>
          {writing.error === null ? null : <ErrorNotice error={writing.error} />}
          <div className="button-row">
            <button type="submit" className="button is-small is-main" disabled={readOnly || points === undefined || writing.isPending}>
              {t("sync.mark-write", { count: draft.points.length })}
            </button>
            <button type="button" className="button is-small" onClick={draft.clear}>
              {t("sync.mark-clear")}
            </button>
          </div>
        </>
      )}
    </form>
  );
}

function WithdrawDialog({ mark, onClose }: { mark: SyncMarkRow; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const writing = useWriting(
    () => syncApi.withdrawMark({ mark: mark.id, reason: reason.trim() }),
    () => t("sync.mark-gone", { id: mark.id }),
    onClose,
  );
  return (
    <WritingDialog
      title={t("sync.mark-withdraw-title", { id: mark.id })}
      action={t("sync.mark-withdraw")}
      writing={writing}
      write={reason.trim() === "" ? undefined : () => writing.mutate(undefined)}
      onClose={onClose}
    >
      <label className="label">
        <span>{t("events.reason")}</span>
        <textarea className="field" data-autofocus value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} />
      </label>
    </WritingDialog>
  );
}

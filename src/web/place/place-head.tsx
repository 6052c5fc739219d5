/** The line above the bench: what is open, whether it is kept as it stands, and what can be done with it as a whole. */
import { useState } from "react";
import type { InferenceDetail } from "../../api/inferences.ts";
import { inferenceApi } from "../api-client/inference-api.ts";
import { HistoryList } from "../events/history-list.tsx";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { StaleMark } from "../work/stale-mark.tsx";
import { StateMark } from "./inference-list.tsx";

interface PlaceHeadProps {
  readonly kept: InferenceDetail | undefined;
  /** Of a phrase as it stands: how many of its readings leave an area. */
  readonly readings: { readonly left: number; readonly all: number } | undefined;
  readonly isChanged: boolean;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  /** Undefined while there is nothing to keep or to write out. */
  readonly onKeep: (() => void) | undefined;
  readonly onExport: (() => void) | undefined;
  readonly framePane: { readonly isShown: boolean; toggle(): void } | undefined;
}

export function PlaceHead({ kept, readings, isChanged, undo, redo, onKeep, onExport, framePane }: PlaceHeadProps) {
  const [open, setOpen] = useState<"history" | "withdraw">();
  const row = kept?.inference;
  return (
    <header className="place-head">
      <Link to="/place">{t("place-bench.all")}</Link>
      <h1>
        {row === undefined ? (
          t("place-bench.new-title")
        ) : (
          <>
            <span className="mono quiet">{row.id}</span> <IsolatedText text={row.title} />
          </>
        )}
      </h1>
      {readings !== undefined && readings.all > 0 ? (
        <span className="chip">
          <ToneMark tone={readings.left === 0 ? "conflict" : readings.left < readings.all ? "narrower" : "agree"} />
          {t("place-bench.readings-left", { count: readings.left, all: readings.all })}
        </span>
      ) : row === undefined ? null : (
        <StateMark row={row} />
      )}
      {row?.withdrawn === undefined ? null : (
        <span className="sign">
          {t("events.withdrawn")}: <IsolatedText text={row.withdrawn} />
        </span>
      )}
      {row?.about == null ? null : (
        <Link to={row.about.startsWith("e") ? `/events/${row.about}` : `/items/${row.about}`}>
          {t("place-bench.about-record", { record: row.about })}
        </Link>
      )}
      {row === undefined ? null : <StaleMark record={row.id} />}
      <span className="quiet small place-head-state" data-testid="draft-state">
        {t(isChanged ? "place-bench.not-kept" : row === undefined ? "place-bench.nothing-kept" : "place-bench.is-kept")}
      </span>
      <span className="place-head-acts">
        {framePane === undefined ? null : (
          <button type="button" className="button is-small" aria-pressed={framePane.isShown} onClick={framePane.toggle}>
            {t("place-bench.frame")}
          </button>
        )}
        <button type="button" className="button is-small" disabled={undo === undefined} onClick={undo}>
          {t("place-bench.undo")}
        </button>
        <button type="button" className="button is-small" disabled={redo === undefined} onClick={redo}>
          {t("place-bench.redo")}
        </button>
        {row === undefined ? null : (
          <button type="button" className="button is-small" onClick={() => setOpen("history")}>
            {t("events.history")}
          </button>
        )}
        <button type="button" className="button is-small" disabled={onExport === undefined} onClick={onExport}>
          {t("place-bench.export")}
        </button>
        {row === undefined || row.withdrawn !== undefined ? null : (
          <button type="button" className="button is-small" onClick={() => setOpen("withdraw")}>
            {t("place-bench.withdraw")}
          </button>
        )}
        <button type="button" className="button is-main is-small" disabled={onKeep === undefined} onClick={onKeep}>
          {t("place-bench.keep")}
        </button>
      </span>
      {open === "history" && kept !== undefined ? (
        <Dialog title={t("events.history")} onClose={() => setOpen(undefined)}>
          <HistoryList history={kept.history} />
        </Dialog>
      ) : null}
      {open === "withdraw" && row !== undefined ? (
        <ReasonDialog
          title={t("place-bench.withdraw-title", { id: row.id })}
          action={t("place-bench.withdraw")}
          write={(reason) => inferenceApi.withdraw(row.id, reason)}
          said={t("place-bench.withdrawn-said", { id: row.id })}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </header>
  );
}

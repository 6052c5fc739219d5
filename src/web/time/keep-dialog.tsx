/** Keeps the problem and what the reasoner says to it, as an inference of the case; a change needs its reason. */
import { useState } from "react";
import type { InferenceId } from "../../core/inference/inference.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { StatedOf } from "../../core/place/place-statement.ts";
import { inferenceApi } from "../api-client/inference-api.ts";
import { useEvents, useWriting } from "../events/event-queries.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import type { TimeDraft } from "./time-draft.ts";

interface KeepDialogProps {
  readonly draft: TimeDraft;
  /** Undefined for a new one. */
  readonly inference: InferenceId | undefined;
  /** Whose clock the screen goes by. */
  readonly zone: string;
  readonly droppedCount: number;
  readonly onKept: (id: InferenceId, draft: TimeDraft) => void;
  readonly onClose: () => void;
}

export function KeepDialog({ draft, inference, zone, droppedCount, onKept, onClose }: KeepDialogProps) {
  const events = useEvents().data?.events ?? [];
  const [title, setTitle] = useState(draft.title);
  const [about, setAbout] = useState(draft.about);
  const [reason, setReason] = useState("");
  const problem = { ...draft.problem, title: title.trim(), displayZone: zone };
  const kept: TimeDraft = { title: title.trim(), about, problem };
  const keeping = useWriting(
    () =>
      inferenceApi.keep({
        ...(inference === undefined ? {} : { inference }),
        sort: "time",
        title: kept.title,
        about: about === "" ? null : (about as StatedOf),
        items: citedItems(draft),
        problem: kept.problem,
        reason: reason.trim(),
      }),
    ({ id }) => t("time-bench.kept", { id }),
    ({ id }) => onKept(id, kept),
  );
  const isReady = title.trim() !== "" && (inference === undefined || reason.trim() !== "");
  return (
    <Dialog title={t(inference === undefined ? "time-bench.keep-new" : "time-bench.keep-change")} onClose={onClose}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) keeping.mutate(undefined);
        }}
      >
        <p className="quiet">{t("time-bench.keep-how")}</p>
        {droppedCount > 0 ? <p className="tone-narrower small">{t("time-bench.keep-dropped", { count: droppedCount })}</p> : null}
        <label className="label">
          <span>{t("time-bench.keep-title")}</span>
          <input className="field" data-autofocus value={title} maxLength={500} onChange={(event) => setTitle(event.target.value)} />
        </label>
        <label className="label">
          <span>{t("time-bench.keep-about")}</span>
          <select className="field" value={about} onChange={(event) => setAbout(event.target.value)}>
            <option value="">{t("time-bench.keep-about-none")}</option>
            {events
              .filter(({ withdrawn }) => withdrawn === undefined)
              .map(({ id, title: words }) => (
                <option key={id} value={id}>
                  {`${id} · ${words.slice(0, 100)}`}
                </option>
              ))}
          </select>
        </label>
        {inference === undefined ? null : (
          <label className="label">
            <span>{t("events.reason")}</span>
            <textarea className="field" value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} />
          </label>
        )}
        {keeping.error === null ? null : <ErrorNotice error={keeping.error} />}
        <button type="submit" className="button is-main" disabled={!isReady || keeping.isPending}>
          {t("time-bench.keep")}
        </button>
      </form>
    </Dialog>
  );
}

/** Items that statements cite: where they are looked at, the inference is listed. */
function citedItems({ problem }: TimeDraft): ItemId[] {
  const cited = problem.statements.flatMap(({ cites = [] }) => cites.filter((id) => /^i[1-9]\d*$/.test(id)));
  return [...new Set(cited)].slice(0, 500) as ItemId[];
}

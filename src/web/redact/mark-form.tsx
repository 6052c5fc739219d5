/** The chosen mark: why, whom, from when to when, where on this frame, followed forward or backward; kept or let go of. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RedactionAnswer } from "../../api/redactions.ts";
import { boxAt } from "../../core/redaction/box-at.ts";
import { type RedactionMark, RedactionReason } from "../../core/redaction/redaction.ts";
import type { SubjectId } from "../../core/subject/subject.ts";
import { redactionApi } from "../api-client/redaction-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { useSubjects } from "../api-client/subject-api.ts";
import { formatClock } from "../bench/frame-clock.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import { BoxPercent } from "./box-percent.tsx";
import { FollowPart } from "./follow-part.tsx";
import { isChanged } from "./layer-draft.ts";
import { type Layer, nameOf } from "./use-layer.ts";

interface MarkFormProps {
  readonly answer: RedactionAnswer;
  readonly layer: Layer;
}

export function MarkForm({ answer, layer }: MarkFormProps) {
  const { chosen, step, atS } = layer;
  const subjects = useSubjects();
  if (chosen === undefined) return <p className="quiet small">{t("redact.none-chosen")}</p>;
  const { mark, key } = chosen;
  const { sort } = mark;
  const change = (next: RedactionMark): void => step({ do: "change", key, mark: next });
  const persons = (subjects.data?.subjects ?? []).filter((one) => one.item === answer.item && one.withdrawn === undefined);
  const labels = [...new Set([...persons.map(({ id }) => id), ...(mark.subject === null ? [] : [mark.subject])])];
  const moving = answer.kind !== "picture";
  const here = atS === null ? undefined : sort.what === "box" ? boxAt(sort, { startS: atS, endS: atS + 0.001 }) : undefined;
  return (
    <section className="mark-form form-stack" aria-label={t("redact.form", { name: nameOf(chosen) })}>
      <h2>{t("redact.form", { name: nameOf(chosen) })}</h2>
      <span className="field-pair">
        <label>
          <span className="quiet">{t("redact.reason")}</span>
          <select
            className="field"
            value={mark.reason}
            onChange={(event) => change({ ...mark, reason: RedactionReason.parse(event.target.value) })}
          >
            {RedactionReason.options.map((reason) => (
              <option key={reason} value={reason}>
                {t(`redact.reason.${reason}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="quiet">{t("redact.subject")}</span>
          <select
            className="field"
            value={mark.subject ?? ""}
            onChange={(event) => change({ ...mark, subject: event.target.value === "" ? null : (event.target.value as SubjectId) })}
          >
            <option value="">{t("redact.subject.none")}</option>
            {labels.map((id) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </select>
        </label>
      </span>
      {sort.what === "sound" ? (
        <label>
          <span className="quiet">{t("redact.how")}</span>
          <select
            className="field"
            value={sort.how}
            onChange={(event) => change({ ...mark, sort: { ...sort, how: event.target.value === "tone" ? "tone" : "mute" } })}
          >
            <option value="mute">{t("redact.how.mute")}</option>
            <option value="tone">{t("redact.how.tone")}</option>
          </select>
          <span className="quiet small">{t("redact.no-pitch")}</span>
        </label>
      ) : null}
      {moving ? (
        <>
          <p className="small">
            {t("redact.span", { from: formatClock(sort.fromS), to: formatClock(sort.toS) })}
            {sort.what === "box" ? ` ${t("redact.keys-count", { count: sort.keys.length })}` : ""}
          </p>
          <span className="button-row">
            <button type="button" className="button is-small" disabled={atS === null} onClick={() => layer.endHere("fromS")}>
              {t("redact.from-here")}
            </button>
            <button type="button" className="button is-small" disabled={atS === null} onClick={() => layer.endHere("toS")}>
              {t("redact.to-here")}
            </button>
            <button type="button" className="button is-small" onClick={() => layer.goTo(sort.fromS)}>
              {t("redact.go-from")}
            </button>
            <button type="button" className="button is-small" onClick={() => layer.goTo(sort.toS)}>
              {t("redact.go-to")}
            </button>
          </span>
        </>
      ) : null}
      {sort.what === "box" ? (
        <>
          <BoxPercent box={here} onBox={(box) => layer.setBox(key, box)} />
          {moving ? (
            <span className="button-row">
              <button type="button" className="button is-small" disabled={atS === null} onClick={layer.keyHere}>
                {t("redact.key-here")} <kbd>E</kbd>
              </button>
              <button type="button" className="button is-small" onClick={layer.unkeyHere}>
                {t("redact.unkey-here")} <kbd>Del</kbd>
              </button>
              <button type="button" className="button is-small" onClick={() => layer.goToKey(-1)}>
                {t("redact.key-before")} <kbd>[</kbd>
              </button>
              <button type="button" className="button is-small" onClick={() => layer.goToKey(1)}>
                {t("redact.key-after")} <kbd>]</kbd>
              </button>
            </span>
          ) : null}
          {answer.kind === "video" ? <FollowPart key={key} answer={answer} layer={layer} /> : null}
        </>
      ) : null}
      <KeepPart key={`keep ${key}`} answer={answer} layer={layer} />
    </section>
  );
}

function KeepPart({ answer, layer }: MarkFormProps) {
  const { chosen, step, choose } = layer;
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const keep = useMutation({
    mutationFn: async () => {
      if (chosen === undefined) return;
      const { held, mark } = chosen;
      const { id } = await redactionApi.mark({ item: answer.item, mark, reason, ...(held === null ? {} : { redaction: held.redaction }) });
      // Gone before the answer brings it back under its id.
      if (held === null) step({ do: "drop", key: chosen.key });
      await client.invalidateQueries({ queryKey: queryKeys.records });
      choose(id);
      setReason("");
    },
  });
  const withdraw = useMutation({
    mutationFn: async () => {
      if (chosen?.held == null) return;
      await redactionApi.withdraw(chosen.held.redaction, reason);
      await client.invalidateQueries({ queryKey: queryKeys.records });
    },
  });
  if (chosen === undefined) return null;
  const changed = isChanged(chosen);
  const needsReason = chosen.held !== null;
  const without = needsReason && reason.trim() === "";
  const busy = keep.isPending || withdraw.isPending;
  const error = keep.error ?? withdraw.error;
  return (
    <div className="form-stack mark-keep">
      {needsReason ? (
        <label>
          <span className="quiet">{t("redact.why-changed")}</span>
          <input className="field" type="text" value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      ) : null}
      {error === null ? null : <ErrorNotice error={error} />}
      <span className="button-row">
        <button type="button" className="button is-main" disabled={!changed || without || busy} onClick={() => keep.mutate()}>
          {t(needsReason ? "redact.keep-change" : "redact.keep")}
        </button>
        {changed ? (
          <button type="button" className="button" disabled={busy} onClick={() => step({ do: "drop", key: chosen.key })}>
            {t(needsReason ? "redact.revert" : "redact.drop")}
          </button>
        ) : null}
        {needsReason ? (
          <button type="button" className="button" disabled={without || busy} onClick={() => withdraw.mutate()}>
            {t("redact.withdraw")}
          </button>
        ) : null}
      </span>
      {changed ? <p className="small tone-narrower">{t("redact.not-kept")}</p> : null}
    </div>
  );
}

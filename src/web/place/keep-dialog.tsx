/** Keeps a problem with its answer as an inference: under what title, about what, resting on which items, and, where it changes one, why. */
import { useState } from "react";
import type { InferenceDetail, KeepInferenceRequest } from "../../api/inferences.ts";
import { StatedOf } from "../../core/place/place-statement.ts";
import { inferenceApi } from "../api-client/inference-api.ts";
import { useEvents, useWriting } from "../events/event-queries.ts";
import { typedItems } from "../inquiry/typed-items.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";

interface KeepDialogProps {
  readonly sort: KeepInferenceRequest["sort"];
  readonly problem: unknown;
  /** What it was kept as before; undefined for a new one. */
  readonly kept: InferenceDetail["inference"] | undefined;
  /** Offered until the person says otherwise. */
  readonly title: string;
  readonly about: StatedOf | null;
  readonly items: readonly string[];
  readonly onClose: () => void;
  readonly onKept: (id: string) => void;
}

export function KeepDialog({
  sort,
  problem,
  kept,
  title: offered,
  about: offeredAbout,
  items: offeredItems,
  onClose,
  onKept,
}: KeepDialogProps) {
  const [title, setTitle] = useState(kept?.title ?? offered);
  const [about, setAbout] = useState<string>(offeredAbout ?? "");
  const [items, setItems] = useState([...new Set([...(kept?.items ?? []), ...offeredItems])].join(", "));
  const [reason, setReason] = useState("");
  const [asNew, setAsNew] = useState(false);
  const events = (useEvents().data?.events ?? []).filter(({ withdrawn }) => withdrawn === undefined);
  const changes = kept !== undefined && !asNew;
  const aboutRead = about.trim() === "" ? null : StatedOf.safeParse(about.trim()).data;
  const itemsRead = typedItems(items);
  const keeping = useWriting(
    (body: KeepInferenceRequest) => inferenceApi.keep(body),
    ({ id }) => t("place-bench.kept-as", { id }),
    ({ id }) => onKept(id),
  );
  const ready = title.trim() !== "" && aboutRead !== undefined && itemsRead !== undefined && (!changes || reason.trim() !== "");
  return (
    <Dialog title={t(changes ? "place-bench.keep-change" : "place-bench.keep-title", { id: kept?.id ?? "" })} onClose={onClose}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready || keeping.isPending) return;
          keeping.mutate({
            ...(changes ? { inference: kept.id } : {}),
            ...{ sort, title: title.trim(), about: aboutRead ?? null, items: itemsRead, problem, reason: reason.trim() },
          });
        }}
      >
        {kept === undefined ? null : (
          <label className="check">
            <input type="checkbox" checked={asNew} onChange={(event) => setAsNew(event.target.checked)} /> {t("place-bench.keep-as-new")}
          </label>
        )}
        <label className="label">
          <span>{t("place-bench.keep-name")}</span>
          <input className="field" data-autofocus value={title} maxLength={500} onChange={(event) => setTitle(event.target.value)} />
        </label>
        <label className="label">
          <span>{t("place-bench.keep-about")}</span>
          <input
            className="field"
            list="place-keep-about"
            value={about}
            placeholder="e1, i12"
            maxLength={20}
            onChange={(event) => setAbout(event.target.value)}
          />
        </label>
        <datalist id="place-keep-about">
          {events.map(({ id, title: words }) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </datalist>
        {aboutRead === undefined ? <p className="small tone-conflict">{t("place-bench.about-refused")}</p> : null}
        <label className="label">
          <span>{t("place-bench.keep-items")}</span>
          <input className="field" value={items} placeholder="i12, i14" onChange={(event) => setItems(event.target.value)} />
        </label>
        {itemsRead === undefined ? <p className="small tone-conflict">{t("place-bench.items-refused")}</p> : null}
        {changes ? (
          <label className="label">
            <span>{t("events.reason")}</span>
            <textarea className="field" value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} />
          </label>
        ) : null}
        <p className="quiet small">{t("place-bench.keep-how")}</p>
        {keeping.error === null ? null : <ErrorNotice error={keeping.error} />}
        <button type="submit" className="button is-main" disabled={!ready || keeping.isPending}>
          {t("place-bench.keep")}
        </button>
      </form>
    </Dialog>
  );
}

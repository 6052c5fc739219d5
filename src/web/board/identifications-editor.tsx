/** Fills in a ladder: the frame and its features beside a live tree of what they leave, then marks, who, and which unit. */
import { useId, useMemo, useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { IdentificationId } from "../../core/identification/identification.ts";
import { taxonomy } from "../../core/identification/taxonomy-data.ts";
import { namesInIdentification } from "../../reason/identification/check-identification.ts";
import { climbLadder } from "../../reason/identification/climb-ladder.ts";
import { exclusionByFeature } from "../../reason/identification/exclusion-by-feature.ts";
import { identificationApi } from "../api-client/identification-api.ts";
import { useWriting } from "../events/event-queries.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import type { CaseEvents } from "./exhibits-card.tsx";
import { ActorFields } from "./identifications-actor.tsx";
import { draftItem, identificationOf, type IdentificationDraft, withoutName } from "./identifications-draft.ts";
import { FeatureFields } from "./identifications-features.tsx";
import { SubjectFrame } from "./identifications-frame.tsx";
import { MarkFields } from "./identifications-marks.tsx";
import { NameDialog } from "./identifications-name-dialog.tsx";
import { useItemDetail } from "./identifications-queries.ts";
import { TaxonomyAnswer } from "./identifications-tree.tsx";
import { UnitFields } from "./identifications-unit.tsx";

interface EditorProps {
  /** Undefined for a new one. */
  readonly id: IdentificationId | undefined;
  readonly start: IdentificationDraft;
  readonly events: CaseEvents;
  readonly onClose: () => void;
}

export function IdentificationEditor({ id, start, events, onClose }: EditorProps) {
  const [draft, setDraft] = useState(start);
  const [reason, setReason] = useState("");
  const [names, setNames] = useState<readonly string[]>([]);
  const heading = useId();
  const item = draftItem(draft);
  const detail = useItemDetail(item).data;
  const change = (more: Partial<IdentificationDraft>) => setDraft((now) => ({ ...now, ...more }));
  const what = identificationOf(draft);
  const told = useMemo(() => Object.entries(draft.seen).map(([feature, { state }]) => ({ feature, state })), [draft.seen]);
  const answer = useMemo(() => exclusionByFeature(taxonomy, told), [told]);
  const borne = what === undefined ? "unknown" : climbLadder(taxonomy, { ...what, actor: "unknown" }).actor.words;
  const observations = detail?.observations.filter(({ sort, withdrawn }) => sort === "observation" && withdrawn === undefined) ?? [];
  const ready = what !== undefined && detail !== undefined && (id === undefined || reason.trim() !== "");
  const writing = useWriting(
    (wanted: NonNullable<typeof what>) =>
      identificationApi.make({ what: wanted, reason: reason.trim(), ...(id === undefined ? {} : { identification: id }) }),
    (made) => t("claims.identifications.written", { id: made.id }),
    onClose,
  );
  return (
    <form
      className="identification-editor"
      aria-labelledby={heading}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready || writing.isPending) return;
        // A name is caught before it leaves the page; the program refuses it again.
        const found = namesInIdentification(what, reason);
        if (found.length > 0) setNames(found);
        else writing.mutate(what);
      }}
    >
      <h2 id={heading}>{id === undefined ? t("claims.identifications.new") : t("claims.identifications.change-title", { id })}</h2>
      <div className="claim-row">
        <label className="label">
          <span>{t("claims.identifications.item-number")}</span>
          <input
            dir="auto"
            className="field"
            value={draft.item}
            disabled={id !== undefined}
            onChange={({ target }) => change({ item: target.value, seen: withoutObservations(draft.seen) })}
          />
        </label>
        <label className="label">
          <span>{t("claims.identifications.subject")}</span>
          <input
            dir="auto"
            className="field"
            value={draft.subject}
            maxLength={8}
            onChange={({ target }) => change({ subject: target.value })}
          />
        </label>
        <label className="label">
          <span>{t("claims.identifications.event")}</span>
          <select
            className="field"
            value={draft.event}
            onChange={({ target }) => change({ event: events.find((one) => one.id === target.value)?.id ?? "unassigned" })}
          >
            <option value="unassigned">{t("claims.identifications.unassigned")}</option>
            {events.map((event) => (
              <option key={event.id} value={event.id}>
                {`${event.id} ${event.title}`}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="small quiet">{t("claims.identifications.subject-how")}</p>
      {detail === undefined ? null : <SubjectFrame detail={detail} observations={observations} />}
      <section className="rung" aria-labelledby={`${heading}-seen`}>
        <h3 id={`${heading}-seen`}>{t("claims.identifications.rung.seen")}</h3>
        <div className="identification-seen">
          <FeatureFields seen={draft.seen} observations={observations} onSeen={(seen) => change({ seen })} />
          <div className="identification-tree" aria-live="polite">
            <h4>{t("claims.identifications.tree")}</h4>
            <TaxonomyAnswer answer={answer} />
          </div>
        </div>
      </section>
      <section className="rung" aria-labelledby={`${heading}-means`}>
        <h3 id={`${heading}-means`}>{t("claims.identifications.rung.means")}</h3>
        <MarkFields means={draft.means} day={dayOf(detail)} onMeans={(means) => change({ means })} />
      </section>
      <section className="rung" aria-labelledby={`${heading}-actor`}>
        <h3 id={`${heading}-actor`}>{t("claims.identifications.rung.actor")}</h3>
        <ActorFields draft={draft} borne={borne} onChange={change} />
      </section>
      <section className="rung" aria-labelledby={`${heading}-unit`}>
        <h3 id={`${heading}-unit`}>{t("claims.identifications.rung.unit")}</h3>
        <p className="small quiet">{t("claims.identifications.unit-how")}</p>
        <UnitFields draft={draft} events={events} onChange={change} />
      </section>
      {id === undefined ? null : (
        <label className="label">
          <span>{t("claims.identifications.reason")}</span>
          <input dir="auto" className="field" value={reason} maxLength={5000} onChange={({ target }) => setReason(target.value)} />
        </label>
      )}
      {writing.error === null ? null : <ErrorNotice error={writing.error} />}
      <p className="exhibit-actions">
        <button type="submit" className="button is-main" disabled={!ready || writing.isPending}>
          {t("claims.exhibits.write")}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t("claims.identifications.cancel")}
        </button>
      </p>
      {names.length > 0 && item !== undefined ? (
        <NameDialog
          item={item}
          names={names}
          onReplace={(label) => {
            setDraft(names.reduce((now, name) => withoutName(now, name, label), draft));
            setReason(names.reduce((now, name) => now.replaceAll(name, label), reason));
          }}
          onClose={() => setNames([])}
        />
      ) : null}
    </form>
  );
}

/** Observations are of the item; of another they say nothing. */
function withoutObservations(seen: IdentificationDraft["seen"]): IdentificationDraft["seen"] {
  return Object.fromEntries(Object.entries(seen).map(([feature, { state }]) => [feature, { state, observations: [] }]));
}

/** Day on which it was posted, where that is known: a beginning for a person, who knows better when it was filmed. */
function dayOf(detail: ItemDetail | undefined): string {
  const posted = detail?.row.posted;
  return posted === undefined || posted === "unknown" ? "" : posted.earliest.slice(0, 10);
}

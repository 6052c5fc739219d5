/** States a place or a time of a record, or changes the claim or the standing of one. Every time with its reason. */
import { useState } from "react";
import type { PlaceStatement, TimeStatement } from "../../api/events.ts";
import { type StatedOf, StatementStanding } from "../../core/place/place-statement.ts";
import { eventsApi } from "../api-client/events-api.ts";
import { draftOfPlace, emptyPlace, PlaceFields, readPlace } from "../claims/place-fields.tsx";
import { draftOfTime, emptyTime, readTime, TimeFields } from "../claims/time-fields.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import { useWriting } from "./event-queries.ts";

interface StatementDialogProps<Old> {
  readonly about: StatedOf;
  readonly old?: Old | undefined;
  readonly onClose: () => void;
}

export function PlaceDialog({ about, old, onClose }: StatementDialogProps<PlaceStatement>) {
  const [draft, setDraft] = useState(() =>
    old === undefined ? emptyPlace(about.startsWith("i") ? "filmed" : "happened", true) : draftOfPlace(old.claim, "happened"),
  );
  const standing = useState<StatementStanding>(old?.standing === "candidate" ? "stated" : (old?.standing ?? "stated"));
  const reason = useState("");
  const read = readPlace(draft);
  const writing = useWriting(
    async () => {
      if (read.state !== "read") return { ids: [] };
      // What was not touched stays word for word, with what it rests on.
      const claim = old !== undefined && old.claim !== "withheld" && sameDraft(old.claim, draft) ? old.claim : read.claim;
      return eventsApi.statePlaces([
        {
          ...(old === undefined ? {} : { place: old.id }),
          about,
          claim,
          standing: standing[0],
          from: old?.from ?? null,
          reason: reason[0].trim(),
        },
      ]);
    },
    ({ ids }) => t("events.written", { id: ids[0] ?? "" }),
    onClose,
  );
  const title = old === undefined ? t("statements.place-of", { about }) : t("statements.change-place", { id: old.id, about });
  return (
    <StatementForm title={title} standing={standing} reason={reason} ready={read.state === "read"} writing={writing} onClose={onClose}>
      <PlaceFields legend={t("place-form.known")} draft={draft} onDraft={setDraft} mayBeUnknown={false} autoFocus />
    </StatementForm>
  );
}

function sameDraft(claim: Exclude<PlaceStatement["claim"], "withheld">, draft: ReturnType<typeof draftOfPlace>): boolean {
  return JSON.stringify(draftOfPlace(claim, claim.means)) === JSON.stringify(draft);
}

export function TimeDialog({ about, old, onClose }: StatementDialogProps<TimeStatement>) {
  const [draft, setDraft] = useState(() => (old === undefined ? emptyTime(true) : draftOfTime(old.claim)));
  const standing = useState<StatementStanding>(old?.standing === "candidate" ? "stated" : (old?.standing ?? "stated"));
  const reason = useState("");
  const read = readTime(draft);
  const writing = useWriting(
    async () => {
      if (read.state !== "read") return { id: "" };
      const untouched = old !== undefined && old.claim !== "withheld" && JSON.stringify(draftOfTime(old.claim)) === JSON.stringify(draft);
      return eventsApi.stateTime({
        ...(old === undefined ? {} : { time: old.id }),
        about,
        claim: untouched && old.claim !== "withheld" ? old.claim : read.claim,
        standing: standing[0],
        from: old?.from ?? null,
        reason: reason[0].trim(),
      });
    },
    ({ id }) => t("events.written", { id }),
    onClose,
  );
  const title = old === undefined ? t("statements.time-of", { about }) : t("statements.change-time", { id: old.id, about });
  return (
    <StatementForm title={title} standing={standing} reason={reason} ready={read.state === "read"} writing={writing} onClose={onClose}>
      <TimeFields legend={t("time-form.known")} draft={draft} onDraft={setDraft} mayBeUnknown={false} />
    </StatementForm>
  );
}

type Field<Value> = readonly [Value, (value: Value) => void];

interface StatementFormProps {
  readonly title: string;
  readonly standing: Field<StatementStanding>;
  readonly reason: Field<string>;
  readonly ready: boolean;
  readonly writing: { readonly error: unknown; readonly isPending: boolean; readonly mutate: (nothing: undefined) => void };
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}

function StatementForm({ title, standing, reason, ready: claimReady, writing, onClose, children }: StatementFormProps) {
  const ready = claimReady && reason[0].trim() !== "";
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !writing.isPending) writing.mutate(undefined);
        }}
      >
        {children}
        <label className="label">
          <span>{t("statements.standing")}</span>
          <select className="field" value={standing[0]} onChange={(event) => standing[1](event.target.value as StatementStanding)}>
            {StatementStanding.options.map((option) => (
              <option key={option} value={option}>
                {t(`statements.standing.${option}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="label">
          <span>{t("events.reason")}</span>
          <textarea dir="auto" className="field" value={reason[0]} maxLength={5000} onChange={(event) => reason[1](event.target.value)} />
        </label>
        {writing.error === null ? null : <ErrorNotice error={writing.error} />}
        <button type="submit" className="button is-main" disabled={!ready || writing.isPending}>
          {t("events.save")}
        </button>
      </form>
    </Dialog>
  );
}

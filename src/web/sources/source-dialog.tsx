/** A source, new or described anew. What is typed into a restricted field goes to the private store alone. */
import { useRef, useState } from "react";
import type { SourceRow } from "../../api/sources.ts";
import { longestSourceText, SourceSort } from "../../core/source/source.ts";
import { sourcesApi } from "../api-client/sources-api.ts";
import { ChoiceField } from "../conditions/choice-field.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import { isRestrictedReady, type RestrictedDraft, RestrictedField, restrictedSaid } from "./restricted-field.tsx";
import { useSources, useWritingSources } from "./source-queries.ts";

/** What helps to weigh what it says; left empty, it is unknown. */
const notes = ["access", "motive", "history"] as const;
type Notes = Record<(typeof notes)[number], string>;

function notesOf(source: SourceRow | undefined): Notes {
  const words = (note: string | undefined): string => (note === undefined || note === "unknown" || note === "withheld" ? "" : note);
  return { access: words(source?.access), motive: words(source?.motive), history: words(source?.history) };
}

interface SourceDialogProps {
  /** Undefined for a new one. */
  readonly source: SourceRow | undefined;
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

export function SourceDialog({ source, onClose, onMade }: SourceDialogProps) {
  const store = useSources().data?.privateStore;
  const [sort, setSort] = useState<SourceSort>(source?.sort ?? "unknown");
  const [label, setLabel] = useState(source?.label ?? "");
  const [about, setAbout] = useState(source?.about ?? "");
  const [said, setSaid] = useState(() => notesOf(source));
  const [identity, setIdentity] = useState<RestrictedDraft>({ choice: source === undefined ? "none" : "as-before", words: "" });
  const [risk, setRisk] = useState<RestrictedDraft>({ choice: source?.hasRestricted === true ? "as-before" : "none", words: "" });
  const [reason, setReason] = useState("");
  /** Set before the page is drawn anew: two presses in one moment write once. */
  const writing = useRef(false);
  const save = useWritingSources(
    () =>
      sourcesApi.describe(source?.id, {
        sort,
        label: label.trim(),
        about: about.trim() === "" ? null : about.trim(),
        ...Object.fromEntries(notes.map((name) => [name, said[name].trim() === "" ? "unknown" : said[name].trim()])),
        identity: restrictedSaid(identity),
        restricted: restrictedSaid(risk),
        reason: source === undefined ? null : reason.trim(),
      }),
    t("source.saved"),
    ({ id }) => onMade(id),
  );
  const ready =
    label.trim() !== "" &&
    isRestrictedReady(identity, store) &&
    isRestrictedReady(risk, store) &&
    (source === undefined || reason.trim() !== "") &&
    !save.isPending;
  // Where the passphrase is asked for on the terminal nobody can say how long it takes: the page says what it waits for, and can be left.
  const encrypting = save.isPending && [identity, risk].some(({ choice }) => choice === "new") && store?.writing === "ready";
  return (
    <Dialog
      title={source === undefined ? t("source.new-title") : t("source.change-title", { label: source.label })}
      onClose={() => (encrypting ? undefined : onClose())}
      foot={
        <>
          <p role="status" className="quiet">
            {encrypting ? t("source.encrypting") : null}
          </p>
          <button type="submit" form="source-form" className="button is-main" disabled={!ready}>
            {t("source.save")}
          </button>
        </>
      }
    >
      <form
        id="source-form"
        className="form conditions-form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready || writing.current) return;
          writing.current = true;
          save.mutate(undefined, { onSettled: () => void (writing.current = false) });
        }}
      >
        <label className="label">
          <span>{t("source.label")}</span>
          <input
            dir="auto"
            className="field"
            data-autofocus
            required
            maxLength={300}
            value={label}
            onChange={(event) => setLabel(event.target.value)}
          />
        </label>
        <p className="quiet small">{t("source.label-hint")}</p>
        <ChoiceField
          label={t("source.sort")}
          options={SourceSort.options.map((value) => ({ value, label: t(`source.sort.${value}`) }))}
          value={sort}
          mayLeave={false}
          onChange={(next) => setSort(next ?? sort)}
        />
        <label className="label">
          <span>{t("source.about")}</span>
          <textarea dir="auto" className="field" maxLength={5000} value={about} onChange={(event) => setAbout(event.target.value)} />
        </label>
        <p className="quiet small">{t("source.notes-hint")}</p>
        {notes.map((name) => (
          <label key={name} className="label">
            <span>{t(`source.note.${name}`)}</span>
            <textarea
              dir="auto"
              className="field is-short"
              maxLength={longestSourceText}
              placeholder={t("source.note.unknown")}
              value={said[name]}
              onChange={(event) => setSaid({ ...said, [name]: event.target.value })}
            />
          </label>
        ))}
        <RestrictedField of="identity" first={source === undefined} draft={identity} store={store} onChange={setIdentity} />
        <RestrictedField of="restricted" first={source?.hasRestricted !== true} draft={risk} store={store} onChange={setRisk} />
        {source === undefined ? null : (
          <label className="label">
            <span>{t("source.reason")}</span>
            <input
              dir="auto"
              className="field"
              required
              maxLength={5000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
        )}
        {save.error === null ? null : <ErrorNotice error={save.error} />}
      </form>
    </Dialog>
  );
}

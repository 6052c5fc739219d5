/**
 * A source, new or described anew. What is typed into the restricted field goes to the private store alone; where that cannot be
 * written now, the field says so and takes nothing.
 */
import { useRef, useState } from "react";
import type { PrivateStoreState, SourceRow } from "../../api/sources.ts";
import { SourceSort } from "../../core/source/source.ts";
import { sourcesApi } from "../api-client/sources-api.ts";
import { ChoiceField } from "../conditions/choice-field.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import { useSources, useWritingSources } from "./source-queries.ts";

type IdentityChoice = "as-before" | "none" | "new";

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
  const [choice, setChoice] = useState<IdentityChoice>(source === undefined ? "none" : "as-before");
  const [identity, setIdentity] = useState("");
  const [reason, setReason] = useState("");
  /** Set before the page is drawn anew: two presses in one moment write once. */
  const writing = useRef(false);
  const save = useWritingSources(
    () =>
      sourcesApi.describe(source?.id, {
        sort,
        label: label.trim(),
        about: about.trim() === "" ? null : about.trim(),
        identity: choice === "new" ? { words: identity.trim() } : choice,
        reason: source === undefined ? null : reason.trim(),
      }),
    t("source.saved"),
    ({ id }) => onMade(id),
  );
  const ready =
    label.trim() !== "" &&
    (choice !== "new" || (identity.trim() !== "" && store?.writing !== "absent")) &&
    (source === undefined || reason.trim() !== "") &&
    !save.isPending;
  // Where the passphrase is asked for on the terminal nobody can say how long it takes: the page says what it waits for, and can be left.
  const encrypting = save.isPending && choice === "new" && store?.writing === "ready";
  const choices: readonly IdentityChoice[] = source === undefined ? ["none", "new"] : ["as-before", "none", "new"];
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
          <textarea className="field" maxLength={5000} value={about} onChange={(event) => setAbout(event.target.value)} />
        </label>
        <div className="restricted">
          <ChoiceField
            label={t("source.identity-choice")}
            options={choices.map((value) => ({
              value,
              label: t(`source.identity-${source === undefined && value === "new" ? "first" : value}`),
            }))}
            value={choice}
            mayLeave={false}
            onChange={(next) => setChoice(next ?? choice)}
          />
          {choice === "new" ? <StoreState store={store} /> : null}
          {choice === "new" && store?.writing !== "absent" ? (
            <label className="label">
              <span>{t("source.identity")}</span>
              <textarea
                className="field"
                maxLength={5000}
                value={identity}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => setIdentity(event.target.value)}
              />
              <span className="quiet small">{t("source.identity-hint")}</span>
            </label>
          ) : null}
        </div>
        {source === undefined ? null : (
          <label className="label">
            <span>{t("source.reason")}</span>
            <input className="field" required maxLength={5000} value={reason} onChange={(event) => setReason(event.target.value)} />
          </label>
        )}
        {save.error === null ? null : <ErrorNotice error={save.error} />}
      </form>
    </Dialog>
  );
}

function StoreState({ store }: { store: PrivateStoreState | undefined }) {
  if (store === undefined) return null;
  return (
    <p className={store.writing === "absent" ? "notice is-attention" : "quiet small"}>
      {t(`private.${store.writing}`)} {store.there || store.writing === "absent" ? "" : t("private.none")}
    </p>
  );
}

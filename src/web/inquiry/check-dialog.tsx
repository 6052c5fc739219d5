/** What a person saw at the source of a link. The program asks nothing there; on asking, the person's own yt-dlp looks once. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { CheckOutcome } from "../../core/link/capture.ts";
import { linkApi, linkKeys } from "../api-client/link-api.ts";
import { FilesStep } from "../capture/files-step.tsx";
import { itemsOf, useKeptFiles } from "../capture/use-kept-files.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import { typedItems } from "./typed-items.ts";
import { SourceLink } from "./source-link.tsx";

export interface CheckDialogProps {
  readonly item: ItemId;
  readonly shown: string;
  readonly normalised: string;
  readonly onClose: () => void;
}

export function CheckDialog({ item, shown, normalised, onClose }: CheckDialogProps) {
  const [outcome, setOutcome] = useState<CheckOutcome>();
  const [statement, setStatement] = useState("");
  const [evidence, setEvidence] = useState("");
  const typed = typedItems(evidence);
  const files = useKeptFiles();
  const items = typed === undefined ? undefined : [...new Set([...typed, ...itemsOf(files.files)])];
  const save = useMutation({
    mutationFn: () => linkApi.check(item, { outcome: outcome ?? "unknown", statement, evidence: items ?? [] }),
    onSuccess: () => {
      announce(t("check.saved"));
      onClose();
    },
  });
  const canSave = outcome !== undefined && items !== undefined && !files.busy && !save.isPending;
  return (
    <Dialog
      title={t("check.title", { number: item.slice(1) })}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t("dialog.cancel")}
          </button>
          <button type="submit" form="check-form" className="button is-main" disabled={!canSave}>
            {t("check.save")}
          </button>
        </>
      }
    >
      <SourceLink shown={shown} normalised={normalised} />
      <p className="quiet">{t("check.note")}</p>
      <form
        id="check-form"
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave) save.mutate();
        }}
      >
        <fieldset className="choice-row">
          <legend>{t("check.outcome")}</legend>
          {CheckOutcome.options.map((one, place) => (
            <label key={one} className="chip">
              <input
                type="radio"
                name="outcome"
                data-autofocus={place === 0 ? "" : undefined}
                checked={outcome === one}
                onChange={() => setOutcome(one)}
              />
              {t(`outcome.${one}`)}
            </label>
          ))}
        </fieldset>
        <label className="label">
          <span>{t("check.statement")}</span>
          <textarea className="field" maxLength={5000} value={statement} onChange={(event) => setStatement(event.target.value)} />
        </label>
        <label className="label">
          <span>{t("check.evidence")}</span>
          <input
            className="field"
            value={evidence}
            aria-invalid={items === undefined}
            onChange={(event) => setEvidence(event.target.value)}
          />
        </label>
        {items === undefined ? <p className="tone-conflict">{t("check.evidence-refused")}</p> : null}
        <FilesStep files={files} />
      </form>
      {save.error === null ? null : <ErrorNotice error={save.error} />}
      <OwnLook item={item} onClose={onClose} />
    </Dialog>
  );
}

function OwnLook({ item, onClose }: { item: ItemId; onClose: () => void }) {
  const settings = useQuery({ queryKey: linkKeys.settings, queryFn: ({ signal }) => linkApi.settings(signal) });
  const look = useMutation({
    mutationFn: () => linkApi.look(item),
    onSuccess: () => {
      announce(t("capture.running"));
      onClose();
    },
  });
  if (settings.data === undefined || settings.data.settings.ytDlp === null) return null;
  return (
    <div className="own-look">
      <button type="button" className="button" disabled={look.isPending} onClick={() => look.mutate()}>
        {t("check.program")}
      </button>
      <p className="quiet">{t("check.program-note")}</p>
      {look.error === null ? null : <ErrorNotice error={look.error} />}
    </div>
  );
}

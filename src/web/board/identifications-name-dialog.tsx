/** A name was pasted. It goes to a restricted note of the item, whose words stay on this machine, and a neutral label takes its place. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { identificationApi } from "../api-client/identification-api.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";

interface NameDialogProps {
  readonly item: ItemId;
  readonly names: readonly string[];
  /** Puts the label in place of each name, in all that was typed. */
  readonly onReplace: (label: string) => void;
  readonly onClose: () => void;
}

export function NameDialog({ item, names, onReplace, onClose }: NameDialogProps) {
  const [label, setLabel] = useState("P1");
  const ready = /^P[1-9][0-9]{0,3}$/.test(label);
  const noting = useMutation({
    mutationFn: () => identificationApi.writeRestrictedNote(item, `${label}: ${names.join("; ")}`),
    onSuccess: () => {
      replace();
      announce(t("claims.identifications.name-kept", { item: item.slice(1) }));
    },
  });
  return (
    <Dialog title={t("claims.identifications.name-title")} onClose={onClose}>
      <div className="form-stack">
        <ul className="plain-list">
          {names.map((name) => (
            <li key={name}>
              <strong>
                <IsolatedText text={name} />
              </strong>
            </li>
          ))}
        </ul>
        <p>{t("claims.identifications.name-how", { item: item.slice(1) })}</p>
        <label className="label">
          <span>{t("claims.identifications.name-label")}</span>
          <input
            dir="auto"
            className="field"
            data-autofocus
            value={label}
            maxLength={5}
            onChange={({ target }) => setLabel(target.value)}
          />
        </label>
        {noting.error === null ? null : <ErrorNotice error={noting.error} />}
        <p className="exhibit-actions">
          <button type="button" className="button is-main" disabled={!ready || noting.isPending} onClick={() => noting.mutate()}>
            {t("claims.identifications.name-keep")}
          </button>
          <button type="button" className="button" disabled={!ready} onClick={replace}>
            {t("claims.identifications.name-drop")}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t("claims.identifications.name-back")}
          </button>
        </p>
      </div>
    </Dialog>
  );

  function replace(): void {
    onReplace(label);
    onClose();
  }
}

/** The short assessment that material collected in haste still waits for; of one item, or of all that are selected. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api-client/api.ts";
import type { ItemId } from "../../core/item/item.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";

const risks = ["unknown", "low", "high"] as const;
/** The server's largest bulk. */
const mostAtOnce = 5000;

export function AssessDialog({ items, target, onClose }: { items: readonly ItemId[]; target: string; onClose: () => void }) {
  const [relevance, setRelevance] = useState("");
  const [riskOfRemoval, setRemoval] = useState<(typeof risks)[number]>("unknown");
  const [riskToPeople, setPeople] = useState("");
  const record = useMutation({
    mutationFn: async () => {
      const said = { relevance: relevance.trim(), riskOfRemoval, riskToPeople: riskToPeople.trim() };
      for (let from = 0; from < items.length; from += mostAtOnce)
        await api.assess({ items: items.slice(from, from + mostAtOnce), ...said });
    },
    onSuccess: () => {
      announce(t("assess.saved"));
      onClose();
    },
  });
  const canRecord = relevance.trim() !== "" && !record.isPending;
  return (
    <Dialog
      title={t("assess.title", { target })}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t("dialog.cancel")}
          </button>
          <button type="submit" form="assess-form" className="button is-main" disabled={!canRecord}>
            {t("assess.save")}
          </button>
        </>
      }
    >
      <form
        id="assess-form"
        className="form"
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          if (canRecord) record.mutate();
        }}
      >
        <label className="label">
          <span>{t("assess.relevance")}</span>
          <textarea
            className="field"
            data-autofocus
            required
            maxLength={2000}
            value={relevance}
            onChange={(event) => setRelevance(event.target.value)}
          />
        </label>
        <fieldset className="choice-row">
          <legend>{t("assess.removal")}</legend>
          {risks.map((risk) => (
            <label key={risk} className="chip">
              <input type="radio" name="removal" checked={riskOfRemoval === risk} onChange={() => setRemoval(risk)} />
              {t(`assess.removal-${risk}`)}
            </label>
          ))}
        </fieldset>
        <label className="label">
          <span>{t("assess.people")}</span>
          <textarea className="field" maxLength={2000} value={riskToPeople} onChange={(event) => setPeople(event.target.value)} />
        </label>
      </form>
      {record.error === null ? null : <ErrorNotice error={record.error} />}
    </Dialog>
  );
}

/** The short assessment that material collected in haste still waits for; of one item, or of all that are selected. */
import "../conditions/conditions.css";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api-client/api.ts";
import type { ItemId } from "../../core/item/item.ts";
import { AssessmentFields, assessmentOf, emptyAssessment } from "../conditions/assessment-fields.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";

/** The server's largest bulk. */
const mostAtOnce = 5000;

export function AssessDialog({ items, target, onClose }: { items: readonly ItemId[]; target: string; onClose: () => void }) {
  const [draft, setDraft] = useState(emptyAssessment);
  const record = useMutation({
    mutationFn: async () => {
      const said = assessmentOf(draft);
      for (let from = 0; from < items.length; from += mostAtOnce)
        await api.assess({ items: items.slice(from, from + mostAtOnce), ...said });
    },
    onSuccess: () => {
      announce(t("assess.saved"));
      onClose();
    },
  });
  const canRecord = draft.relevance.trim() !== "" && !record.isPending;
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
      <p className="quiet">{t("assess.intro")}</p>
      <form
        id="assess-form"
        className="form conditions-form"
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          if (canRecord) record.mutate();
        }}
      >
        <AssessmentFields draft={draft} onChange={setDraft} />
      </form>
      {record.error === null ? null : <ErrorNotice error={record.error} />}
    </Dialog>
  );
}

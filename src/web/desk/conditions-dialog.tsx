/** States conditions: of the items that are chosen, each field left as it is until it is answered; or of one subject, from what stands. */
import "../conditions/conditions.css";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ConditionChanges } from "../../api/conditions.ts";
import { type Conditions, unknownConditions } from "../../core/conditions/conditions.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { SourceId } from "../../core/source/source.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { sourcesApi } from "../api-client/sources-api.ts";
import { ConditionsForm, isAnything, isWhole } from "../conditions/conditions-form.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { useSources } from "../sources/source-queries.ts";
import { t } from "../words/t.ts";

/** The server's largest bulk. */
const mostAtOnce = 5000;

interface ConditionsDialogProps {
  readonly about: { readonly items: readonly ItemId[] } | { readonly source: SourceId };
  readonly target: string;
  /** What stands for the one subject: the form starts from it. Undefined for many items, or where nothing was stated. */
  readonly standing: Conditions | undefined;
  readonly onClose: () => void;
}

export function ConditionsDialog({ about, target, standing, onClose }: ConditionsDialogProps) {
  const many = "items" in about && about.items.length > 1;
  const [changes, setChanges] = useState<ConditionChanges>(() => (many ? {} : startOf(standing ?? unknownConditions)));
  const client = useQueryClient();
  const sources = useSources();
  const state = useMutation({
    mutationFn: async () => {
      if ("source" in about) return void (await sourcesApi.stateOfSource(about.source, changes));
      for (let from = 0; from < about.items.length; from += mostAtOnce)
        await sourcesApi.stateOfItems(about.items.slice(from, from + mostAtOnce), changes);
      return undefined;
    },
    onSuccess: () => {
      announce(t("conditions.saved"));
      void client.invalidateQueries({ queryKey: queryKeys.items });
      void client.invalidateQueries({ queryKey: queryKeys.records });
      if ("items" in about) for (const item of about.items.slice(0, 100)) void client.invalidateQueries({ queryKey: queryKeys.item(item) });
      onClose();
    },
  });
  const canSave = !state.isPending && isAnything(changes) && isWhole(changes);
  return (
    <Dialog
      wide
      title={t("conditions.state-title", { target })}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t("dialog.cancel")}
          </button>
          <button type="submit" form="conditions-form" className="button is-main" disabled={!canSave}>
            {t("conditions.save")}
          </button>
        </>
      }
    >
      <p className="quiet">{t(many ? "conditions.leave-hint" : "conditions.replaces")}</p>
      <ConditionsForm
        id="conditions-form"
        changes={changes}
        onChange={setChanges}
        sources={"items" in about ? (sources.data?.sources ?? []) : undefined}
        mayLeave={many}
        onSubmit={() => {
          if (canSave) state.mutate();
        }}
      >
        {state.error === null ? null : <ErrorNotice error={state.error} />}
      </ConditionsForm>
    </Dialog>
  );
}

/** Words that this copy withholds start as unknown: they cannot be said again unread. */
function startOf({ terms, legalHold, ...plain }: Conditions): ConditionChanges {
  return {
    ...plain,
    terms: typeof terms === "string" ? terms : { words: terms.words ?? "" },
    legalHold: typeof legalHold === "string" ? legalHold : { reason: legalHold.reason ?? "" },
  };
}

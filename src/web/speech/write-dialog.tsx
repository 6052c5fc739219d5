/** Writes what was typed as the next version of a tier. Who writes answers for every segment that is new or differs. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { TierAnswer } from "../../api/tiers.ts";
import type { ItemId } from "../../core/item/item.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { tierApi } from "../api-client/tier-api.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";
import { changedSegments } from "./changed-segments.ts";
import type { WorkedTier } from "./tier-work.tsx";
import type { TierEditing } from "./use-tier-editing.ts";
import { tell } from "./told.tsx";

interface WriteDialogProps {
  readonly item: ItemId;
  readonly tier: WorkedTier;
  readonly source: TierAnswer | undefined;
  readonly editing: TierEditing;
  readonly onClose: () => void;
  readonly onWritten: (id: TierAnswer["tier"]["id"]) => void;
}

export function WriteDialog({ item, tier, source, editing, onClose, onWritten }: WriteDialogProps) {
  const [reason, setReason] = useState("");
  const client = useQueryClient();
  const { id, sort, language } = tier;
  const writing = useMutation({
    mutationFn: () =>
      tierApi.write({
        ...(id === undefined ? {} : { tier: id, base: editing.base }),
        ...{ item, sort, language, segments: [...editing.segments], reason: reason.trim() },
        from: source === undefined ? null : { tier: source.tier.id, version: source.tier.version },
      }),
    onSuccess: async (answer) => {
      // Before the newer version is fetched: it is one's own, and nobody else's to be told of.
      if (answer.state === "written") editing.written(answer.version);
      await client.invalidateQueries({ queryKey: queryKeys.records });
      if (answer.state === "stale") throw new Error(t("speech.stale", { version: answer.version, who: answer.byName }));
      tell(t("speech.told.written", { version: answer.version }));
      onWritten(answer.id);
    },
  });
  const changed = changedSegments(editing.before, editing.segments);
  const machine = editing.segments.filter((segment) => segment.machine !== null).length;
  const needsReason = id !== undefined && reason.trim() === "";
  return (
    <WritingDialog
      title={t("speech.write-title", { version: (id === undefined ? 0 : editing.base) + 1 })}
      action={t("speech.write-do")}
      writing={writing}
      write={needsReason || changed.length === 0 ? undefined : () => writing.mutate()}
      onClose={onClose}
    >
      <p>{t("speech.write-answer-for", { count: changed.length })}</p>
      {machine === 0 ? null : <p className="quiet">{t("speech.write-machine", { count: machine })}</p>}
      {tier.answer !== undefined && tier.answer.tier.standings.reviewed > 0 ? <p className="quiet">{t("speech.write-reviewed")}</p> : null}
      {id === undefined ? null : (
        <label className="label">
          <span>{t("speech.write-reason")}</span>
          <textarea
            className="field"
            value={reason}
            maxLength={5000}
            required
            data-autofocus
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      )}
    </WritingDialog>
  );
}

/**
 * Writes what was typed as the next version of a tier. Who writes answers for every segment that is new or differs; what was a
 * program's draft and did not sound here before it was taken over is named, and written only where they say that they answer for it.
 */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";
import type { TierAnswer } from "../../api/tiers.ts";
import type { ItemId } from "../../core/item/item.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { tierApi } from "../api-client/tier-api.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";
import { changedSegments } from "./changed-segments.ts";
import { wasHeard } from "./heard-stretches.ts";
import { takenOver } from "./program-drafts.ts";
import type { SpeechPlayer } from "./speech-player.ts";
import type { WorkedTier } from "./tier-work.tsx";
import type { TierEditing } from "./use-tier-editing.ts";
import { tell } from "./told.tsx";

interface WriteDialogProps {
  readonly item: ItemId;
  readonly tier: WorkedTier;
  readonly source: TierAnswer | undefined;
  readonly editing: TierEditing;
  readonly player: SpeechPlayer;
  /** Signs that were looked at here. */
  readonly looked: ReadonlySet<number>;
  readonly onClose: () => void;
  readonly onWritten: (id: TierAnswer["tier"]["id"]) => void;
}

export function WriteDialog({ item, tier, source, editing, player, looked, onClose, onWritten }: WriteDialogProps) {
  const [reason, setReason] = useState("");
  const [answers, setAnswers] = useState(false);
  const { heard } = useSyncExternalStore(player.subscribe, player.state);
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
  const taken = takenOver(editing.before, editing.segments, (one) => (sort === "on-screen" ? looked.has(one.id) : wasHeard(heard, one)));
  const needsReason = id !== undefined && reason.trim() === "";
  return (
    <WritingDialog
      title={t("speech.write-title", { version: (id === undefined ? 0 : editing.base) + 1 })}
      action={t("speech.write-do")}
      writing={writing}
      write={needsReason || changed.length === 0 || (taken.unheard.length > 0 && !answers) ? undefined : () => writing.mutate()}
      onClose={onClose}
    >
      <p>{t("speech.write-answer-for", { count: changed.length })}</p>
      {machine === 0 ? null : <p className="quiet">{t("speech.write-machine", { count: machine })}</p>}
      {taken.sameWords.length === 0 ? null : (
        <p>{t("speech.write-same-words", { count: taken.sameWords.length, numbers: numbersOf(taken.sameWords) })}</p>
      )}
      {taken.unheard.length === 0 ? null : (
        <>
          <p className="notice is-attention">
            {t(sort === "on-screen" ? "speech.write-unseen" : "speech.write-unheard", {
              count: taken.unheard.length,
              numbers: numbersOf(taken.unheard),
            })}
          </p>
          <label className="speech-check">
            <input type="checkbox" checked={answers} onChange={(event) => setAnswers(event.target.checked)} />
            {t("speech.write-unheard-answer")}
          </label>
        </>
      )}
      {tier.answer !== undefined && tier.answer.tier.standings.reviewed > 0 ? <p className="quiet">{t("speech.write-reviewed")}</p> : null}
      {id === undefined ? null : (
        <label className="label">
          <span>{t("speech.write-reason")}</span>
          <textarea
            dir="auto"
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

/** More are counted, not listed. */
const mostNamed = 30;

function numbersOf(ids: readonly number[]): string {
  return (
    ids
      .slice(0, mostNamed)
      .map((id) => `#${id}`)
      .join(", ") + (ids.length > mostNamed ? ", …" : "")
  );
}

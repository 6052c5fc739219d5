/** Takes over several segments of a draft at once: those that were listened to, and others only where a person says so apart. */
import { useState, useSyncExternalStore } from "react";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";
import { wasHeard } from "./heard-stretches.ts";
import type { SpeechPlayer } from "./speech-player.ts";
import type { TierEditing } from "./use-tier-editing.ts";
import { tell } from "./told.tsx";

interface TakeOverDialogProps {
  readonly editing: TierEditing;
  readonly player: SpeechPlayer;
  readonly onClose: () => void;
}

const idle = { isPending: false, error: null };

export function TakeOverDialog({ editing, player, onClose }: TakeOverDialogProps) {
  const { heard } = useSyncExternalStore(player.subscribe, player.state);
  const [checked, setChecked] = useState(false);
  const [unheardToo, setUnheardToo] = useState(false);
  const drafts = editing.segments.filter((segment) => segment.machine !== null);
  const listened = drafts.filter((segment) => wasHeard(heard, segment));
  const suspect = drafts.filter((segment) => !listened.includes(segment) && (segment.machine?.suspect.length ?? 0) > 0);
  const taken = unheardToo ? drafts : listened;
  return (
    <WritingDialog
      title={t("speech.take-over-title")}
      action={t("speech.take-over-do", { count: taken.length })}
      writing={idle}
      write={
        !checked || taken.length === 0
          ? undefined
          : () => {
              editing.edit({ do: "take-over", ids: taken.map(({ id }) => id) });
              tell(t("speech.told.taken-over-many", { count: taken.length }));
              onClose();
            }
      }
      onClose={onClose}
    >
      <p>{t("speech.take-over-heard", { heard: listened.length, count: drafts.length })}</p>
      <label className="speech-check">
        <input type="checkbox" checked={unheardToo} onChange={(event) => setUnheardToo(event.target.checked)} />
        {t("speech.take-over-unheard", { count: drafts.length - listened.length, suspect: suspect.length })}
      </label>
      <label className="speech-check">
        <input type="checkbox" checked={checked} onChange={(event) => setChecked(event.target.checked)} />
        {t("speech.take-over-answer")}
      </label>
    </WritingDialog>
  );
}

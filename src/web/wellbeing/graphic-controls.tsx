/** Goes past stretches that somebody marked as graphic, and marks the stretch between In and Out as one. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { ItemDetail } from "../../api/items.ts";
import { graphicStretches, graphicWords } from "../../core/wellbeing/graphic-stretch.ts";
import { api } from "../api-client/api.ts";
import { useCase } from "../api-client/case-queries.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import type { FramePlayer } from "../bench/frame-player.ts";
import { rangeOf } from "../bench/observation-target.ts";
import { announce } from "../parts/live-region.tsx";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";
import "./wellbeing.css";

const kept = "witnessmark.skip-graphic";

export function GraphicControls({ detail, player }: { detail: ItemDetail; player: FramePlayer }) {
  const [skips, setSkips] = useState(() => window.localStorage.getItem(kept) !== "no");
  const [marking, setMarking] = useState<{ readonly from: number; readonly to: number }>();
  const { markIn, markOut } = useSyncExternalStore(player.subscribe, player.state);
  const readOnly = useCase().data?.readOnly === true;
  const stretches = useMemo(() => graphicStretches(detail.observations), [detail.observations]);
  useEffect(() => player.setSkips(skips ? stretches : []), [player, skips, stretches]);
  const canMark = !readOnly && markIn !== null && markOut !== null;
  if (stretches.length === 0 && !canMark) return null;
  return (
    <div className="graphic-controls" role="group" aria-label={t("wellbeing.graphic")}>
      {stretches.length === 0 ? null : (
        <button
          type="button"
          className="button"
          aria-pressed={skips}
          onClick={() => {
            window.localStorage.setItem(kept, skips ? "no" : "yes");
            setSkips(!skips);
            announce(t(skips ? "wellbeing.plays-all" : "wellbeing.skips"));
          }}
        >
          {t("wellbeing.skip", { count: stretches.length })}
        </button>
      )}
      {canMark ? (
        <button type="button" className="button" onClick={() => setMarking({ from: markIn, to: markOut })}>
          {t("wellbeing.mark")}
        </button>
      ) : null}
      {marking === undefined ? null : (
        <MarkDialog detail={detail} player={player} from={marking.from} to={marking.to} onClose={() => setMarking(undefined)} />
      )}
    </div>
  );
}

interface MarkDialogProps {
  readonly detail: ItemDetail;
  readonly player: FramePlayer;
  readonly from: number;
  readonly to: number;
  readonly onClose: () => void;
}

function MarkDialog({ detail: { row, probe }, player, from, to, onClose }: MarkDialogProps) {
  const [words, setWords] = useState("");
  const client = useQueryClient();
  const writing = useMutation({
    mutationFn: () => {
      const range = rangeOf(player.clock, probe, from, to);
      if (range === undefined) throw new Error(t("bench.observe.no-pin"));
      return api.observe(row.id, { sort: "marker", range, text: `${graphicWords} ${words.trim()}`.trim() });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queryKeys.item(row.id) });
      announce(t("wellbeing.marked"));
      player.clearMarks();
      onClose();
    },
  });
  return (
    <WritingDialog title={t("wellbeing.mark-title")} writing={writing} write={() => writing.mutate(undefined)} onClose={onClose}>
      <p>{t("wellbeing.mark-how", { from: String(Math.min(from, to)), to: String(Math.max(from, to)) })}</p>
      <label className="label">
        <span>{t("wellbeing.mark-words")}</span>
        <input className="field" data-autofocus value={words} maxLength={500} onChange={(event) => setWords(event.target.value)} />
      </label>
    </WritingDialog>
  );
}

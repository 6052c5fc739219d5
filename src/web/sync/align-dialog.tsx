/** Keeps what was aligned by hand: a sync mark that says which moments of the clips are one, how far off that may be, and why it was done. */
import { useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { syncApi } from "../api-client/sync-api.ts";
import { formatClock } from "../bench/frame-clock.ts";
import { ChoiceField } from "../conditions/choice-field.tsx";
import { useWriting } from "../events/event-queries.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";
import { alignedPoints } from "./aligned-points.ts";
import type { LockedWall } from "./locked-wall.ts";
import type { LaneOf } from "./wall-lanes.tsx";
import type { WallPlan } from "./wall-plan.ts";

interface AlignDialogProps {
  readonly wall: LockedWall;
  readonly lanes: readonly LaneOf[];
  readonly plan: WallPlan;
  readonly moves: ReadonlyMap<ItemId, number>;
  readonly onClose: () => void;
  readonly onWritten: () => void;
}

export function AlignDialog({ wall, lanes, plan, moves, onClose, onWritten }: AlignDialogProps) {
  const [channel, setChannel] = useState<"picture" | "sound">("picture");
  const frame = Math.max(...lanes.map(({ frameSec }) => frameSec));
  const [plusMinus, setPlusMinus] = useState(Math.max(0.001, frame).toFixed(3));
  const [reason, setReason] = useState("");
  const aligned = alignedPoints(lanes, plan.reference, moves, wall.clockSec);
  const error = Number(plusMinus.replace(",", "."));
  const points = aligned?.flatMap(({ lane, itemSec }) => {
    const { object, row } = lane.detail;
    return object === undefined ? [] : [{ item: row.id, object, channel, atS: itemSec.toFixed(6), plusMinusS: error.toFixed(6) }];
  });
  const isReady = points !== undefined && points.length === aligned?.length && error > 0 && error < 1e6 && reason.trim() !== "";
  const writing = useWriting(
    () => syncApi.makeMark({ sort: "aligned", points: points ?? [], text: reason.trim() }),
    ({ id }) => t("sync.mark-made", { id }),
    () => {
      onWritten();
      onClose();
    },
  );
  return (
    <WritingDialog
      title={t("sync.align-title")}
      action={t("sync.align-keep")}
      writing={writing}
      write={isReady ? () => writing.mutate(undefined) : undefined}
      onClose={onClose}
    >
      <p className="quiet small">{t("sync.align-how")}</p>
      {aligned === undefined ? (
        <p className="tone-conflict">{t("sync.align-no-moment")}</p>
      ) : (
        <ul className="record-lines">
          {aligned.map(({ lane, itemSec }) => (
            <li key={lane.detail.row.id}>
              {t("sync.align-point", { number: lane.detail.row.id.slice(1) })} <span className="mono">{formatClock(itemSec)}</span>
            </li>
          ))}
        </ul>
      )}
      <ChoiceField
        label={t("sync.align-by")}
        options={[
          { value: "picture", label: t("sync.channel.picture") },
          { value: "sound", label: t("sync.channel.sound") },
        ]}
        value={channel}
        mayLeave={false}
        onChange={(value) => setChannel(value ?? "picture")}
      />
      <label className="label">
        <span>{t("sync.align-error")}</span>
        <input className="field" inputMode="decimal" value={plusMinus} onChange={(event) => setPlusMinus(event.target.value)} />
      </label>
      <label className="label">
        <span>{t("sync.align-reason")}</span>
        <textarea className="field" data-autofocus value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} />
      </label>
    </WritingDialog>
  );
}

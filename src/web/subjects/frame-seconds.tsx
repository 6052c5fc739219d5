/** The frame of an item under its shield, and where on the item's clock it stands: for taking time codes from what is seen. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { FrameRef } from "../../core/observation/frame-point.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { useItemClock } from "../bench/use-clock.ts";
import { FramePicture } from "../place/frame-picture.tsx";

interface FrameSecondsProps {
  readonly item: ItemId;
  /** Of the frame that stands on the screen; undefined while there is none, or its time is not known. */
  readonly onSeconds: (seconds: number | undefined) => void;
}

export function FrameSeconds({ item, onSeconds }: FrameSecondsProps) {
  const { data } = useQuery({ queryKey: queryKeys.item(item), queryFn: ({ signal }) => api.item(item, signal) });
  return data === undefined || data.row.kind !== "video" ? null : <OfClip detail={data} onSeconds={onSeconds} />;
}

function OfClip({ detail, onSeconds }: { readonly detail: ItemDetail; readonly onSeconds: (seconds: number | undefined) => void }) {
  const { clock } = useItemClock(detail);
  const [start] = useState(0);
  const tell = (frame: FrameRef | undefined): void => {
    const seconds = frame?.frame === undefined ? undefined : clock?.table.edited[frame.frame];
    onSeconds(seconds ?? undefined);
  };
  return (
    <div className="subject-frame">
      <FramePicture item={detail.row.id} frame={start} onFrame={tell} />
    </div>
  );
}

/** Comments on the open item; a new one is about the frame that the player shows, where it has one. */
import { useSyncExternalStore } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { FramePlayer } from "../bench/frame-player.ts";
import { itemClockOf, itemOfFrame } from "../speech/item-time.ts";
import { CommentThread } from "./comment-thread.tsx";

export function CommentsTab({ detail, player }: { detail: ItemDetail; player: FramePlayer | null }) {
  return player === null ? <CommentThread record={detail.row.id} atS={null} /> : <AtFrame detail={detail} player={player} />;
}

function AtFrame({ detail: { row }, player }: { detail: ItemDetail; player: FramePlayer }) {
  const { shown, playing } = useSyncExternalStore(player.subscribe, player.state);
  const clock = itemClockOf(player.clock, row.kind === "sound" ? "sound" : "video");
  // While it plays there is no moment to speak of.
  const atS = shown === null || playing !== "no" ? null : (itemOfFrame(clock, shown) ?? null);
  return <CommentThread record={row.id} atS={atS} />;
}

/** Size of an item's picture as shown, pixels: rotation and pixel aspect applied. A guess of its shape while nothing is known. */
import type { ItemDetail } from "../../api/items.ts";

export function shownSize(detail: ItemDetail): { width: number; height: number } {
  const stream = detail.probe?.streams.find((candidate) => candidate.type === "video" && !candidate.attachedPicture);
  if (stream?.type === "video") return { width: stream.displayWidth, height: stream.displayHeight };
  return detail.row.dimensions === "unknown" ? { width: 16, height: 9 } : detail.row.dimensions;
}

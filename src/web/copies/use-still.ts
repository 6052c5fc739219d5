/** Puts a revealed picture on the canvas of its pane, at its own size. Returns that size, and whether it could not be shown. */
import { useEffect, useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import { mediaUrls } from "../api-client/media-urls.ts";
import { paint } from "../bench/paint.ts";

export interface StillState {
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly failed: boolean;
  readonly shown: boolean;
}

const nothing: StillState = { size: null, failed: false, shown: false };

export function useStill(detail: ItemDetail, canvas: HTMLCanvasElement | null, revealed: boolean): StillState {
  const [state, setState] = useState(nothing);
  const id = detail.row.id;
  const isStill = detail.row.kind === "picture" && detail.media.picture;
  useEffect(() => {
    if (!isStill || !revealed || canvas === null) return undefined;
    const picture = new Image();
    let gone = false;
    picture.onload = () => {
      if (gone) return;
      const size = { width: picture.naturalWidth, height: picture.naturalHeight };
      paint(canvas, size.width, size.height, (context, width, height) => context.drawImage(picture, 0, 0, width, height));
      setState({ size, failed: false, shown: true });
    };
    picture.onerror = () => {
      if (!gone) setState({ ...nothing, failed: true });
    };
    picture.src = mediaUrls.clearPicture(id);
    return () => {
      gone = true;
      picture.src = "";
      canvas.getContext("2d")?.clearRect(0, 0, canvas.width, canvas.height);
      setState((now) => ({ ...now, shown: false }));
    };
  }, [id, isStill, canvas, revealed]);
  return state;
}

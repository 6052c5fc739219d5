/** Opens clear bytes for a player while the item is revealed, and closes them the moment it is not. The only place that asks for them. */
import { useEffect, useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import { mediaUrls } from "../api-client/media-urls.ts";
import { openDecodedFrames } from "./decoded-frames.ts";
import type { FramePlayer } from "./frame-player.ts";
import type { FrameTimes } from "./frame-times.ts";
import { type PictureSource, PictureFault } from "./picture-source.ts";
import { mappingOfOriginal, mappingOfProxy, playerFrames, type PlayerMapping } from "./player-frames.ts";

export interface MediaState {
  readonly stage: "covered" | "opening" | "open" | "failed";
  readonly way: PictureSource["way"] | "sound" | null;
  /** Why decoding gave way to the browser's player, or why nothing opens. */
  readonly reason: string | null;
}

const COVERED: MediaState = { stage: "covered", way: null, reason: null };

/** Whatever shows the parts: the bench's player, or a clip of the sync wall. */
type MediaPlayer = Pick<FramePlayer, "clock" | "attach" | "detach">;

export function useMedia(
  player: MediaPlayer | null,
  detail: ItemDetail,
  times: FrameTimes | null,
  canvas: HTMLCanvasElement | null,
  revealed: boolean,
  preferPlayer: boolean,
  keptBytes?: number,
): MediaState {
  const [state, setState] = useState<MediaState>(COVERED);
  const isVideo = detail.row.kind === "video";
  const playable = detail.media.play === "original" || detail.media.play === "proxy";
  const hasSound = detail.probe?.streams.some((stream) => stream.type === "audio") ?? false;
  const id = detail.row.id;
  const byProxy = detail.media.play === "proxy";
  useEffect(() => {
    if (!player || !revealed || !playable || (isVideo && (!canvas || !times))) return;
    const url = mediaUrls.clearMedia(id);
    const mapping = byProxy && times ? mappingOfProxy(times) : mappingOfOriginal(player.clock);
    const opened: Opened = { source: null, element: null };
    let gone = false;
    setState({ stage: "opening", way: null, reason: null });
    const open = async (): Promise<void> => {
      const reason = isVideo && times ? await openPictures(opened, url, times, mapping, preferPlayer, keptBytes, () => gone) : null;
      if (gone) return closeOpened(opened);
      if (!opened.element && hasSound) {
        opened.element = new Audio();
        opened.element.preload = "metadata";
        opened.element.src = url;
      }
      player.attach({ mapping, source: opened.source, element: opened.element, canvas });
      setState({ stage: "open", way: opened.source?.way ?? "sound", reason });
    };
    open().catch((error: unknown) => {
      if (!gone) setState({ stage: "failed", way: null, reason: error instanceof Error ? error.message : String(error) });
    });
    return () => {
      gone = true;
      player.detach();
      closeOpened(opened);
      setState(COVERED);
    };
  }, [player, id, isVideo, playable, byProxy, hasSound, times, canvas, revealed, preferPlayer, keptBytes]);
  return state;
}

interface Opened {
  source: PictureSource | null;
  element: HTMLMediaElement | null;
}

/** Returns why the browser's player stands in, or null when our own decoding works. */
async function openPictures(
  opened: Opened,
  url: string,
  times: FrameTimes,
  mapping: PlayerMapping,
  preferPlayer: boolean,
  keptBytes: number | undefined,
  gone: () => boolean,
): Promise<string | null> {
  let reason: string | null = null;
  if (!preferPlayer) {
    try {
      opened.source = await openDecodedFrames(url, times, keptBytes === undefined ? undefined : { keptBytes });
      return null;
    } catch (error) {
      if (!(error instanceof PictureFault)) throw error;
      reason = error.message;
    }
  }
  if (gone()) return reason;
  const video = document.createElement("video");
  opened.element = video;
  video.muted = true;
  video.playsInline = true;
  video.preload = "auto";
  await new Promise<void>((resolve, reject) => {
    video.addEventListener("loadeddata", () => resolve(), { once: true });
    video.addEventListener("error", () => reject(new PictureFault(video.error?.message ?? "the browser cannot play the file")), {
      once: true,
    });
    video.src = url;
  });
  opened.source = playerFrames(video, mapping);
  return reason;
}

function closeOpened(opened: Opened): void {
  opened.source?.close();
  if (!opened.element) return;
  opened.element.pause();
  opened.element.removeAttribute("src");
  opened.element.load();
}

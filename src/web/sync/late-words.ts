/** What a pane says of a picture that is not the one the clock asks for; null where it is that one, or where nothing was filmed. */
import { t } from "../words/t.ts";
import type { ClipSight } from "./wall-clip.ts";

export function lateWords({ due, shown, lateSec, framesBehind }: ClipSight): string | null {
  if (due === null || framesBehind === 0) return null;
  // An empty picture is late as well: nothing says yet what was filmed.
  if (shown === null) return t("sync.late-none");
  return t("sync.late-by", { sec: (Math.ceil(Math.max(lateSec, 0.001) * 100 - 1e-6) / 100).toFixed(2) });
}

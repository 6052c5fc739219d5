/** How much two items share, in a phrase. */
import type { CopyPairRow } from "../../api/copies.ts";
import { t } from "../words/t.ts";
import { shortSecond } from "./second-words.ts";

export function sharesWords({ pictureSec, soundSec, stillShared }: Pick<CopyPairRow, "pictureSec" | "soundSec" | "stillShared">): string {
  const parts = [
    stillShared ? t("copies.shares-still") : pictureSec > 0 ? t("copies.shares-picture", { sec: shortSecond(pictureSec) }) : "",
    soundSec > 0 ? t("copies.shares-sound", { sec: shortSecond(soundSec) }) : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? t("copies.shares-nothing") : parts.join(", ");
}

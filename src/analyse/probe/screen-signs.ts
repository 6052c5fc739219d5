/** Signs inside a file that it is a picture of a screen: what the program that took it wrote, or a screen's size without a camera. */
import { pictureOfAPost } from "../../core/file-name/said-by-name.ts";
import type { Trap } from "../../core/trap/trap.ts";
import { cameraOf, type PictureFacts } from "./facts.ts";

/** iOS and macOS write "Screenshot" as a comment; desktop programs their own name. */
const commentTags = /^(?:UserComment|Comment|Description|ImageDescription|Software|Title|CreatorTool|Source)$/;
const programs =
  /\bscreen\s?shots?\b|gnome-screenshot|spectacle|flameshot|\bksnip\b|greenshot|sharex|snipping|lightshot|\bgrim\b|\bscrot\b|\bmaim\b/i;

/** Widths and heights of screens of phones, upright. Desktop screens are as common as drawings of their size, and are left out. */
const phones: ReadonlySet<string> = new Set(
  (
    "640x1136 750x1334 828x1792 1080x1920 1080x2160 1080x2220 1080x2280 1080x2310 1080x2316 1080x2340 1080x2376 1080x2400 1080x2408 " +
    "1080x2412 1080x2448 1125x2436 1170x2532 1179x2556 1206x2622 1242x2208 1242x2688 1260x2800 1284x2778 1290x2796 1320x2868 " +
    "720x1280 720x1440 720x1520 720x1560 720x1600 720x1612 1440x2560 1440x2880 1440x2960 1440x3040 1440x3088 1440x3120 1440x3200"
  ).split(" "),
);

export function screenTraps(facts: PictureFacts): Trap[] {
  const said = facts.rows.find(({ tag, value }) => commentTags.test(tag) && value.length < 200 && programs.test(value));
  if (said !== undefined) return [pictureOfAPost(`${said.group} ${said.tag}: ${said.value}`)];
  const { picture } = facts;
  // A phone's own pictures are JPEG or HEIC; its screen's are PNG.
  if (picture?.codec !== "png" || cameraOf(facts) !== undefined) return [];
  const [short, long] = [Math.min(picture.width, picture.height), Math.max(picture.width, picture.height)];
  return phones.has(`${short}x${long}`)
    ? [pictureOfAPost(`a phone's screen size, ${picture.width} x ${picture.height}, and no camera`)]
    : [];
}

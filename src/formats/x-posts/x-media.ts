/** Pictures and clips of a post: beside an archive under a name put together from id and address, else known by address alone. */
import type { PostMedia } from "../../core/post/post.ts";
import { isList, isNumber, isObject, type JsonObject, type JsonValue } from "../json-stream/json-value.ts";
import type { XLog } from "./x-log.ts";

export interface MediaPlace {
  readonly postId: string;
  /** Folder beside the archive's file; undefined for saved posts, which have none. */
  readonly folder: string | undefined;
  readonly where: string;
}

const roles: Readonly<Record<string, string>> = { photo: "photo", video: "video", animated_gif: "animation" };
const mostMedia = 50;
/** Names as X's delivery gives them. */
const fileName = /\/([\w-]{1,120}\.[A-Za-z0-9]{2,5})(?:[?#].*)?$/;

/** `records`: members of `extended_entities.media`, or of `includes.media`. */
export function readXMedia(records: readonly JsonValue[], place: MediaPlace, log: XLog): PostMedia[] {
  return records
    .slice(0, mostMedia)
    .filter(isObject)
    .map((record) => mediaOf(record, place, log));
}

function mediaOf(record: JsonObject, { postId, folder, where }: MediaPlace, log: XLog): PostMedia {
  const type = record.get("type");
  const role = typeof type === "string" && Object.hasOwn(roles, type) ? (roles[type] as string) : "media";
  const address = addressOf(record);
  const duration = durationOf(record);
  const length = duration === undefined ? {} : { durationSec: duration };
  const name = address === undefined ? undefined : fileName.exec(address)?.[1];
  if (folder !== undefined && name !== undefined && /^\d{1,20}$/.test(postId)) {
    log.trap("media-name-derived", where);
    return { state: "in-export", role, path: `${folder}/${postId}-${name}`, ...length };
  }
  log.trap("media-not-in-export", where);
  return { state: "not-in-export", role, said: (address ?? "no address").slice(0, 1000), ...length };
}

/** Of a clip the variant of most bits, which is the one that archives hold; of a picture its own. */
function addressOf(record: JsonObject): string | undefined {
  const info = record.get("video_info");
  const variants = isObject(info) ? info.get("variants") : record.get("variants");
  let best: { bits: number; url: string } | undefined;
  for (const variant of isList(variants) ? variants.slice(0, 50) : []) {
    if (!isObject(variant)) continue;
    const url = variant.get("url");
    const rate = variant.get("bitrate") ?? variant.get("bit_rate");
    const bits = isNumber(rate) ? Number(rate.digits) : typeof rate === "string" ? Number(rate) : -1;
    if (typeof url === "string" && /\.mp4(?:[?#]|$)/.test(url) && (best === undefined || bits > best.bits)) best = { bits, url };
  }
  if (best !== undefined) return best.url;
  for (const name of ["media_url_https", "media_url", "url", "preview_image_url"]) {
    const url = record.get(name);
    if (typeof url === "string" && url !== "") return url;
  }
  return undefined;
}

function durationOf(record: JsonObject): number | undefined {
  const info = record.get("video_info");
  const value = isObject(info) ? info.get("duration_millis") : record.get("duration_ms");
  const ms = isNumber(value) ? Number(value.digits) : typeof value === "string" && /^\d{1,12}$/.test(value) ? Number(value) : Number.NaN;
  return ms >= 0 && ms < 1e10 ? ms / 1000 : undefined;
}

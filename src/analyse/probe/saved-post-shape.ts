/** Whether a JSON file describes a post, by the names at its top: what yt-dlp writes, or a post of X as its interfaces give it. */
import type { ByteReader } from "./byte-reader.ts";
import { findByNames } from "./json-names.ts";

/** A description's own names may stand behind lists of formats; megabytes of them are met. */
const mostBytes = 256 * 1024 * 1024;

export function savedPostShape(bytes: ByteReader): Promise<"yt-dlp-json" | "x-post-json" | undefined> {
  const top = new Set<string>();
  const data = new Set<string>();
  const has = (names: ReadonlySet<string>, ...wanted: readonly string[]) => wanted.every((name) => names.has(name));
  return findByNames<"yt-dlp-json" | "x-post-json">(bytes, mostBytes, {
    name(path, depth) {
      if (depth === 1) top.add(path[1] ?? "");
      if (depth === 2 && path[1] === "data") data.add(path[2] ?? "");
      if (has(top, "id", "extractor") && (top.has("webpage_url") || top.has("entries"))) return "yt-dlp-json";
      if (has(top, "id_str", "created_at") && (top.has("text") || top.has("full_text"))) return "x-post-json";
      return has(data, "id", "text") ? "x-post-json" : undefined;
    },
  });
}

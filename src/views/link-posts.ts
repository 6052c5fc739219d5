/**
 * Which item a post's media is: the file at the path that the export names, first collected; or the clip that has the name
 * of the post's own file but for its ending. Links in whichever order the two arrive.
 */
import type { PostMedia } from "../core/post/post.ts";
import type { Projecting } from "./handler.ts";

/** A newly collected item may be what earlier readings point at. */
export function linkToPosts(on: Projecting, item: number, path: string): void {
  const names = [path, ...stemsOfClip(path)];
  const wanted = names.filter((name) => on.all("select 1 from post_media where path = ? and item is null limit 1", name).length > 0);
  if (wanted.length === 0) return;
  for (const name of wanted) on.run("update post_media set item = ? where path = ? and item is null", item, name);
  takeEarliestPost(on, item);
}

/** What stands for a post's media among paths. A clip beside has no path of its own: its name up to the ending, and a slash, as no file has. */
export function pathOfMedia(exportPath: string, media: PostMedia): string | undefined {
  if (media.state === "in-export") return besideItem(exportPath, media.path);
  if (media.state !== "beside") return undefined;
  const stem = exportPath.replace(/(?:\.info)?\.json$/i, "");
  return stem === exportPath || /(?:^|\/)$/.test(stem) ? undefined : `${stem}/`;
}

/** The item at such a path, first collected. */
export function itemAt(on: Projecting, path: string): number | undefined {
  if (!path.endsWith("/"))
    return on.all<{ number: number }>("select number from item where path = ? order by number limit 1", path)[0]?.number;
  const stem = path.slice(0, -1);
  // Names between "stem." and "stem/" begin with "stem." (the slash follows the dot), so that an index finds them.
  const near = on.all<{ number: number; path: string }>(
    "select number, path from item where path > ? and path < ? order by number limit 200",
    `${stem}.`,
    path,
  );
  return near.find((one) => stemsOfClip(one.path).includes(path))?.number;
}

const clipEnding = /\.(?:mp4|m4v|mkv|webm|mov|avi|flv|ts|3gp|mpg|mpeg|ogv|m4a|mp3|opus|ogg|oga|aac|wav|flac|wma)$/i;

/** What would stand for this clip beside a post: also where yt-dlp left the format in the name ("X.f137.mp4"). */
function stemsOfClip(path: string): string[] {
  const stem = path.replace(clipEnding, "");
  if (stem === path) return [];
  const bare = stem.replace(/\.f(?:\d|hls|dash|http)[\w-]{0,40}$/, "");
  return bare === stem ? [`${stem}/`] : [`${stem}/`, `${bare}/`];
}

/** An item's posted time and source are those of the earliest post that carries it. */
export function takeEarliestPost(on: Projecting, item: number): void {
  const [first] = on.all<{ posted_at: string | null; json: string; name: string | null }>(
    `select p.posted_at, p.json, c.name from post_media m join post p on p.id = m.post
     left join channel c on c.export_item = p.export_item and c.id = p.channel_id
     where m.item = ? order by p.posted_at is null, p.posted_at, p.id limit 1`,
    item,
  );
  if (first === undefined) {
    on.run("update item set posted_json = null, posted_at = null where number = ?", item);
    return;
  }
  const { posted } = JSON.parse(first.json) as { posted: unknown };
  on.run(
    "update item set posted_json = ?, posted_at = ?, source = coalesce(?, source) where number = ?",
    posted === "unknown" ? null : JSON.stringify(posted),
    first.posted_at,
    first.name,
    item,
  );
}

/** `Chat/photos/a.jpg` for `photos/a.jpg` named in `Chat/result.json`. Undefined when the path leaves the export's folder. */
export function besideItem(itemPath: string, relative: string): string | undefined {
  const parts = itemPath.split("/").slice(0, -1);
  for (const part of relative.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") return undefined;
    parts.push(part);
  }
  return parts.join("/");
}

/** Which item a post's media is: the file at the path that the export names, first collected. Links in whichever order the two arrive. */
import type { Projecting } from "./handler.ts";

/** A newly collected item may be what earlier readings point at. */
export function linkToPosts(on: Projecting, item: number, path: string): void {
  const waiting = on.all<{ post: number }>("select post from post_media where path = ? and item is null", path);
  if (waiting.length === 0) return;
  on.run("update post_media set item = ? where path = ? and item is null", item, path);
  takeEarliestPost(on, item);
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

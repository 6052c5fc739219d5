/** One record of X as a post: of an archive, of the older interface (`id_str`, `full_text`) or of the newer (`data`, `includes`). */
import type { Channel, Post, PostThing } from "../../core/post/post.ts";
import { fieldsOf, type JsonFields } from "../json-stream/json-fields.ts";
import { isList, isNumber, isObject, type JsonObject, type JsonValue, kindOf } from "../json-stream/json-value.ts";
import { readCreatedAt } from "./created-at.ts";
import { instantOfId, timeOfId } from "./snowflake.ts";
import type { XLog } from "./x-log.ts";
import { readXMedia } from "./x-media.ts";
import { readXText } from "./x-text.ts";

type Fields = JsonFields<XLog>;

export interface XContext {
  /** Place in the file, for records without an id. */
  readonly place: string;
  /** Folder of the archive's media beside its file. */
  readonly mediaFolder: string | undefined;
  readonly deleted: boolean;
  /** Accounts by id, of the file's `includes`. */
  readonly users: ReadonlyMap<string, JsonObject>;
  readonly media: ReadonlyMap<string, JsonObject>;
}

export interface XPost {
  readonly post: Post;
  readonly channel: Channel;
}

/** A date shown to the second, and an id to the millisecond: what lies further apart is not rounding. */
const disagreementMs = 2000;
export const ownerChannel: Channel = { id: "owner", name: "Owner of the archive", platform: "x", type: "archive" };

export function readXPost(record: JsonObject, context: XContext, log: XLog): XPost {
  const id = idOf(record.get("id_str") ?? record.get("id") ?? record.get("noteTweetId"));
  const where = id === undefined ? context.place : `post ${id}`;
  const fields = fieldsOf(record, where, log);
  if (id === undefined) fields.fault("id", "the post's id in digits", kindOf(record.get("id_str") ?? record.get("id")));
  const author = authorOf(fields, context);
  const entities = objectIn(record.get("entities"));
  const note = objectIn(record.get("note_tweet"));
  const core = objectIn(record.get("core"));
  const written = textIn(note, "text") ?? textIn(core, "text") ?? fields.text("full_text") ?? fields.text("text") ?? "";
  const { text, entities: runs } = readXText(written, entities?.get("urls") ?? core?.get("urls"), where, log);
  if (record.get("truncated") === true) log.trap("text-truncated", where);
  if (core !== undefined) log.trap("note-is-not-the-post", where);
  if (context.deleted) log.trap("deleted-post", where);
  const posted = postedOf(fields);
  const ofId = id === undefined ? undefined : timeOfId(id, where);
  noteTimes(fields, id, posted);
  const repost = /^RT @(\w{1,30}):/.exec(text)?.[1];
  if (repost !== undefined) log.trap("repost-truncated", where);
  const replyTo = replyOf(fields);
  const carries = thingsOf(fields, id);
  const media = readXMedia(mediaOf(record, context), { postId: id ?? "", folder: context.mediaFolder, where }, log);
  return {
    channel: author.channel,
    post: {
      id: id ?? context.place,
      channelId: author.channel.id,
      ...(author.name === undefined ? {} : { author: author.name }),
      posted: posted ?? "unknown",
      ...(ofId === undefined ? {} : { timeOfId: ofId }),
      text,
      entities: runs,
      ...(repost === undefined ? {} : { forwardedFrom: { displayName: `@${repost}`, resolved: false as const } }),
      ...(replyTo === undefined ? {} : { replyTo }),
      media,
      ...(carries.length === 0 ? {} : { carries }),
    },
  };
}

function postedOf(fields: Fields): Exclude<Post["posted"], "unknown"> | undefined {
  const name = fields.has("created_at") ? "created_at" : "createdAt";
  const words = fields.text(name);
  if (words === undefined) {
    if (!fields.has(name)) fields.log.trap("no-posted-time", fields.where);
    return undefined;
  }
  const claim = readCreatedAt(words, `${fields.where} ${name}`);
  if (claim === undefined) fields.fault(name, "a date such as Sat Sep 14 15:20:17 +0000 2024, or ISO 8601", "a text that is none");
  return claim;
}

function noteTimes(fields: Fields, id: string | undefined, posted: Exclude<Post["posted"], "unknown"> | undefined): void {
  if (id === undefined) return;
  const ms = instantOfId(id);
  if (ms === undefined) return fields.log.trap("id-without-time", fields.where);
  if (posted === undefined || Math.abs(Date.parse(posted.earliest) - ms) <= disagreementMs) return;
  fields.log.trap("id-time-disagrees", `${fields.where}: shown ${posted.earliest}, id ${new Date(ms).toISOString()}`);
}

function authorOf(fields: Fields, { users }: XContext): { channel: Channel; name?: string } {
  const own = objectIn(fields.raw("user"));
  const authorId = idOf(fields.raw("author_id")) ?? idOf(own?.get("id_str") ?? own?.get("id"));
  const user = own ?? (authorId === undefined ? undefined : users.get(authorId));
  const handle = textIn(user, "screen_name") ?? textIn(user, "username");
  const shown = textIn(user, "name");
  if (authorId === undefined && handle === undefined) {
    fields.log.trap("owner-not-named", fields.where);
    return { channel: ownerChannel };
  }
  if (handle === undefined) fields.log.trap("author-not-in-file", fields.where);
  const id = authorId ?? `@${handle}`;
  const name = handle === undefined ? id : `@${handle}`;
  return {
    channel: { id, name: name.slice(0, 200), platform: "x", type: "account" },
    name: shown === undefined || shown === "" ? name : `${shown} (${name})`.slice(0, 400),
  };
}

function replyOf(fields: Fields): string | undefined {
  const old = idOf(fields.raw("in_reply_to_status_id_str") ?? fields.raw("in_reply_to_status_id"));
  if (old !== undefined) {
    const name = fields.raw("in_reply_to_screen_name");
    return typeof name === "string" && name !== "" ? `${old} of @${name.slice(0, 50)}` : old;
  }
  return referenced(fields, "replied_to")[0];
}

function referenced(fields: Fields, sort: string): string[] {
  const list = fields.raw("referenced_tweets");
  return (isList(list) ? list.slice(0, 20) : []).flatMap((one) => {
    const id = isObject(one) && one.get("type") === sort ? idOf(one.get("id")) : undefined;
    return id === undefined ? [] : [id];
  });
}

function mediaOf(record: JsonObject, { media }: XContext): readonly JsonValue[] {
  for (const name of ["extended_entities", "entities"]) {
    const list = objectIn(record.get(name))?.get("media");
    if (isList(list)) return list;
  }
  const keys = objectIn(record.get("attachments"))?.get("media_keys");
  return (isList(keys) ? keys : []).flatMap((key) => (typeof key === "string" ? (media.get(key) ?? []) : []));
}

function thingsOf(fields: Fields, id: string | undefined): PostThing[] {
  const things: PostThing[] = [];
  if (id !== undefined) things.push({ kind: "address-by-id", said: `https://x.com/i/status/${id}` });
  const quoted = idOf(fields.raw("quoted_status_id_str")) ?? referenced(fields, "quoted")[0];
  if (quoted !== undefined) things.push({ kind: "quotes-post", said: quoted });
  const original = referenced(fields, "retweeted")[0];
  if (original !== undefined) things.push({ kind: "reposts-post", said: original });
  const source = fields.raw("source");
  if (typeof source === "string" && source !== "")
    things.push({ kind: "written-with", said: source.replace(/<[^<>]{0,300}>/g, "").slice(0, 200) });
  const place = placeWords(fields);
  if (place !== undefined) {
    fields.log.trap("place-tagged", fields.where);
    things.push({ kind: "location", said: place });
  }
  const versions = fields.raw("edit_history_tweet_ids") ?? objectIn(objectIn(fields.raw("edit_info"))?.get("initial"))?.get("editTweetIds");
  if (isList(versions) && versions.length > 1) {
    fields.log.trap("edited-chain", fields.where);
    things.push({
      kind: "versions",
      said: versions
        .flatMap((one) => idOf(one) ?? [])
        .slice(0, 20)
        .join(", "),
    });
  }
  return things;
}

/** GeoJSON order, longitude first, in `coordinates`; latitude first in the older `geo`. */
function placeWords(fields: Fields): string | undefined {
  const pair = (value: JsonValue | undefined) => {
    const list = objectIn(value)?.get("coordinates");
    const [a, b] = isList(list) ? list : [];
    const digits = (one: JsonValue | undefined) =>
      isNumber(one) ? one.digits : typeof one === "string" && /^-?\d{1,3}(\.\d{1,15})?$/.test(one) ? one : undefined;
    const [first, second] = [digits(a), digits(b)];
    return first === undefined || second === undefined ? undefined : ([first, second] as const);
  };
  const point = pair(fields.raw("coordinates"));
  if (point !== undefined) return `${point[1]}, ${point[0]}`;
  const old = pair(fields.raw("geo"));
  if (old !== undefined) return `${old[0]}, ${old[1]}`;
  const name = textIn(objectIn(fields.raw("place")), "full_name");
  return name === undefined || name === "" ? undefined : name.slice(0, 300);
}

function idOf(value: JsonValue | undefined): string | undefined {
  const digits = isNumber(value) ? value.digits : value;
  return typeof digits === "string" && /^\d{1,20}$/.test(digits) ? digits : undefined;
}

function objectIn(value: JsonValue | undefined): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

function textIn(object: JsonObject | undefined, name: string): string | undefined {
  const value = object?.get(name);
  return typeof value === "string" ? value : undefined;
}

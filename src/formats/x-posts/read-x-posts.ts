/**
 * Posts of X as people hand them in: an archive's `tweets.js` (also `tweet.js`, `tweets-part1.js`, `note-tweet.js`), whose
 * script is one assignment that is cut off and never run, and saved posts as the interfaces give them.
 */
import type { PostsReading } from "../../core/analysis/reading-result.ts";
import type { Channel, Post } from "../../core/post/post.ts";
import { postsFileName } from "../../core/post/posts-file.ts";
import type { ByteStream } from "../../core/vault/vault.port.ts";
import { createJsonReader } from "../json-stream/json-reader.ts";
import { isList, isObject, type JsonObject, type JsonValue, type ValueBuilder } from "../json-stream/json-value.ts";
import { ownCopy } from "../reading-log/own-copy.ts";
import { createPostSink, postBytesAtMost } from "../reading-log/post-sink.ts";
import { decodedText } from "../text-encoding/decoded-text.ts";
import type { MakeDecoder } from "../text-encoding/text-decoder.port.ts";
import { archiveAssignment } from "./archive-assignment.ts";
import { createRecordWalk, recordLandmarks } from "./record-walk.ts";
import { createXLog, xCannotTell, type XLog } from "./x-log.ts";
import { readXPost, type XContext } from "./x-post.ts";

const longestText = 1024 * 1024;
const deepest = 512;
const mostChannels = 20_000;
/** Beyond so many posts an id used twice is no longer noticed. */
const idsKept = 5_000_000;
/** An assignment is short; so much of the beginning is looked at for one. */
const assignmentReach = 4096;

export async function readXPosts(
  bytes: ByteStream,
  makeDecoder: MakeDecoder,
  write: (post: Post) => void,
  mostBytes = postBytesAtMost,
): Promise<PostsReading> {
  const log = createXLog();
  const sink = createPostSink(write, mostBytes);
  const channels = new Map<string, Channel>();
  const ids = new Set<bigint | string>();
  let variable: string | undefined;
  let several = false;

  const take = (record: JsonObject, context: XContext) => {
    const { post, channel } = readXPost(record, context, log);
    // As a number: a text would keep the piece of the file that it was cut from.
    const key = /^\d+$/.test(post.id) ? BigInt(post.id) : post.id;
    if (ids.has(key))
      log.fault({ where: `post ${post.id} id`, expected: "an id that no other post of the file has", found: "one used before" });
    else if (ids.size < idsKept) ids.add(key);
    if (!channels.has(channel.id) && channels.size < mostChannels)
      channels.set(ownCopy(channel.id), { ...channel, id: ownCopy(channel.id), name: ownCopy(channel.name) });
    if (!sink.write(post)) log.trap("answer-full", `post ${post.id}`);
  };
  const none = new Map<string, JsonObject>();
  const walk = createRecordWalk({
    record(record, index, flaws) {
      several = true;
      const inner = [record.get("tweet"), record.get("noteTweet")].find(isObject) ?? record;
      noteFlaws(flaws, `record ${index}`, log);
      const mediaFolder = variable === undefined || variable === "note_tweet" ? undefined : `${variable}_media`;
      take(inner, { place: `record ${index}`, mediaFolder, deleted: /^deleted/.test(variable ?? ""), users: none, media: none });
    },
    whole(object, flaws, complete) {
      noteFlaws(flaws, "the object", log);
      if (!complete) log.trap("file-cut", "the object");
      const data = object.get("data");
      const includes = object.get("includes");
      const included = isObject(includes) ? includes : undefined;
      const shared = {
        mediaFolder: undefined,
        deleted: false,
        users: byKey(included?.get("users"), "id"),
        media: byKey(included?.get("media"), "media_key"),
      };
      const records = isList(data) ? data : [data ?? object];
      several = records.length > 1;
      for (const [n, record] of records.entries()) {
        if (isObject(record)) take(record, { ...shared, place: `data[${n}]` });
        else log.fault({ where: `data[${n}]`, expected: "a post", found: "something else" });
      }
    },
    broken: (where, expected, found) => log.fault({ where, expected, found }),
    cut(where) {
      log.fault({ where, expected: "the end of the file's value", found: "the end of the file before it" });
      log.trap("file-cut", where);
    },
  });
  const reader = createJsonReader(walk, { landmarks: recordLandmarks, longestText, deepest });
  let head: string | undefined = "";
  const begin = (text: string) => {
    head = undefined;
    const assignment = archiveAssignment(text);
    variable = assignment?.variable;
    reader.push(text.slice(assignment?.length ?? 0));
  };
  const pieces = decodedText(bytes, makeDecoder, ({ label, by }) => {
    if (label !== "utf-8" || by === "mark" || by === "guess") log.trap("encoding-unexpected", `${label} by ${by}`);
  });
  for await (const piece of pieces) {
    if (head === undefined) reader.push(piece);
    else if ((head += piece).length >= assignmentReach) begin(head);
  }
  if (head !== undefined) begin(head);
  reader.end();
  const archive = variable !== undefined;
  return {
    kind: "posts",
    format: archive ? "x-archive" : "x-post",
    shape: several || archive ? "account" : "single-post",
    channels: [...channels.values()],
    postsFile: postsFileName,
    counts: sink.counts,
    cannotTell: [...xCannotTell],
    traps: log.traps(),
    faults: log.faults(),
  };
}

function byKey(list: JsonValue | undefined, key: string): ReadonlyMap<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const one of isList(list) ? list : []) {
    const name = isObject(one) ? one.get(key) : undefined;
    if (isObject(one) && typeof name === "string") found.set(name, one);
  }
  return found;
}

function noteFlaws(flaws: ValueBuilder["flaws"], where: string, log: XLog): void {
  for (const { field, flaw } of flaws) {
    if (flaw === "replaced") log.trap("bytes-not-in-encoding", `${where} ${field}`);
    else if (flaw !== "escape")
      log.fault({
        where: `${where} ${field}`,
        expected: "a value of ordinary length and depth in whole characters",
        found: `one with a flaw: ${flaw}`,
      });
  }
}

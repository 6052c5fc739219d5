/**
 * The description file that yt-dlp writes beside what it downloads (`X.info.json` beside `X.mp4`), read as it arrives. One
 * post, or the posts that a list names. Formats, headers, cookies and thumbnails are passed over.
 */
import type { PostsReading } from "../../core/analysis/reading-result.ts";
import type { Channel, Post } from "../../core/post/post.ts";
import { postsFileName } from "../../core/post/posts-file.ts";
import type { ByteStream } from "../../core/vault/vault.port.ts";
import { fieldsOf } from "../json-stream/json-fields.ts";
import { createJsonReader } from "../json-stream/json-reader.ts";
import { ownCopy } from "../reading-log/own-copy.ts";
import { createPostSink, postBytesAtMost } from "../reading-log/post-sink.ts";
import { decodedText } from "../text-encoding/decoded-text.ts";
import type { MakeDecoder } from "../text-encoding/text-decoder.port.ts";
import { channelOf, placeOf, readInfo } from "./info-post.ts";
import { createInfoWalk, type InfoFound } from "./info-walk.ts";
import { createYtDlpLog, ytDlpCannotTell } from "./yt-dlp-log.ts";

/** A description has at most some thousands of characters; what is far longer is cut, and said so. */
const longestText = 1024 * 1024;
const deepest = 512;
/** Accounts of a list's entries, told apart in the answer. */
const mostChannels = 20_000;
const lists: ReadonlySet<string> = new Set(["playlist", "multi_video"]);

export async function readYtDlpInfo(
  bytes: ByteStream,
  makeDecoder: MakeDecoder,
  write: (post: Post) => void,
  mostBytes = postBytesAtMost,
): Promise<PostsReading> {
  const log = createYtDlpLog();
  const sink = createPostSink(write, mostBytes);
  const channels = new Map<string, Channel>();
  let list = false;
  let seen = false;
  const keep = (channel: Channel) => {
    if (!channels.has(channel.id) && channels.size < mostChannels)
      channels.set(ownCopy(channel.id), { ...channel, id: ownCopy(channel.id), name: ownCopy(channel.name) });
  };
  const found = (info: InfoFound, whole: boolean) => {
    seen = true;
    if (!whole && info.place === "") log.trap("file-cut", placeOf(info));
    const type = info.members.get("_type");
    if (info.listed || (typeof type === "string" && lists.has(type))) {
      list = true;
      log.trap("playlist-only", placeOf(info));
      if (channels.size === 0) keep(channelOf(fieldsOf(info.members, placeOf(info), log)));
      return;
    }
    if (info.members.size === 0) return log.fault({ where: placeOf(info), expected: "members of a description", found: "none" });
    const { post, channel } = readInfo(info, log);
    keep(channel);
    if (!sink.write(post)) log.trap("answer-full", placeOf(info));
  };
  const handler = createInfoWalk({ found, broken: (where, expected, what) => log.fault({ where, expected, found: what }) });
  const reader = createJsonReader(handler, { longestText, deepest });
  const text = decodedText(bytes, makeDecoder, ({ label, by }) => {
    if (label !== "utf-8" || by === "mark" || by === "guess") log.trap("encoding-unexpected", `${label} by ${by}`);
  });
  for await (const piece of text) reader.push(piece);
  reader.end();
  if (!seen && log.faultCount() === 0) log.fault({ where: "info.json", expected: "an object", found: "nothing" });
  return {
    kind: "posts",
    format: "yt-dlp",
    shape: list ? "account" : "single-post",
    channels: [...channels.values()],
    postsFile: postsFileName,
    counts: sink.counts,
    cannotTell: [...ytDlpCannotTell],
    traps: log.traps(),
    faults: log.faults(),
  };
}

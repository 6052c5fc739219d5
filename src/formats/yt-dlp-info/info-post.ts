/** One described post: its words, its account, its address without keys, and the clip that lies beside the file. */
import { publicAddress } from "../../core/link/public-address.ts";
import type { Channel, Post, PostThing } from "../../core/post/post.ts";
import { fieldsOf, type JsonFields } from "../json-stream/json-fields.ts";
import { isList, isNumber, isObject } from "../json-stream/json-value.ts";
import { readTimes } from "./info-times.ts";
import type { InfoFound } from "./info-walk.ts";
import type { YtDlpLog } from "./yt-dlp-log.ts";

type Fields = JsonFields<YtDlpLog>;

const overrides = /[\u202d\u202e\u2066-\u2069]/;
/** What lets its bearer in. */
const keyed = ["formats", "requested_formats", "http_headers", "cookies", "url"];
const soundOnly: ReadonlySet<string> = new Set(["mp3", "m4a", "opus", "ogg", "wav", "flac", "aac"]);

export interface InfoPost {
  readonly post: Post;
  readonly channel: Channel;
}

export function readInfo(info: InfoFound, log: YtDlpLog): InfoPost {
  const fields = fieldsOf(info.members, placeOf(info), log);
  notePassed(info, fields);
  const channel = channelOf(fields);
  const { released, ...times } = readTimes(fields);
  const title = fields.text("title") ?? fields.text("fulltitle");
  const text = fields.text("description") ?? "";
  if (overrides.test(`${title ?? ""}${text}`)) log.trap("hidden-direction-marks", fields.where);
  if (`${title ?? ""}${text}`.includes("\ufffd")) log.trap("bytes-not-in-encoding", fields.where);
  const url = addressOf(fields, "webpage_url");
  const author = fields.text("uploader") ?? fields.text("uploader_id");
  const carries = thingsOf(fields, released, url);
  const durationSec = fields.number("duration");
  const ext = fields.text("ext")?.toLowerCase();
  return {
    channel,
    post: {
      id: idOf(fields),
      channelId: channel.id,
      ...(author === undefined ? {} : { author }),
      ...(url === undefined ? {} : { url }),
      ...(title === undefined ? {} : { title }),
      ...times,
      text,
      entities: [],
      // The file of an entry in a list is described by a file of its own.
      media:
        info.place === ""
          ? [
              {
                state: "beside",
                role: soundOnly.has(ext ?? "") ? "sound" : "video",
                said: "a file of the same name",
                ...(durationSec === undefined || durationSec < 0 ? {} : { durationSec }),
              },
            ]
          : [],
      ...(carries.length === 0 ? {} : { carries }),
    },
  };
}

export function placeOf({ place }: InfoFound): string {
  return place === "" ? "info.json" : `info.json ${place}`;
}

/** Id within its site, as text: sites have ids beyond 2^53. */
export function idOf(fields: Fields): string {
  const value = fields.raw("id");
  const id = isNumber(value) ? value.digits : value;
  if (typeof id === "string" && id !== "") return id.slice(0, 500);
  fields.fault("id", "the post's id", "nothing that is one");
  return "unknown";
}

export function channelOf(fields: Fields): Channel {
  const byChannel = fields.text("channel_id") ?? fields.text("channel");
  const id = byChannel ?? fields.text("uploader_id") ?? fields.text("uploader");
  const name = fields.text("channel") ?? fields.text("uploader") ?? id;
  return {
    id: (id ?? "unknown").slice(0, 500),
    name: (name ?? "unknown account").slice(0, 500),
    platform: platformOf(fields).slice(0, 100),
    type: byChannel === undefined ? "account" : "channel",
  };
}

const host = /^https?:\/\/(?:[^/?#]*@)?(?:www\.)?([^/?#:@]+|\[[0-9a-f:.]+\])(?::[0-9]*)?(?:[/?#]|$)/i;

/** The extractor's name is its site's, but for the one that takes any page: there the host says where the clip was. */
function platformOf(fields: Fields): string {
  const extractor = (fields.text("extractor_key") ?? fields.text("extractor") ?? "unknown").toLowerCase();
  if (extractor !== "generic") return extractor;
  return (host.exec(fields.text("webpage_url") ?? "")?.[1] ?? "unknown").toLowerCase();
}

function addressOf(fields: Fields, name: string): string | undefined {
  const words = fields.text(name);
  if (words === undefined || words === "") return undefined;
  const { address, shortened } = publicAddress(words.slice(0, 4000));
  if (shortened) fields.log.trap("address-shortened", `${fields.where} ${name}`);
  return address;
}

function thingsOf(fields: Fields, released: string | undefined, url: string | undefined): PostThing[] {
  const things: PostThing[] = [];
  const add = (kind: string, said: string | undefined) => {
    if (said !== undefined && said !== "") things.push({ kind, said: said.slice(0, 4000) });
  };
  const asked = addressOf(fields, "original_url");
  if (asked !== url) add("asked-address", asked);
  add("account-address", addressOf(fields, "channel_url") ?? addressOf(fields, "uploader_url"));
  add("release", released);
  const location = fields.text("location");
  if (location !== undefined && location !== "") fields.log.trap("location-by-uploader", `${fields.where} location`);
  add("location-words", location);
  const availability = fields.text("availability");
  if (availability !== undefined && availability !== "public") fields.log.trap("not-public", `${fields.where} availability`);
  add("availability", availability);
  const live = fields.text("live_status");
  if (live !== "not_live") add("live-status", live);
  add("counts", countsOf(fields));
  const tags = fields.raw("tags");
  if (isList(tags)) add("tags", tags.filter((tag) => typeof tag === "string").join(", "));
  const version = fields.raw("_version");
  if (isObject(version)) {
    const [program, number] = [version.get("repository"), version.get("version")];
    add("fetched-with", [program, number].filter((one) => typeof one === "string").join(" "));
  }
  return things;
}

function countsOf(fields: Fields): string | undefined {
  const names = ["view_count", "like_count", "dislike_count", "repost_count", "comment_count"];
  const counts = names.flatMap((name) => {
    const number = fields.whole(name);
    return number === undefined ? [] : [`${name.replace(/_count$/, "")}s ${number}`];
  });
  if (counts.length === 0) return undefined;
  fields.log.trap("counts-at-fetching", fields.where);
  return `${counts.join(", ")}, when fetched`;
}

function notePassed({ passed, twice, flaws }: InfoFound, fields: Fields): void {
  for (const name of keyed) if (passed.has(name)) fields.log.trap("keys-left-out", `${fields.where} ${name}`);
  if (passed.has("comments")) fields.log.trap("comments-not-read", fields.where);
  for (const name of twice) fields.fault(name, "each member once", "a member twice; the last one counts");
  for (const { field, flaw } of flaws) {
    if (flaw === "replaced") fields.log.trap("bytes-not-in-encoding", `${fields.where} ${field}`);
    else if (flaw !== "escape") fields.fault(field, "a value of ordinary length and depth in whole characters", `one with a flaw: ${flaw}`);
  }
}

/**
 * A description file as it arrives: of each described thing the few members that are read, everything else passed over
 * without being held. Formats with their signed addresses, headers and cookies are never put together.
 */
import type { JsonHandler } from "../json-stream/json-reader.ts";
import { createValueBuilder, type JsonNumber, type JsonObject, type JsonValue, type ValueBuilder } from "../json-stream/json-value.ts";

/** Members that are read where they are plain values. */
const plain: ReadonlySet<string> = new Set([
  ...["_type", "id", "display_id", "title", "fulltitle", "alt_title", "description"],
  ...["uploader", "uploader_id", "uploader_url", "channel", "channel_id", "channel_url"],
  ...["timestamp", "upload_date", "release_timestamp", "release_date", "modified_timestamp", "modified_date", "epoch"],
  ...["duration", "webpage_url", "original_url", "extractor", "extractor_key", "ext", "location", "availability", "live_status"],
  ...["view_count", "like_count", "dislike_count", "repost_count", "comment_count", "playlist_count"],
  ...["playlist", "playlist_id", "playlist_title"],
]);
/** Members that are read where they are lists or objects. */
const composed: ReadonlySet<string> = new Set(["tags", "_version"]);
/** Members whose presence is worth a word. */
const noticed: ReadonlySet<string> = new Set([
  "formats",
  "requested_formats",
  "http_headers",
  "cookies",
  "url",
  "comments",
  "subtitles",
  "thumbnails",
]);

export interface InfoFound {
  readonly members: JsonObject;
  /** Names of members that were met and passed over. */
  readonly passed: ReadonlySet<string>;
  /** Members that stood twice. */
  readonly twice: readonly string[];
  readonly flaws: ValueBuilder["flaws"];
  /** "entries[3]" in a playlist, "" for the file's own. */
  readonly place: string;
  /** Whether a list of entries was in it. */
  readonly listed: boolean;
}

interface Frame {
  readonly role: "info" | "entries" | "skip";
  readonly members: Map<string, JsonValue>;
  readonly passed: Set<string>;
  readonly twice: string[];
  readonly flaws: ValueBuilder["flaws"][number][];
  readonly place: string;
  name: string;
  listed: boolean;
  count: number;
}

export interface InfoTold {
  /** A described thing has ended, or the file ended in it. */
  found(info: InfoFound, whole: boolean): void;
  broken(where: string, expected: string, found: string): void;
}

export function createInfoWalk(told: InfoTold): JsonHandler {
  const frames: Frame[] = [];
  let builder: ValueBuilder | undefined;
  let builderName = "";

  const top = () => frames.at(-1);
  const frame = (role: Frame["role"], place: string): Frame => ({
    role,
    members: new Map(),
    passed: new Set(),
    twice: [],
    flaws: [],
    place,
    name: "",
    listed: false,
    count: 0,
  });
  const put = (to: Frame, name: string, value: JsonValue) => {
    if (to.members.has(name)) to.twice.push(name);
    to.members.set(name, value);
  };
  const scalar = (value: string | boolean | null | JsonNumber, flaws: readonly ValueBuilder["flaws"][number]["flaw"][] = []) => {
    const at = top();
    if (at === undefined) told.broken("info.json", "an object", "a single value");
    else if (at.role === "entries") {
      // yt-dlp writes null for an entry that it could not read.
      if (value !== null) told.broken(`entries[${at.count}]`, "an object", "a single value");
      at.count++;
    } else if (at.role === "info") {
      if (noticed.has(at.name)) at.passed.add(at.name);
      if (!plain.has(at.name)) return;
      put(at, at.name, value);
      for (const flaw of flaws) if (at.flaws.length < 20) at.flaws.push({ field: at.name, flaw: flaw as never });
    }
  };
  const finish = (done: Frame, whole: boolean) => {
    if (done.role !== "info") return;
    const { members, passed, twice, flaws, place, listed } = done;
    told.found({ members, passed, twice, flaws, place, listed }, whole);
  };
  const stop = () => {
    builder = undefined;
    for (let done = frames.pop(); done !== undefined; done = frames.pop()) finish(done, false);
  };

  return {
    open(kind) {
      if (builder !== undefined) return builder.open(kind);
      const at = top();
      if (at === undefined) {
        if (kind !== "object") told.broken("info.json", "an object", "a list");
        frames.push(frame(kind === "object" ? "info" : "skip", ""));
      } else if (at.role === "info" && at.name === "entries" && kind === "array") {
        at.listed = true;
        frames.push(frame("entries", at.place));
      } else if (at.role === "info" && composed.has(at.name)) {
        builder = createValueBuilder();
        builderName = at.name;
        builder.open(kind);
      } else if (at.role === "entries" && kind === "object") {
        frames.push(frame("info", `${at.place === "" ? "" : `${at.place}.`}entries[${at.count}]`));
        at.count++;
      } else {
        if (at.role === "info" && noticed.has(at.name)) at.passed.add(at.name);
        frames.push(frame("skip", at.place));
      }
    },
    close() {
      if (builder !== undefined) {
        builder.close();
        const at = top();
        if (builder.value === undefined || at === undefined) return;
        put(at, builderName, builder.value);
        at.flaws.push(...builder.flaws.slice(0, 5));
        builder = undefined;
        return;
      }
      const done = frames.pop();
      if (done !== undefined) finish(done, true);
    },
    name(text) {
      if (builder !== undefined) return builder.name(text);
      const at = top();
      if (at !== undefined) at.name = text;
    },
    text: (value, flaws) => (builder === undefined ? scalar(value, flaws) : builder.add(value, flaws)),
    word: (value) => (builder === undefined ? scalar(value) : builder.add(value)),
    number: (digits) => (builder === undefined ? scalar({ digits }) : builder.add({ digits })),
    broken(expected, found) {
      const at = top();
      told.broken(`info.json ${at?.place ?? ""} ${at?.name ?? ""}`.replace(/\s+/g, " ").trim(), expected, found);
      stop();
    },
    cut: stop,
    found: () => [],
  };
}

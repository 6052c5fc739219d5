/** The words of a post: X's escapes undone, its links with where they lead, inert. */
import type { TextEntity } from "../../core/post/post.ts";
import { isList, isObject, type JsonValue } from "../json-stream/json-value.ts";
import type { XLog } from "./x-log.ts";

const overrides = /[\u202d\u202e\u2066-\u2069]/;
const mostLinks = 200;

export function readXText(
  written: string,
  urls: JsonValue | undefined,
  where: string,
  log: XLog,
): { text: string; entities: TextEntity[] } {
  const text = written.replace(/&(amp|lt|gt);/g, (_, name: string) => (name === "amp" ? "&" : name === "lt" ? "<" : ">"));
  if (text !== written) log.trap("text-unescaped", where);
  if (overrides.test(text)) log.trap("hidden-direction-marks", where);
  if (text.includes("\ufffd")) log.trap("bytes-not-in-encoding", where);
  return { text, entities: linksIn(text, urls, where, log) };
}

/** Links stand in the text as short addresses; offsets in the record count otherwise than text does, so they are looked for. */
function linksIn(text: string, urls: JsonValue | undefined, where: string, log: XLog): TextEntity[] {
  const found: TextEntity[] = [];
  for (const one of isList(urls) ? urls.slice(0, mostLinks) : []) {
    if (!isObject(one)) continue;
    const short = one.get("url");
    const target = one.get("expanded_url") ?? one.get("unwound_url");
    if (typeof short !== "string" || short === "") continue;
    const after = found.filter(({ start, end }) => text.slice(start, end) === short).at(-1)?.end ?? 0;
    const start = text.indexOf(short, after);
    if (start < 0) continue;
    const href = typeof target === "string" && target !== "" ? target.slice(0, 4000) : undefined;
    if (href !== undefined && href !== short) log.trap("link-shows-another-address", where);
    found.push({ type: "link", start, end: start + short.length, ...(href === undefined ? {} : { href }) });
  }
  return found.toSorted((a, b) => a.start - b.start);
}

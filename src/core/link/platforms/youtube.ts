/** Videos on YouTube: the eleven characters are the video, whatever page shows it. A playlist beside it is kept. */
import { queryValue } from "../url-parts.ts";
import { onePlace, type PlatformRule, saidIf } from "./platform-rule.ts";

const hosts = new Set([
  "youtube.com",
  "www.youtube.com",
  "m.youtube.com",
  "music.youtube.com",
  "www.youtube-nocookie.com",
  "youtube-nocookie.com",
]);
const short = new Set(["youtu.be", "www.youtu.be"]);
const inPath = /^\/(?:shorts|live|embed|v)\/([A-Za-z0-9_-]{11})\/?$/;
const channel = /^\/(@[^/]+|(?:channel|c|user)\/[^/]+)/;

export const youtubeRule: PlatformRule = (parts) => {
  const isShort = short.has(parts.host);
  if (parts.port !== "" || (!isShort && !hosts.has(parts.host))) return undefined;
  const id = isShort
    ? /^\/([A-Za-z0-9_-]{11})\/?$/.exec(parts.path)?.[1]
    : (inPath.exec(parts.path)?.[1] ??
      (/^\/watch\/?$/.test(parts.path) ? /^[A-Za-z0-9_-]{11}$/.exec(queryValue(parts, "v") ?? "")?.[0] : undefined));
  if (id === undefined) {
    if (isShort) return { platform: "youtube", parts, rules: [] };
    const account = channel.exec(parts.path)?.[1];
    return {
      platform: "youtube",
      parts: { ...parts, scheme: "https", host: "www.youtube.com" },
      account,
      rules: saidIf(
        parts.host !== "www.youtube.com" || parts.scheme !== "https",
        "youtube-host",
        `${parts.host} and www.youtube.com are one place`,
      ),
    };
  }
  const list = queryValue(parts, "list");
  const query = [`v=${id}`, ...(list === undefined ? [] : [`list=${list}`])];
  const start = queryValue(parts, "t") ?? queryValue(parts, "start");
  return {
    platform: "youtube",
    parts: onePlace("www.youtube.com", "/watch", query),
    post: { platform: "youtube", id, account: "unknown" },
    rules: [
      ...saidIf(
        parts.host !== "www.youtube.com" || parts.path !== "/watch",
        "youtube-video",
        `${parts.host}${parts.path.replace(id, "…")} shows the video of this number`,
      ),
      ...saidIf(start !== undefined, "youtube-position", `starts at ${start}: a place in the same video`),
      ...saidIf(
        start === undefined && (parts.query?.join("&") ?? query.join("&")) !== query.join("&"),
        "youtube-query",
        "what stands beside the number says who shared it, not which video it is",
      ),
    ],
  };
};

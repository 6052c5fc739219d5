/** Facebook: one place under several hosts. Numbers of posts stand in many forms of paths, which are kept as they are. */
import { queryValue, withoutPairs } from "../url-parts.ts";
import { type PlatformRule, saidIf } from "./platform-rule.ts";

const hosts = new Set([
  "facebook.com",
  "www.facebook.com",
  "m.facebook.com",
  "mbasic.facebook.com",
  "web.facebook.com",
  "touch.facebook.com",
  "fb.com",
  "www.fb.com",
  "m.fb.com",
]);
const tracking =
  /^(mibextid|rdid|share_url|paipv|eav|locale2|ref|refid|refsrc|fref|hc_ref|notif_id|notif_t|acontext|_ft_|__tn__|__xts__.*|__cft__.*|__so__|__rv__|_rdr|_rdc)$/;
const inPath = /^\/(?:([A-Za-z0-9.]{3,})\/(?:videos|posts)(?:\/[^/]+)?|reel)\/([A-Za-z0-9]{5,})\/?$/;

export const facebookRule: PlatformRule = (given) => {
  if (given.port !== "" || !hosts.has(given.host)) return undefined;
  const { parts, dropped } = withoutPairs(given, (name) => tracking.test(name));
  const found = inPath.exec(parts.path);
  const story = queryValue(parts, "story_fbid");
  const id = found?.[2] ?? story ?? (/^\/watch\/?$/.test(parts.path) ? queryValue(parts, "v") : undefined) ?? queryValue(parts, "fbid");
  const account = found?.[1]?.toLowerCase() ?? (story === undefined ? undefined : queryValue(parts, "id"));
  return {
    platform: "facebook",
    parts: { ...parts, scheme: "https", host: "www.facebook.com" },
    account,
    post: id === undefined || id === "" ? undefined : { platform: "facebook", id, account: account ?? "unknown" },
    rules: [
      ...saidIf(
        given.host !== "www.facebook.com" || given.scheme !== "https",
        "facebook-host",
        `${given.host} and www.facebook.com are one place`,
      ),
      ...saidIf(dropped.length > 0, "facebook-query", `${dropped.join(", ")} say who shared it, not what it is`),
    ],
  };
};

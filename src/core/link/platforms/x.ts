/** Posts on X: one post has many addresses, of X itself and of pages that show it. */
import { timeOfXPost } from "../time-of-id.ts";
import { onePlace, type PlatformRule, saidIf } from "./platform-rule.ts";

const own = new Set([
  "x.com",
  "www.x.com",
  "mobile.x.com",
  "m.x.com",
  "twitter.com",
  "www.twitter.com",
  "mobile.twitter.com",
  "m.twitter.com",
]);
/** Pages of others that show a post under its own path. What they show beside it may differ, so nothing else of theirs is folded. */
const mirrors = /^(www\.)?(vxtwitter\.com|fxtwitter\.com|fixupx\.com|fixvx\.com|twittpr\.com|nitter\.[a-z0-9.-]+)$/;
/** The number alone names the post; X shows it under any handle, and old or mistyped ones may be longer than the 15 signs of an account. */
const post = /^\/(?:(i)(?:\/web)?|([A-Za-z0-9_]{1,50}))\/status(?:es)?\/([0-9]{1,19})(?:\/(?:photo|video)\/\d+)?\/?$/;
const account = /^\/([A-Za-z0-9_]{1,15})\/?$/;
/** Paths that look like an account and are none. */
const notAccounts = new Set([
  "home",
  "i",
  "explore",
  "search",
  "settings",
  "messages",
  "notifications",
  "intent",
  "share",
  "hashtag",
  "login",
]);

export const xRule: PlatformRule = (parts) => {
  const isOwn = own.has(parts.host);
  if (parts.port !== "" || (!isOwn && !mirrors.test(parts.host))) return undefined;
  const found = post.exec(parts.path);
  if (found !== null) {
    const user = found[2]?.toLowerCase();
    const id = found[3] as string;
    const path = `/${user ?? "i"}/status/${id}`;
    return {
      platform: "x",
      parts: onePlace("x.com", path),
      account: user,
      post: { platform: "x", id, account: user ?? "unknown" },
      timeOfId: timeOfXPost(id),
      rules: [
        ...saidIf(!isOwn, "x-mirror", `${parts.host} shows posts of X; this is the post's own address`),
        ...saidIf(isOwn && parts.host !== "x.com", "x-host", `${parts.host} and x.com are one place`),
        ...saidIf(
          parts.path !== path,
          "x-post-path",
          "one post, one address: accounts are compared in lower case, and what shows one of its pictures is the post",
        ),
        ...saidIf(
          parts.query !== undefined || parts.fragment !== undefined,
          "x-post-query",
          "what stands behind the number says who shared it, not which post it is",
        ),
      ],
    };
  }
  if (!isOwn) return undefined;
  const name = account.exec(parts.path)?.[1]?.toLowerCase();
  const named = name !== undefined && !notAccounts.has(name);
  return {
    platform: "x",
    parts: { ...parts, scheme: "https", host: "x.com", ...(named ? { path: `/${name}` } : {}) },
    account: named ? name : undefined,
    rules: saidIf(parts.host !== "x.com" || parts.scheme !== "https", "x-host", `${parts.host} and x.com are one place`),
  };
};

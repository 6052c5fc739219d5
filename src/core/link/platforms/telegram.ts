/** Posts of Telegram channels: the name of the channel and the number of the post. */
import { queryValue } from "../url-parts.ts";
import { onePlace, type PlatformRule, saidIf } from "./platform-rule.ts";

const hosts = new Set(["t.me", "www.t.me", "telegram.me", "www.telegram.me", "telegram.dog", "www.telegram.dog"]);
const post = /^\/(?:s\/)?([A-Za-z][A-Za-z0-9_]{3,31})\/([1-9][0-9]{0,18})(?:\/([1-9][0-9]{0,18}))?\/?$/;
const privatePost = /^\/c\/([1-9][0-9]{0,18})\/([1-9][0-9]{0,18})(?:\/([1-9][0-9]{0,18}))?\/?$/;
const channel = /^\/(?:s\/)?([A-Za-z][A-Za-z0-9_]{3,31})\/?$/;
/** First parts of paths that look like a channel and are none. */
const notChannels = new Set([
  "joinchat",
  "addstickers",
  "addemoji",
  "addtheme",
  "addlist",
  "share",
  "proxy",
  "socks",
  "setlanguage",
  "invoice",
  "login",
  "confirmphone",
  "contact",
  "giftcode",
  "boost",
]);

export const telegramRule: PlatformRule = (parts) => {
  if (parts.port !== "" || !hosts.has(parts.host)) return undefined;
  const host = saidIf(parts.host !== "t.me" || parts.scheme !== "https", "telegram-host", `${parts.host} and t.me are one place`);
  const found = post.exec(parts.path);
  const hidden = privatePost.exec(parts.path);
  const [, owner = "", first = "", second] = found ?? hidden ?? [];
  if (owner !== "" && !notChannels.has(owner.toLowerCase())) {
    const name = owner.toLowerCase();
    const path = `/${hidden === null ? "" : "c/"}${name}/${first}${second === undefined ? "" : `/${second}`}`;
    // A comment under a post is another post; the rest only says how to show this one.
    const comment = queryValue(parts, "comment");
    const kept = comment === undefined ? [] : [`comment=${comment}`];
    const account = hidden === null ? name : `c/${name}`;
    return {
      platform: "telegram",
      parts: onePlace("t.me", path, kept),
      account,
      post: { platform: "telegram", id: `${second ?? first}${comment === undefined ? "" : `?comment=${comment}`}`, account },
      rules: [
        ...host,
        ...saidIf(parts.path.startsWith("/s/"), "telegram-preview", "the page with /s/ is the preview of the channel at this post"),
        ...saidIf(found !== null && found[1] !== name, "telegram-name", "Telegram compares names of channels in lower case"),
        ...saidIf(
          (parts.query ?? []).join("&") !== kept.join("&"),
          "telegram-query",
          "what stands behind the number says how to show the post, not which it is",
        ),
      ],
    };
  }
  const name = channel.exec(parts.path)?.[1]?.toLowerCase();
  const named = name !== undefined && !notChannels.has(name);
  // With a query it may be a bot that is handed something, or a place in the preview: kept.
  return {
    platform: "telegram",
    parts: { ...parts, scheme: "https", host: "t.me", ...(named && parts.query === undefined ? { path: `/${name}` } : {}) },
    account: named ? name : undefined,
    rules: host,
  };
};

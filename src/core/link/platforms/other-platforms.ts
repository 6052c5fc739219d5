/** Instagram, TikTok and VK: hosts folded, numbers and accounts read; paths stay as they are. */
import { timeOfTikTokVideo } from "../time-of-id.ts";
import { withoutPairs } from "../url-parts.ts";
import { type PlatformRule, saidIf } from "./platform-rule.ts";

const instagramHosts = new Set(["instagram.com", "www.instagram.com", "m.instagram.com"]);
const instagramPost = /^\/(?:([A-Za-z0-9._]{1,30})\/)?(?:p|reel|reels|tv)\/([A-Za-z0-9_-]{5,})\/?$/;

export const instagramRule: PlatformRule = (given) => {
  if (given.port !== "" || !instagramHosts.has(given.host)) return undefined;
  const { parts, dropped } = withoutPairs(given, (name) => name === "igsh" || name === "igshid");
  const found = instagramPost.exec(parts.path);
  const account = found?.[1]?.toLowerCase();
  return {
    platform: "instagram",
    parts: { ...parts, scheme: "https", host: "www.instagram.com", path: found === null ? parts.path : parts.path.replace(/\/?$/, "/") },
    account,
    post: found === null ? undefined : { platform: "instagram", id: found[2] as string, account: account ?? "unknown" },
    rules: [
      ...saidIf(
        given.host !== "www.instagram.com" || given.scheme !== "https",
        "instagram-host",
        `${given.host} and www.instagram.com are one place`,
      ),
      ...saidIf(dropped.length > 0, "instagram-query", `${dropped.join(", ")} say who shared it, not what it is`),
    ],
  };
};

const tiktokHosts = new Set(["tiktok.com", "www.tiktok.com", "m.tiktok.com"]);
const tiktokPost = /^\/@([A-Za-z0-9._]{1,30})\/(?:video|photo)\/([0-9]{15,20})\/?$/;
const tiktokTracking =
  /^(is_from_webapp|sender_device|sender_web_id|web_id|_r|_t|u_code|share_app_id|share_link_id|tt_from|is_copy_url|checksum|timestamp|user_id|sec_user_id)$/;

export const tiktokRule: PlatformRule = (given) => {
  if (given.port !== "" || !tiktokHosts.has(given.host)) return undefined;
  const found = tiktokPost.exec(given.path);
  const { parts, dropped } = found === null ? { parts: given, dropped: [] } : withoutPairs(given, (name) => tiktokTracking.test(name));
  const account = found?.[1]?.toLowerCase();
  const id = found?.[2];
  return {
    platform: "tiktok",
    parts: { ...parts, scheme: "https", host: "www.tiktok.com" },
    account,
    post: id === undefined ? undefined : { platform: "tiktok", id, account: account ?? "unknown" },
    timeOfId: id === undefined ? undefined : timeOfTikTokVideo(id),
    rules: [
      ...saidIf(
        given.host !== "www.tiktok.com" || given.scheme !== "https",
        "tiktok-host",
        `${given.host} and www.tiktok.com are one place`,
      ),
      ...saidIf(dropped.length > 0, "tiktok-query", `${dropped.join(", ")} say who shared it, not what it is`),
    ],
  };
};

const vkHosts = new Set(["vk.com", "www.vk.com", "m.vk.com"]);
const vkPost = /^\/(wall|video|photo|clip)(-?[0-9]+)_([0-9]+)$/;

export const vkRule: PlatformRule = (given) => {
  if (given.port !== "" || !vkHosts.has(given.host)) return undefined;
  const found = vkPost.exec(given.path);
  return {
    platform: "vk",
    parts: { ...given, scheme: "https", host: "vk.com" },
    account: found?.[2],
    post: found === null ? undefined : { platform: "vk", id: `${found[1]}${found[2]}_${found[3]}`, account: found[2] as string },
    rules: saidIf(given.host !== "vk.com" || given.scheme !== "https", "vk-host", `${given.host} and vk.com are one place`),
  };
};

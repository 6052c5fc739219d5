/** What stands in a link for those who count visits, and changes nothing of what is shown. */
import type { LinkRule } from "./link.ts";
import { type UrlParts, withoutPairs } from "./url-parts.ts";

/** Names that are used for counting alone. A name that a site might use for itself ("ref", "source", "id") is not here. */
const tracking = new Set([
  "fbclid",
  "gclid",
  "gclsrc",
  "dclid",
  "gbraid",
  "wbraid",
  "msclkid",
  "yclid",
  "ysclid",
  "_openstat",
  "twclid",
  "ttclid",
  "li_fat_id",
  "igshid",
  "mc_cid",
  "mc_eid",
  "mkt_tok",
  "_hsenc",
  "_hsmi",
  "vero_id",
  "oly_enc_id",
  "oly_anon_id",
  "rb_clickid",
  "__twitter_impression",
  "guce_referrer",
  "guce_referrer_sig",
  "guccounter",
]);

export function withoutTracking(given: UrlParts): { parts: UrlParts; rules: LinkRule[] } {
  const rules: LinkRule[] = [];
  const { parts, dropped } = withoutPairs(given, (name) => tracking.has(name.toLowerCase()) || /^utm_/i.test(name));
  if (dropped.length > 0) rules.push({ rule: "tracking", said: `${dropped.join(", ")}: for counting visits, left out` });
  const fragment = fragmentThatMeans(parts.fragment);
  if (fragment !== parts.fragment) {
    rules.push({
      rule: "fragment",
      said: `#${parts.fragment ?? ""}: ${fragment === undefined ? "left out" : `only #${fragment} kept`}, the page is the same`,
    });
  }
  return { parts: { ...parts, fragment }, rules };
}

/** A fragment may be what the page shows ("#!/photo/3", "#comment-12"): left out only where it is known to mean nothing. */
function fragmentThatMeans(fragment: string | undefined): string | undefined {
  if (fragment === undefined) return undefined;
  // Text that the browser is to mark: never sent, never seen by the page (WICG scroll-to-text).
  const [kept = ""] = fragment.split(":~:", 1);
  if (kept === "" || /^xtor=/.test(kept)) return undefined;
  return kept.split("&").every((pair) => /^utm_[a-z_]+=/i.test(pair)) ? undefined : kept;
}

/**
 * Brings a link to the one spelling under which it is compared, and says what was done. Pure: nothing is fetched, so a
 * short link stays one. Conservative: two links become one only by a rule that says why; when in doubt they stay two.
 */
import { visibleText } from "../text/visible-text.ts";
import { readArchiveCopy } from "./archive-copy.ts";
import { unicodeHost } from "./host-name.ts";
import type { LinkReading, LinkRule, NormalisedLink } from "./link.ts";
import { readableEncoding } from "./percent-encoding.ts";
import { facebookRule } from "./platforms/facebook.ts";
import { instagramRule, tiktokRule, vkRule } from "./platforms/other-platforms.ts";
import type { PlatformLink, PlatformRule } from "./platforms/platform-rule.ts";
import { telegramRule } from "./platforms/telegram.ts";
import { xRule } from "./platforms/x.ts";
import { youtubeRule } from "./platforms/youtube.ts";
import { publicAddress } from "./public-address.ts";
import { carriedLink } from "./redirect-wrapper.ts";
import { withoutTracking } from "./tracking.ts";
import { readParts, type UrlParts, writeParts } from "./url-parts.ts";

/** A link with all that is made of it must fit into one line of the ledger. */
const longest = 8000;
/** A wrapper may carry a wrapper; more is a riddle and no link. */
const deepest = 4;

const platformRules: readonly PlatformRule[] = [xRule, youtubeRule, telegramRule, facebookRule, instagramRule, tiktokRule, vkRule];
/** They lead somewhere else, and only asking would tell where. */
const shortLinks = new Set([
  "t.co",
  "bit.ly",
  "tinyurl.com",
  "goo.gl",
  "is.gd",
  "ow.ly",
  "buff.ly",
  "vk.cc",
  "clck.ru",
  "fb.watch",
  "vm.tiktok.com",
  "vt.tiktok.com",
  "redd.it",
]);

/** What is taken out of a link can uncover more of its kind; a link that never settles is a riddle and no link. */
const mostPasses = 8;

/** Never throws. The spelling it gives is read as itself again. */
export function normaliseUrl(given: string): LinkReading {
  let reading = normalise(given, 0);
  for (let pass = 0; pass < mostPasses && reading.state === "link"; pass++) {
    const { link } = reading;
    const again = normalise(link.normalised, 0);
    if (again.state === "refused") return again;
    if (again.link.normalised === link.normalised) return reading;
    const credentials = link.credentials === "left-out" || again.link.credentials === "left-out";
    reading = {
      state: "link",
      link: {
        ...again.link,
        verbatim: credentials ? withoutPasswords(link.verbatim) : link.verbatim,
        credentials: credentials ? "left-out" : "none",
        rules: [...link.rules, ...again.link.rules],
      },
    };
  }
  return reading.state === "refused"
    ? reading
    : refused("expected a link with one spelling; found one that is another each time it is read");
}

function normalise(given: string, depth: number): LinkReading {
  const rules: LinkRule[] = [];
  const text = bare(given);
  if (text === "") return refused("expected a link; found nothing");
  if (text.length > longest) return refused(`expected a link of at most ${longest} signs; found ${text.length}`);
  if (!text.isWellFormed()) return refused("expected text; found half a character");
  if (/[\s\p{Cc}]/u.test(text)) return refused("expected one link; found white space or control characters in the middle");
  const web = webLink(text, rules);
  if (web.state === "refused") return web;
  const read = readParts(web.text);
  if (read.state === "refused") return refused(read.reason);
  if (read.credentials) rules.push({ rule: "credentials", said: "the link held a name or password before @: left out everywhere" });
  const carried = carriedLink(read.parts);
  if (carried !== undefined && depth < deepest) {
    const inner = normalise(carried, depth + 1);
    if (inner.state === "link") {
      rules.push({ rule: "redirect-wrapper", said: `${read.parts.host} only leads on: this is the link that it carries` });
      const { link } = inner;
      return {
        state: "link",
        link: {
          ...link,
          // Encoded in the wrapper, a name and password could not be taken out of it alone.
          verbatim: link.credentials === "left-out" ? link.verbatim : verbatimOf(given, read.credentials),
          credentials: read.credentials ? "left-out" : link.credentials,
          rules: [...rules, ...link.rules],
        },
      };
    }
  }
  const link = linkOf(given, read.parts, read.credentials, rules, depth);
  if (link.normalised.length > longest)
    return refused(`expected a link of at most ${longest} signs in ASCII; found ${link.normalised.length}`);
  return { state: "link", link };
}

function linkOf(given: string, asRead: UrlParts, outside: boolean, rules: LinkRule[], depth: number): NormalisedLink {
  const inside = readArchiveCopy(asRead) !== undefined && asRead.path.search(withPassword) >= 0;
  const credentials = outside || inside;
  const read = inside ? { ...asRead, path: withoutPasswords(asRead.path) } : asRead;
  if (inside) rules.push({ rule: "credentials", said: "the archived link held a name or password before @: left out everywhere" });
  const archived = readArchiveCopy(read);
  let found: Pick<PlatformLink, "parts" | "rules"> & Partial<PlatformLink>;
  if (archived === undefined) {
    const clean = withoutTracking(read);
    rules.push(...clean.rules);
    found = firstOf(clean.parts) ?? { parts: clean.parts, rules: [] };
  } else found = archived;
  rules.push(...found.rules);
  const { parts } = found;
  if (shortLinks.has(parts.host)) rules.push({ rule: "short-link", said: "where it leads is not known: nothing was fetched" });
  const host = { ascii: parts.host, unicode: unicodeHost(parts.host) };
  if (host.ascii !== host.unicode)
    rules.push({ rule: "idn", said: `${host.unicode} is written ${host.ascii} on the wire: letters of two scripts can look alike` });
  const inner = archived?.of === undefined || depth >= deepest ? undefined : normalise(archived.of, depth + 1);
  const verbatim = verbatimOf(given, credentials);
  const shown = publicAddress(writeParts(parts, host.unicode));
  if (shown.shortened || publicAddress(verbatim).shortened)
    rules.push({ rule: "not-shown", said: "some parts may let their bearer in, as a key or a signature does: kept, and not shown" });
  return {
    verbatim,
    normalised: writeParts(parts),
    shown: visibleText(readableEncoding(shown.address)),
    host,
    credentials: credentials ? "left-out" : "none",
    platform: found.platform ?? "unknown",
    account: found.account ?? "unknown",
    post: found.post ?? "none",
    ...(archived === undefined
      ? {}
      : {
          archive: {
            service: archived.service,
            of: inner?.state === "link" ? inner.link.normalised : "unknown",
            capturedAt: archived.capturedAt,
          },
        }),
    ...(found.timeOfId === undefined ? {} : { timeOfId: found.timeOfId }),
    rules,
  };
}

function firstOf(parts: UrlParts): PlatformLink | undefined {
  for (const rule of platformRules) {
    const found = rule(parts);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Without what a chat, a sheet or a mail puts around a link. */
function bare(given: string): string {
  const text = given.trim();
  return /^<[^<>]+>$/.test(text) ? text.slice(1, -1).trim() : text;
}

/** Text that begins with http: or https:, or why it cannot be had. */
function webLink(
  text: string,
  rules: LinkRule[],
): { readonly state: "web"; readonly text: string } | { readonly state: "refused"; readonly reason: string } {
  const disarmed = /^h(?:xx|\*\*)p(s?):\/\//i.exec(text);
  if (disarmed !== null || (/^https?:/i.test(text) && /^[^/?#]*\/\/[^/?#]*\[\.\]/.test(text))) {
    rules.push({ rule: "disarmed", said: "it was written so that nobody would open it by accident" });
    const armed = disarmed === null ? text : `http${(disarmed[1] as string).toLowerCase()}://${text.slice(disarmed[0].length)}`;
    const end = /^[^/]*\/\/[^/?#]*/.exec(armed)?.[0].length ?? 0;
    return { state: "web", text: `${armed.slice(0, end).replaceAll("[.]", ".")}${armed.slice(end)}` };
  }
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text)?.[1]?.toLowerCase();
  if (scheme === "http" || scheme === "https") return { state: "web", text };
  // "example.org:8080/x" has a port and no scheme.
  const port = scheme !== undefined && scheme.includes(".") && /^[^:]*:\d{1,5}([/?#]|$)/.test(text);
  if (scheme !== undefined && !port) return refused(reasonAgainst(scheme));
  const assumed = text.startsWith("//") ? text.slice(2) : text;
  if (!/^[^/?#@]+\.[^/?#@.]{2,}([/?#]|$)/u.test(assumed))
    return refused("expected a link such as https://example.org/…; found text without a host");
  rules.push({ rule: "scheme-assumed", said: "it was given without http or https: taken as https" });
  return { state: "web", text: `https://${assumed}` };
}

function reasonAgainst(scheme: string): string {
  switch (scheme) {
    case "javascript":
    case "vbscript":
      return `${scheme}: runs a program; it is no link to anything`;
    case "data":
    case "blob":
      return `${scheme}: holds its content or lies in one browser; keep it as a file`;
    case "file":
      return "file: leads to a file on one machine; add the file itself";
    default:
      return `${scheme}: expected http or https; a link of another program cannot be compared`;
  }
}

/** In the link that an archive's path ends with. */
const withPassword = /(\/\/)[^/?#]*@/g;

/** With the name and password before @ taken out, which would else travel with every copy of the case. */
function verbatimOf(given: string, credentials: boolean): string {
  const text = given.trim();
  return credentials ? withoutPasswords(text) : text;
}

/** Again until none is left: without one, what stood before another may be read as a part of it. */
function withoutPasswords(text: string): string {
  for (let now = text; ;) {
    const next = now.replace(withPassword, "$1");
    if (next === now) return now;
    now = next;
  }
}

function refused(reason: string): { readonly state: "refused"; readonly reason: string } {
  return { state: "refused", reason };
}

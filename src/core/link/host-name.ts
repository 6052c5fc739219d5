/**
 * Host names in both spellings: A-label, which is what machines compare, and U-label, which is what people read.
 * Mapping is NFKC and lower case, which agrees with UTS 46 for the names in use; what it cannot spell is refused.
 */
import { decodePunycode, encodePunycode } from "./punycode.ts";

/** Dots of other scripts that UTS 46 maps to the full stop. */
const otherDots = /[\u3002\uFF0E\uFF61]/g;
const label = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/;
const address6 = /^\[[0-9a-f:.]+\]$/;
/** Marks that are not seen: two names that differ only by one would look alike. */
const unseen = /[\p{Cc}\p{Cf}\p{Z}]/u;

/** ASCII spelling of a host, or undefined when it is none. */
export function asciiHost(host: string): string | undefined {
  const lower = host.toLowerCase();
  if (lower.startsWith("[")) return address6.test(lower) ? lower : undefined;
  if (unseen.test(lower)) return undefined;
  const labels = lower.normalize("NFKC").toLowerCase().replace(otherDots, ".").split(".");
  // One empty label at the end is the root of all names and is kept: a server may tell the difference.
  const named = labels.length > 1 && labels.at(-1) === "" ? labels.slice(0, -1) : labels;
  const ascii = named.map((one) => (isAscii(one) ? one : `xn--${encodePunycode(one)}`));
  if (ascii.some((one) => one.length > 63 || !label.test(one) || !readsBack(one))) return undefined;
  const whole = [...ascii, ...(named.length < labels.length ? [""] : [])].join(".");
  return whole.length > 254 ? undefined : whole;
}

/** Spelling for reading; labels that no script gives stay as they are. */
export function unicodeHost(ascii: string): string {
  return ascii
    .split(".")
    .map((one) => (one.startsWith("xn--") ? (decodePunycode(one.slice(4)) ?? one) : one))
    .join(".");
}

/** A label that claims to be encoded must be the encoding of what it says: otherwise two spellings of one name would differ. */
function readsBack(one: string): boolean {
  if (!one.startsWith("xn--")) return true;
  const decoded = decodePunycode(one.slice(4));
  if (decoded === undefined || decoded === "" || isAscii(decoded) || unseen.test(decoded)) return false;
  return decoded.normalize("NFKC").toLowerCase() === decoded && `xn--${encodePunycode(decoded)}` === one;
}

function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /^[\x00-\x7f]*$/.test(text);
}

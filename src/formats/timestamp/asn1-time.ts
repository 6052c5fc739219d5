/** Times of certificates and tokens, in the one form that RFC 5280 and RFC 3161 allow: UTC, with seconds, ending in Z. */
import type { UtcInstant } from "../../core/time/time-claim.ts";
import { type Element, generalizedTime } from "./ber-element.ts";
import { TokenRefused } from "./token-refused.ts";

/** Throws TokenRefused for any other form; `what` names the time. */
export function instantOf({ tag, content }: Element, what: string): UtcInstant {
  const text = String.fromCharCode(...content.subarray(0, 40));
  const bad = () => new TokenRefused(`${what}: expected a time in UTC with seconds; found another form`);
  const match = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\.\d{1,9})?Z$/.exec(text);
  if (match === null) throw bad();
  const [, year = "", month, day, hour, minute, second, fraction = ""] = match;
  if (tag === generalizedTime ? year.length !== 4 : tag !== "universal 23" || year.length !== 2 || fraction !== "") throw bad();
  // RFC 5280 4.1.2.5.1: two digits from 50 on belong to the last century.
  const full = year.length === 4 ? year : `${Number(year) >= 50 ? "19" : "20"}${year}`;
  const instant = `${full}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`;
  const read = Date.parse(instant);
  // A date that does not exist rolls over to another one.
  if (Number.isNaN(read) || !new Date(read).toISOString().startsWith(instant.slice(0, 19))) throw bad();
  return instant;
}

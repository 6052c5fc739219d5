/**
 * An address without what lets its bearer in: names before an @, keys and signatures among its parameters. One rule for what
 * readers keep of an address and for what views, screens and exports show of a link. Pure; an address it cannot read stays.
 */
import type { NormalisedLink } from "./link.ts";

export interface PublicAddress {
  readonly address: string;
  /** Something was left out. */
  readonly shortened: boolean;
}

/** A link may be given without a scheme, and one that was disarmed has stars in it. */
const form = /^([a-z][a-z0-9+.*-]*:\/\/)?([^/?#]*@)?([^?#]*)(\?[^#]*)?(#.*)?$/is;
/** Names of parameters by which storage and delivery networks sign: AWS, Google, Akamai, Facebook, and plain ones. */
const secretName =
  /^(?:x-(?:amz|goog)-.*|.*(?:sig|signature|token|auth(?!or(?!i[sz]))|secret|passw(?:or)?d|pwd|session|credential|hmac|jwt|cookie|smuggle).*|key|api_?key|access_?key.*|policy|expires?|exp|hash|hdne?a|hdnts|oh|oe|_nc_.*|sid|e|st|lsig|sparams)$/i;
/** Longer values are no page's name. */
const longestValue = 120;
const secretPath = /\/(?:sig|signature|token|expires?|key|session)(?:\/|=).*$/is;
/** RFC 3986, 3.3: a parameter may stand in the path. */
const pathParameter = /;([^/;=]+)=[^/;]*/g;

export function publicAddress(words: string): PublicAddress {
  const parts = form.exec(words);
  if (parts === null) return { address: words, shortened: false };
  const [, scheme = "", before = "", path = "", query = "", fragment = ""] = parts;
  const kept = query
    .slice(1)
    .split("&")
    .filter((one) => one !== "" && !isSecret(one));
  const address = [
    scheme,
    scheme === "" ? before : "",
    path.replace(secretPath, "").replace(pathParameter, (all, name: string) => (secretName.test(decoded(name)) ? "" : all)),
    kept.length === 0 ? "" : `?${kept.join("&")}`,
    fragment
      .slice(1)
      .split(/[?&/!]/)
      .some(isSecret)
      ? ""
      : fragment,
  ].join("");
  const given = `${scheme}${before}${path}${query === "?" ? "" : query}${fragment}`;
  return { address, shortened: address !== given };
}

/** The link as it may be shown. What it is compared by and asked for by stays with the ledger. */
export function shownLink(link: NormalisedLink): NormalisedLink {
  const { archive } = link;
  return {
    ...link,
    verbatim: publicAddress(link.verbatim).address,
    normalised: publicAddress(link.normalised).address,
    ...(archive === undefined ? {} : { archive: { ...archive, of: publicAddress(archive.of).address } }),
  };
}

function isSecret(parameter: string): boolean {
  return parameter.split(";").some((one) => {
    const equals = one.indexOf("=");
    const name = equals < 0 ? one : one.slice(0, equals);
    const value = one.slice(name.length + 1);
    return (equals >= 0 && secretName.test(decoded(name))) || signsOf(value) > longestValue || carriesSecret(value);
  });
}

/** A letter of several bytes is one sign, however it is written. */
function signsOf(value: string): number {
  return value.replace(/%[89ab][0-9a-f]/gi, "").replace(/%[0-9a-f]{2}/gi, "%").length;
}

/** A value may be an address itself, as in links that only lead on. */
function carriesSecret(value: string): boolean {
  const carried = decoded(value);
  return /^https?:\/\//i.test(carried) && publicAddress(carried).shortened;
}

/** Percent signs of plain letters only: enough to see through a name that hides. */
function decoded(name: string): string {
  return name.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

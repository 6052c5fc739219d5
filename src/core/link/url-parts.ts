/** A web link taken apart and put together again. Refuses what is no web link; a name and password in it are taken out. */
import { asciiHost } from "./host-name.ts";
import { evenEncoding } from "./percent-encoding.ts";

export interface UrlParts {
  readonly scheme: "http" | "https";
  /** ASCII spelling. */
  readonly host: string;
  /** Empty for the scheme's own port. */
  readonly port: string;
  readonly path: string;
  /** Pairs as they stand between "&"; absent without "?". */
  readonly query: readonly string[] | undefined;
  readonly fragment: string | undefined;
}

export type PartsReading =
  | { readonly state: "parts"; readonly parts: UrlParts; readonly credentials: boolean }
  | { readonly state: "refused"; readonly reason: string };

const defaultPort = { http: "80", https: "443" } as const;

/** `text` begins with http: or https:. */
export function readParts(text: string): PartsReading {
  const match = /^(https?):\/\/([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/iu.exec(text);
  if (match === null) return refused("expected // and a host behind the scheme; found none");
  const [, schemeGiven = "", authority = "", path = "", query, fragment] = match;
  const scheme = schemeGiven.toLowerCase() === "http" ? "http" : "https";
  if (`${authority}${path}`.includes("\\")) return refused("expected / between parts; found a backslash, which programs read in two ways");
  const at = authority.lastIndexOf("@");
  const address = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(authority.slice(at + 1));
  const host = asciiHost(address?.[1] ?? "");
  if (address === null || host === undefined) return refused("expected a host name; found something that is none");
  const port = (address[2] ?? "").replace(/^0+(?=\d)/, "");
  if (Number(port) > 65_535) return refused("expected a port up to 65535; found a larger number");
  return {
    state: "parts",
    credentials: at >= 0,
    parts: {
      scheme,
      host,
      port: port === defaultPort[scheme] ? "" : port,
      path: evenEncoding(withoutDotSegments(path === "" ? "/" : path), /["<>`{}]+/g),
      query: query === undefined ? undefined : evened(query.slice(1), "&", /["<>]+/g),
      fragment: fragment === undefined ? undefined : evened(fragment.slice(1), ":~:", /["<>`]+/g).join(":~:"),
    },
  };
}

export function writeParts({ scheme, host, port, path, query, fragment }: UrlParts, writtenHost = host): string {
  return `${scheme}://${writtenHost}${port === "" ? "" : `:${port}`}${path}${query === undefined ? "" : `?${query.join("&")}`}${
    fragment === undefined ? "" : `#${fragment}`
  }`;
}

/** Value of the first pair of that name, still encoded. */
export function queryValue({ query }: UrlParts, name: string): string | undefined {
  const pair = query?.find((one) => one === name || one.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

/** Without pairs of these names; a query that loses its last pair goes too. */
export function withoutPairs(parts: UrlParts, drop: (name: string) => boolean): { parts: UrlParts; dropped: string[] } {
  if (parts.query === undefined) return { parts, dropped: [] };
  const nameOf = (pair: string) => pair.split("=", 1)[0] as string;
  const dropped = parts.query.map(nameOf).filter(drop);
  if (dropped.length === 0) return { parts, dropped };
  const left = parts.query.filter((pair) => !drop(nameOf(pair)));
  return { parts: { ...parts, query: left.length === 0 ? undefined : left }, dropped };
}

/** Each piece by itself: a piece may be left out later, and the others must not depend on it. */
function evened(text: string, between: string, also: RegExp): string[] {
  return text.split(between).map((piece) => evenEncoding(piece, also));
}

/** RFC 3986, 5.2.4; a dot may be written %2E. */
function withoutDotSegments(path: string): string {
  if (!/\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) return path;
  const out: string[] = [];
  const segments = path.split("/").slice(1);
  for (const [place, segment] of segments.entries()) {
    const dots = /^(?:\.|%2e){1,2}$/i.test(segment) ? segment.replace(/%2e/gi, ".") : "";
    if (dots === "..") out.pop();
    else if (dots === "") out.push(segment);
    if (dots !== "" && place === segments.length - 1) out.push("");
  }
  return `/${out.join("/")}`;
}

function refused(reason: string): PartsReading {
  return { state: "refused", reason };
}

/** The parts of an http address that name a place. No more than that: it opens nothing and judges nothing. */

export interface AddressParts {
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  /** The first parameter of that name, decoded; undefined when there is none. */
  parameter(name: string): string | undefined;
}

const form = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?([^?#]*)(\?[^#]*)?(#.*)?$/i;

export function addressParts(address: string): AddressParts | undefined {
  const match = form.exec(address);
  if (match === null) return undefined;
  const [, host = "", pathname = "", search = "", hash = ""] = match;
  return { hostname: host.toLowerCase(), pathname, search, hash, parameter: (name) => parameterOf(search, name) };
}

/** `search` with or without its question mark. */
export function parameterOf(search: string, name: string): string | undefined {
  for (const pair of search.replace(/^\?/, "").split("&")) {
    const at = pair.indexOf("=");
    if (at >= 0 && decodedPart(pair.slice(0, at)) === name) return decodedPart(pair.slice(at + 1).replaceAll("+", " "));
  }
  return undefined;
}

/** As it is when its percent signs are not an encoding. */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

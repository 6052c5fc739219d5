/** An address without what lets its bearer in: names before an @, keys and signatures among its parameters. */

export interface PublicAddress {
  readonly address: string;
  /** Something was left out. */
  readonly shortened: boolean;
}

const form = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*@)?([^?#]*)(\?[^#]*)?(#.*)?$/is;
/** Names of parameters by which storage and delivery networks sign: AWS, Google, Akamai, Facebook, and plain ones. */
const secretName =
  /^(?:x-(?:amz|goog)-.*|.*(?:sig|signature|token|auth|secret|passw(?:or)?d|pwd|session|credential|hmac|jwt|cookie).*|key|api_?key|access_?key.*|policy|expires?|exp|hash|hdne?a|hdnts|oh|oe|_nc_.*|sid|e|st|lsig|sparams)$/i;
/** Longer values are no page's name. */
const longestValue = 120;
const secretPath = /\/(?:sig|signature|token|expires?|key|session)(?:\/|=).*$/is;

export function publicAddress(words: string): PublicAddress {
  const parts = form.exec(words);
  if (parts === null) return { address: words, shortened: false };
  const [, scheme = "", bearer = "", path = "", query = "", fragment = ""] = parts;
  const kept = query
    .slice(1)
    .split("&")
    .filter((one) => one !== "" && !isSecret(one));
  const shown = [
    scheme,
    path.replace(secretPath, ""),
    kept.length === 0 ? "" : `?${kept.join("&")}`,
    /[=&]/.test(fragment) ? "" : fragment,
  ].join("");
  const before = `${scheme}${bearer}${path}${query === "?" ? "" : query}${fragment}`;
  return { address: shown, shortened: shown !== before };
}

function isSecret(parameter: string): boolean {
  const equals = parameter.indexOf("=");
  const name = equals < 0 ? parameter : parameter.slice(0, equals);
  return secretName.test(decoded(name)) || parameter.length - name.length > longestValue;
}

/** Percent signs of plain letters only: enough to see through a name that hides. */
function decoded(name: string): string {
  return name.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

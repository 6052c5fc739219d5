/** Links that only lead on to the link they carry: the carried one is what was meant. */
import { decodedValue } from "./percent-encoding.ts";
import { queryValue, type UrlParts } from "./url-parts.ts";

interface Wrapper {
  readonly host: RegExp;
  readonly path: RegExp;
  /** Names under which the link stands, in order of trust. */
  readonly names: readonly string[];
}

const wrappers: readonly Wrapper[] = [
  { host: /^(www\.)?google\.[a-z]{2,3}(\.[a-z]{2})?$/, path: /^\/url$/, names: ["q", "url"] },
  { host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, names: ["u"] },
  { host: /^l\.instagram\.com$/, path: /^\/$/, names: ["u"] },
  { host: /^(www\.|m\.)?youtube\.com$/, path: /^\/redirect$/, names: ["q"] },
  { host: /^(www\.|m\.)?vk\.com$/, path: /^\/away\.php$/, names: ["to"] },
];

/** The carried web link; undefined when this is no wrapper, or what it carries is no web link. */
export function carriedLink(parts: UrlParts): string | undefined {
  const wrapper = wrappers.find(({ host, path }) => host.test(parts.host) && path.test(parts.path));
  if (wrapper === undefined || parts.port !== "") return undefined;
  for (const name of wrapper.names) {
    const value = queryValue(parts, name);
    const carried = value === undefined ? undefined : decodedValue(value.replaceAll("+", "%20"));
    if (carried !== undefined && /^https?:\/\//i.test(carried)) return carried;
  }
  return undefined;
}

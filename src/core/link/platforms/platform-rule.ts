/** What a platform's rule makes of a link on one of its hosts. */
import type { LinkRule, Platform, PostReference } from "../link.ts";
import type { TimeClaim } from "../../time/time-claim.ts";
import type { UrlParts } from "../url-parts.ts";

export interface PlatformLink {
  readonly platform: Platform;
  readonly parts: UrlParts;
  readonly account?: string | undefined;
  readonly post?: PostReference | undefined;
  readonly timeOfId?: TimeClaim | undefined;
  readonly rules: readonly LinkRule[];
}

/** Undefined when the link is not of this platform. */
export type PlatformRule = (parts: UrlParts) => PlatformLink | undefined;

/** The link of a post in its one form. */
export function onePlace(host: string, path: string, query?: readonly string[]): UrlParts {
  return {
    scheme: "https",
    host,
    port: "",
    path,
    query: query === undefined || query.length === 0 ? undefined : query,
    fragment: undefined,
  };
}

export function saidIf(changed: boolean, rule: string, said: string): readonly LinkRule[] {
  return changed ? [{ rule, said }] : [];
}

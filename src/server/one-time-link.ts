/** The link's token opens one session and is then spent; the session is a cookie that only this address gets back. */
import { randomBytes, timingSafeEqual } from "node:crypto";

export interface OneTimeLink {
  readonly token: string;
  /** The session's cookie value, or undefined when the token is wrong or was used. */
  spend(token: string): string | undefined;
  admits(cookieHeader: string | undefined): boolean;
  /** `Set-Cookie` for a session. */
  cookie(session: string): string;
}

/** `port` keeps sessions of two workbenches on one machine apart: cookies know hosts, not ports. */
export function createOneTimeLink(port: () => number): OneTimeLink {
  const token = randomBytes(24).toString("base64url");
  let session: string | undefined;
  const name = () => `witnessmark-${port()}`;
  return {
    token,
    spend(given) {
      if (session !== undefined || !same(given, token)) return undefined;
      session = randomBytes(32).toString("base64url");
      return session;
    },
    admits(header) {
      if (session === undefined || header === undefined) return false;
      const mine = header
        .split(";")
        .map((part) => part.trim())
        .find((part) => part.startsWith(`${name()}=`));
      return mine !== undefined && same(mine.slice(name().length + 1), session);
    },
    cookie: (value) => `${name()}=${value}; HttpOnly; SameSite=Strict; Path=/`,
  };
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

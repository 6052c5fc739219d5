/** A case served by a real process, asked over HTTP as the page would ask it. */
import type { Desk } from "./run-witnessmark.ts";

export interface ServedCase {
  readonly origin: string;
  readonly cookie: string;
  /** JSON of an answer, whatever its status. */
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
}

export async function serveCase(desk: Desk, casePath: string): Promise<ServedCase> {
  const { line } = await desk.start("serve", casePath, "--no-browser", "--json");
  return enterCase((JSON.parse(line) as { link: string }).link);
}

/** Spends the one-time link of a program that serves already. */
export async function enterCase(oneTimeLink: string): Promise<ServedCase> {
  const link = new URL(oneTimeLink);
  const { origin } = link;
  const opened = await fetch(`${origin}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token: link.searchParams.get("token") }),
  });
  const cookie = (opened.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return {
    origin,
    cookie,
    get: async <T>(path: string) => (await (await fetch(`${origin}${path}`, { headers: { cookie } })).json()) as T,
    post: async <T>(path: string, body: unknown) =>
      (await (
        await fetch(`${origin}${path}`, {
          method: "POST",
          headers: { cookie, "content-type": "application/json" },
          body: JSON.stringify(body),
        })
      ).json()) as T,
  };
}

/** A served case and a session with it, for tests that ask what the page asks. */
import { mkdirSync, readFileSync } from "node:fs";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

export interface AskedServer {
  readonly desk: Desk;
  readonly child: ChildProcess;
  readonly casePath: string;
  /** Opens the workbench once; empty once the session is taken. */
  readonly origin: string;
  /** Of the session, for a request that a test makes by itself. */
  readonly cookie: string;
  get<T>(path: string): Promise<Answer<T>>;
  /** The words of an answer that is no JSON. */
  text(path: string): Promise<string>;
  post<T>(path: string, body?: unknown): Promise<Answer<T>>;
  /** Keeps a file as the page does; resolves with its item. */
  upload(name: string, bytes: string | Uint8Array<ArrayBuffer>): Promise<string>;
  /** Bodies of the ledger, oldest first. */
  bodies(): readonly { readonly kind: string; readonly data: Record<string, unknown> }[];
  /** Waits until no job runs. */
  jobsDone(): Promise<{ name: string; state: string; reason?: string; result?: unknown }[]>;
  close(): void;
}

export async function openServer(desk: Desk = createDesk()): Promise<AskedServer> {
  const casePath = join(desk.folder, "case");
  mkdirSync(join(desk.folder, "nothing"), { recursive: true });
  const added = await desk.run("add", casePath, join(desk.folder, "nothing"));
  if (added.code !== 0) throw new Error(`add: expected exit code 0; found ${added.code}: ${added.err}`);
  const { child, line } = await desk.start("serve", casePath, "--no-browser", "--json");
  const link = new URL((JSON.parse(line) as { link: string }).link);
  const opened = await fetch(`${link.origin}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token: link.searchParams.get("token") }),
  });
  const cookie = (opened.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const answer = async <T>(response: Response): Promise<Answer<T>> => ({ status: response.status, body: (await response.json()) as T });
  const get = async <T>(path: string) => answer<T>(await fetch(`${link.origin}${path}`, { headers: { cookie } }));
  return {
    ...{ desk, child, casePath, origin: link.origin, cookie, get },
    text: async (path) => (await fetch(`${link.origin}${path}`, { headers: { cookie } })).text(),
    post: async (path, body) =>
      answer(
        await fetch(`${link.origin}${path}`, {
          method: "POST",
          headers: body === undefined ? { cookie } : { cookie, "content-type": "application/json" },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
    async upload(name, bytes) {
      const put = await fetch(`${link.origin}/api/uploads/b1?path=${encodeURIComponent(name)}`, {
        method: "PUT",
        headers: { cookie },
        body: bytes,
      });
      return ((await put.json()) as { item: string }).item;
    },
    bodies: () =>
      readFileSync(join(casePath, "ledger.jsonl"), "utf8")
        .trimEnd()
        .split("\n")
        .map((text) => (JSON.parse(text) as { body: { kind: string; data: Record<string, unknown> } }).body),
    async jobsDone() {
      for (;;) {
        const { body } = await get<{ running: { name: string }[]; waiting: number; ended: { name: string; state: string }[] }>("/api/jobs");
        if (!body.running.some(({ name }) => name === "capture" || name === "look")) return body.ended;
        await new Promise((later) => setTimeout(later, 30));
      }
    },
    close: () => desk.close(),
  };
}

export interface NotedAnswer {
  readonly answers: readonly {
    readonly state: string;
    readonly item: string;
    readonly reason: string;
    readonly link: { readonly normalised: string };
  }[];
}

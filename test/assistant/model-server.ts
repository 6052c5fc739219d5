/** A small HTTP server on loopback that answers as a language model would, or as a broken or hostile one. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: {
    readonly model: string;
    readonly stream: boolean;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
  };
}

export interface ModelServer {
  readonly url: string;
  readonly asked: Asked[];
  /** Questions whose asker has gone before the answer. */
  readonly left: () => number;
  /** What it does from now on. */
  answer(how: (response: ServerResponse, asked: Asked) => void): void;
  close(): Promise<void>;
}

export async function startModel(): Promise<ModelServer> {
  const asked: Asked[] = [];
  let left = 0;
  let how = (response: ServerResponse, _asked: Asked): void => void response.end();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const one = { path: request.url ?? "", headers: request.headers, body: JSON.parse(Buffer.concat(parts).toString()) as Asked["body"] };
      asked.push(one);
      how(response, one);
    });
    response.on("close", () => {
      if (!response.writableFinished) left++;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    left: () => left,
    answer: (next) => {
      how = next;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** The claims in the envelope of either protocol. */
export function says(response: ServerResponse, asked: Asked, content: string): void {
  response.setHeader("content-type", "application/json");
  const message = { role: "assistant", content };
  response.end(JSON.stringify(asked.path.endsWith("/api/chat") ? { message, done: true } : { choices: [{ index: 0, message }] }));
}

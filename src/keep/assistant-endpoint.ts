/**
 * Asks a language model over HTTP: the one request that a person confirmed. It follows no redirect, takes no proxy from the
 * environment, sends no cookie, and what claims to be this machine must be. Errors name what came, never what was sent or said.
 */
import { lookup as lookUp } from "node:dns";
import { Agent as PlainAgent, type IncomingMessage, request as plainRequest } from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { z } from "zod";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import { type AssistantEndpoint, isEncrypted, isThisMachine } from "../core/claim/assistant-settings.ts";
import { codeOf } from "./durable.ts";

export interface EndpointMessage {
  readonly role: "system" | "user";
  readonly content: string;
}

/** Far more than a list of claims; less than what would fill the memory. */
const mostAnswerBytes = 4_000_000;

const answers = {
  openai: z
    .object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) })
    .transform(({ choices }) => choices[0]?.message.content ?? ""),
  ollama: z.object({ message: z.object({ content: z.string() }) }).transform(({ message }) => message.content),
};

/** What the model said. Throws CaseError ASSISTANT_FAILED; NOT_ALLOWED once `signal` fired. */
export async function askEndpoint(
  endpoint: AssistantEndpoint,
  key: string | null,
  messages: readonly EndpointMessage[],
  signal: Cancellation,
): Promise<string> {
  const { protocol, model } = endpoint;
  const common = { model, messages, stream: false };
  const sent = JSON.stringify(
    protocol === "openai" ? { ...common, temperature: 0 } : { ...common, format: "json", options: { temperature: 0 } },
  );
  const said = await postJson(endpoint, key, sent, signal);
  let value: unknown;
  try {
    value = JSON.parse(said);
  } catch {
    throw failed(endpoint, "an answer in JSON", "something that is not JSON");
  }
  const read = answers[protocol].safeParse(value);
  if (!read.success) throw failed(endpoint, `an answer of ${protocol}`, "JSON of another shape");
  return read.data;
}

function postJson(endpoint: AssistantEndpoint, key: string | null, sent: string, signal: Cancellation): Promise<string> {
  const url = new URL(addressOf(endpoint));
  const secure = isEncrypted(endpoint.url);
  const body = Buffer.from(sent);
  // Agents of our own: the shared one may be told by the environment to go through a proxy.
  const agent = secure ? new SecureAgent({ maxSockets: 1 }) : new PlainAgent({ maxSockets: 1 });
  return new Promise<string>((resolve, reject) => {
    const request = (secure ? secureRequest : plainRequest)(url, {
      method: "POST",
      agent,
      headers: {
        "content-type": "application/json",
        "content-length": body.length,
        accept: "application/json",
        "accept-encoding": "identity",
        "user-agent": "witnessmark",
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      ...(isThisMachine(endpoint.url) ? { lookup: onlyThisMachine } : {}),
    });
    const end = (error?: CaseError, said = "") => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      request.destroy();
      agent.destroy();
      if (error === undefined) resolve(said);
      else reject(error);
    };
    const stop = () => end(new CaseError("NOT_ALLOWED", `assistant at ${url.host}: stopped before it had answered`));
    const timer = setTimeout(
      () => end(failed(endpoint, `an answer within ${endpoint.minutes} minutes`, "none")),
      endpoint.minutes * 60_000,
    );
    signal.addEventListener("abort", stop);
    if (signal.aborted) return stop();
    request.on("error", (error) => end(failed(endpoint, "an endpoint that can be reached", codeOf(error) ?? "a broken connection", error)));
    request.on("response", (response) => {
      const fault = faultOfHead(response);
      if (fault !== undefined) return end(failed(endpoint, "status 200", fault));
      const parts: Buffer[] = [];
      let bytes = 0;
      response.on("data", (part: Buffer) => {
        bytes += part.length;
        if (bytes > mostAnswerBytes) return end(failed(endpoint, `at most ${mostAnswerBytes} bytes`, "more"));
        parts.push(part);
        return undefined;
      });
      response.on("error", (error) => end(failed(endpoint, "a whole answer", codeOf(error) ?? "a part of one", error)));
      response.on("end", () =>
        end(response.complete ? undefined : failed(endpoint, "a whole answer", "a part of one"), Buffer.concat(parts).toString("utf8")),
      );
      return undefined;
    });
    request.end(body);
    return undefined;
  });
}

/** A redirect would carry the text to somewhere that nobody confirmed. */
function faultOfHead({ statusCode = 0, headers }: IncomingMessage): string | undefined {
  if (statusCode >= 300 && statusCode < 400) return `${statusCode}, a redirect, which is not followed`;
  if (statusCode !== 200) return String(statusCode);
  const encoding = headers["content-encoding"] ?? "identity";
  return encoding === "identity" ? undefined : "a compressed answer that was not asked for";
}

/** What the person gave, with the path of the protocol once. */
function addressOf({ protocol, url }: AssistantEndpoint): string {
  const base = url.replace(/\/+$/, "");
  if (protocol === "ollama") return `${base.replace(/\/api(?:\/chat)?$/, "")}/api/chat`;
  return `${base.replace(/\/v1(?:\/chat\/completions)?$/, "")}/v1/chat/completions`;
}

/** A name such as localhost may be pointed elsewhere by the machine's own tables. */
const onlyThisMachine: LookupFunction = (host, options, answer) => {
  lookUp(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return answer(error, []);
    const ours = addresses.filter(({ address }) => address === "::1" || address.startsWith("127."));
    if (ours.length === 0) return answer(Object.assign(new Error("not this machine"), { code: "ENOTFOUND" }), []);
    if (options.all === true) return answer(null, ours);
    return answer(null, ours[0]?.address ?? "", ours[0]?.family);
  });
};

function failed({ url }: AssistantEndpoint, expected: string, found: string, cause?: unknown): CaseError {
  return new CaseError("ASSISTANT_FAILED", `assistant at ${new URL(url).host}: expected ${expected}; found ${found}`, { cause });
}

/**
 * Which language model a person may have set up to put claims forward. Off until somebody says where it is: nothing is looked for,
 * nothing is guessed, and nothing is sent unless it is confirmed for that text.
 */
import { z } from "zod";

/** `openai`: /v1/chat/completions, as many programs and services answer it. `ollama`: /api/chat. */
export const AssistantProtocol = z.enum(["openai", "ollama"]);
export type AssistantProtocol = z.infer<typeof AssistantProtocol>;

/** Scheme, host, port, path: no name or password, no query, nothing that could carry words along. */
const address = /^(https?):\/\/(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}))(?::([0-9]{1,5}))?((?:\/[A-Za-z0-9._~-]+)*)\/?$/;

export const AssistantEndpoint = z.strictObject({
  protocol: AssistantProtocol,
  url: z
    .string()
    .max(500)
    .regex(address, "expected an address such as http://localhost:11434, without a name, a password or a query")
    .refine(isReachable, "expected a port up to 65535 and, where the host is in figures, an address such as 127.0.0.1 or [::1]"),
  model: z
    .string()
    .max(200)
    .regex(/^[\x21-\x7e]+$/, "expected the name of a model, in plain letters without spaces"),
  /** Longest wait for an answer. */
  minutes: z.number().int().min(1).max(60),
  /** Most characters of a text that one question may hold. */
  characters: z.number().int().min(200).max(200_000),
});
export type AssistantEndpoint = z.infer<typeof AssistantEndpoint>;

/** What may be shown of the settings: the key is none of it. */
export const AssistantSettings = z.strictObject({ v: z.literal(1), endpoint: AssistantEndpoint.or(z.null()) });
export type AssistantSettings = z.infer<typeof AssistantSettings>;

export const AssistantKey = z
  .string()
  .max(1000)
  .regex(/^[\x21-\x7e]+$/, "expected a key in plain letters without spaces");

/** What could be no address at all: port 99999, host 127.999.1.1. A last part in figures is never a name. */
function isReachable(url: string): boolean {
  const [, , host = "", port] = address.exec(url) ?? [];
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) return false;
  if (host.startsWith("[")) return z.ipv6().safeParse(host.slice(1, -1)).success;
  return !/(?:^|\.)(?:[0-9]+|0x[0-9a-f]*)\.?$/i.test(host) || z.ipv4().safeParse(host).success;
}

/** Whether a request goes to this machine: its own names and addresses, whatever a network says of others. */
export function isThisMachine(url: string): boolean {
  const host = (address.exec(url)?.[2] ?? "").toLowerCase();
  return host === "localhost" || host === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/**
 * Whether the words go to a program on this machine and, as far as the model's name tells, no further: Ollama answers on this machine
 * for models named "..-cloud" that run elsewhere. What the program does with the words is not seen from here.
 */
export function staysOnThisMachine({ url, model }: Pick<AssistantEndpoint, "url" | "model">): boolean {
  return isThisMachine(url) && !/[-:]cloud$/i.test(model);
}

/** Whether others on the way cannot read along. */
export function isEncrypted(url: string): boolean {
  return url.toLowerCase().startsWith("https:");
}

/** Scheme, host and port: whom a key was given for. */
export function originOf(url: string): string {
  const [, scheme = "", host = "", port = ""] = address.exec(url) ?? [];
  return `${scheme}://${host}:${port}`.toLowerCase();
}

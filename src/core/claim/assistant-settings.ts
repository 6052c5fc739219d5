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
  url: z.string().max(500).regex(address, "expected an address such as http://localhost:11434, without a name, a password or a query"),
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

/** Whether what is sent there stays on this machine: its own names and addresses, whatever a network says of others. */
export function isThisMachine(url: string): boolean {
  const host = (address.exec(url)?.[2] ?? "").toLowerCase();
  return host === "localhost" || host === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
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

/** Where reading can go on after damage: text that only the head of a message or of a chat has, in the order the exporter writes it. */
import type { Landmark } from "../json-stream/json-reader.ts";

/** Inside a JSON string the quotes would be escaped, so neither can be met in a post's text. */
const message =
  /\{[ \t\r\n]{0,64}"id"[ \t\r\n]{0,8}:[ \t\r\n]{0,8}-?\d{1,40}[ \t\r\n]{0,8},[ \t\r\n]{0,64}"type"[ \t\r\n]{0,8}:[ \t\r\n]{0,8}"(?:message|service|unsupported)"/g;
const chat =
  /\{[ \t\r\n]{0,64}(?:"name"[ \t\r\n]{0,8}:[ \t\r\n]{0,8}(?:"(?:[^"\\\n\r]|\\.){0,1024}"|null)[ \t\r\n]{0,8},[ \t\r\n]{0,64})?"type"[ \t\r\n]{0,8}:[ \t\r\n]{0,8}"[a-z_]{1,40}"[ \t\r\n]{0,8},[ \t\r\n]{0,64}"id"[ \t\r\n]{0,8}:[ \t\r\n]{0,8}-?\d{1,40}[ \t\r\n]{0,8},[ \t\r\n]{0,64}"messages"[ \t\r\n]{0,8}:/g;

export const landmarks: readonly Landmark[] = [
  { name: "message", pattern: message },
  { name: "chat", pattern: chat },
];

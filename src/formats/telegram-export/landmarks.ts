/** Where reading can go on after damage: text that only the head of a message or of a chat has, in the order the exporter writes it. */
import type { Landmark } from "../json-stream/json-reader.ts";

/** Inside a JSON string the quotes would be escaped, so neither can be met in a post's text. */
const message = /\{\s{0,64}"id"\s{0,8}:\s{0,8}-?\d{1,40}\s{0,8},\s{0,64}"type"\s{0,8}:\s{0,8}"(?:message|service|unsupported)"/g;
const chat =
  /\{\s{0,64}(?:"name"\s{0,8}:\s{0,8}(?:"(?:[^"\\\n\r]|\\.){0,1024}"|null)\s{0,8},\s{0,64})?"type"\s{0,8}:\s{0,8}"[a-z_]{1,40}"\s{0,8},\s{0,64}"id"\s{0,8}:\s{0,8}-?\d{1,40}\s{0,8},\s{0,64}"messages"\s{0,8}:/g;

export const landmarks: readonly Landmark[] = [
  { name: "message", pattern: message },
  { name: "chat", pattern: chat },
];

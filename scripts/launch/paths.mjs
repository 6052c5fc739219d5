import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const clone = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Absolute path of something in this clone. */
export function inClone(...parts) {
  return join(clone, ...parts);
}

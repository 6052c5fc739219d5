/**
 * Words before a program's own that end all that it started when it ends, also what left its group and its session: a process
 * namespace of its own, of which it is the first. Where the system grants none, the words that were given.
 */
import { spawnSync } from "node:child_process";

const known = new Map<string, readonly string[]>();

/** Of words that begin with `unshare`, as those that take the network away do. */
export function endingTogether(prefix: readonly string[]): readonly string[] {
  const [command, ...rest] = prefix;
  if (command !== "unshare") return prefix;
  const key = prefix.join("\n");
  const held = known.get(key);
  if (held !== undefined) return held;
  const wanted = ["--pid", "--kill-child", ...rest];
  const granted = spawnSync(command, [...wanted, "true"], { stdio: "ignore" }).status === 0;
  const words = granted ? [command, ...wanted] : prefix;
  known.set(key, words);
  return words;
}

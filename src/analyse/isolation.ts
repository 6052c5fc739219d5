/** How far children are cut off here: an empty network namespace where the system grants one, else nothing, and said so. */
import { spawnSync } from "node:child_process";

export interface Isolation {
  readonly network: "none" | "not-isolated";
  readonly why: string;
  /** Words to put before a command. */
  readonly prefix: readonly string[];
}

const ways: readonly (readonly string[])[] = [
  ["unshare", "--net", "--"],
  ["unshare", "--map-root-user", "--net", "--"],
];

export function findIsolation(): Isolation {
  if (process.platform !== "linux") return { network: "not-isolated", why: `${process.platform} has no network namespaces.`, prefix: [] };
  for (const prefix of ways) {
    const [command, ...args] = [...prefix, "true"];
    if (spawnSync(command as string, args, { stdio: "ignore" }).status === 0) return { network: "none", why: "", prefix };
  }
  return { network: "not-isolated", why: "this system does not let us make an empty network namespace (unshare).", prefix: [] };
}

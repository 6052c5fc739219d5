/** `npm run check`: everything that can be said about the source without running it. Each check is named, and all of them run. */
import { spawnSync } from "node:child_process";
import { ensureNode } from "./launch/ensure-node.mjs";
import { ensurePackages } from "./launch/ensure-packages.mjs";
import { inClone } from "./launch/paths.mjs";
import { SetupError } from "./launch/setup-error.mjs";

try {
  await ensurePackages();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`npm run check: ${error.message}`);
  process.exit(error.exitCode);
}
const node = await ensureNode();
const tool = (path) => inClone("node_modules", ...path.split("/"));

const checks = [
  ["layers", node, [inClone("scripts/check-layers.mjs")]],
  ["text", node, [inClone("scripts/check-text.mjs")]],
  ["licences", node, [inClone("scripts/check-licences.mjs")]],
  ["format", node, [tool("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."]],
  ["types", node, [tool("typescript/bin/tsc"), "-b"]],
  ["lint", node, [tool("oxlint/bin/oxlint"), "--type-aware", "--deny-warnings"]],
  ["unused", node, [tool("knip/bin/knip.js"), "--no-progress", "--no-config-hints"]],
];

const refused = [];
for (const [name, program, args] of checks) {
  const { status, error } = spawnSync(program, args, { cwd: inClone(), stdio: "inherit" });
  if (error !== undefined) console.error(`${name}: ${error.message}`);
  console.log(`${status === 0 ? "ok    " : "NOT OK"}  ${name}`);
  if (status !== 0) refused.push(name);
}
if (refused.length > 0) console.error(`refused: ${refused.join(", ")}`);
process.exitCode = refused.length === 0 ? 0 : 1;

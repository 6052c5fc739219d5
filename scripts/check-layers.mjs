/**
 * Holds every import under src/ against the table in ARCHITECTURE.md. `tsc -b` alone lets a layer reach what its
 * neighbours may reach; this does not. Usage: node scripts/check-layers.mjs [root]
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Rows of the form | `name` | holds | a, b | of the one table whose head says "may import". */
export function readRules(markdown) {
  const table = markdown.slice(markdown.indexOf("| folder | holds | may import |"));
  const rules = new Map();
  for (const line of table.split("\n").slice(2)) {
    const row = /^\| `([a-z.]+)` \|.*\| ([a-z, ]*)\|$/.exec(line);
    if (row === null) break;
    rules.set(row[1], row[2].trim() === "all" ? "all" : new Set(row[2].split(",").map((name) => name.trim())));
  }
  if (rules.size < 10) throw new Error(`ARCHITECTURE.md: expected the table of layers; found ${rules.size} rows`);
  return rules;
}

export function findViolations(root) {
  const rules = readRules(readFileSync(join(root, "ARCHITECTURE.md"), "utf8"));
  const src = join(root, "src");
  const violations = [];
  for (const file of filesUnder(src)) {
    const from = relative(src, file).split(sep)[0];
    const may = rules.get(from);
    if (may === undefined) violations.push(`${relative(root, file)}: "${from}" is no layer of ARCHITECTURE.md`);
    if (may === undefined || may === "all" || /\.test\.tsx?$/.test(file)) continue;
    for (const [, target] of readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)) {
      const to = relative(src, resolve(dirname(file), target)).split(sep)[0];
      if (to !== from && !may.has(to)) violations.push(`${relative(root, file)}: ${from} may not import ${to} (${target})`);
    }
  }
  return violations;
}

function* filesUnder(folder) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesUnder(path);
    else if (/\.tsx?$/.test(name)) yield path;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const violations = findViolations(resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "..")));
  for (const violation of violations) console.error(violation);
  console.log(
    violations.length === 0 ? "layers: every import is one that ARCHITECTURE.md allows" : `layers: ${violations.length} imports refused`,
  );
  process.exitCode = violations.length === 0 ? 0 : 1;
}

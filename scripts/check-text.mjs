/**
 * What must not stand in a tracked file: paths of a machine, registry hosts, focused tests, unfinished marks, paths of
 * ours that are not there; and files that hold more than one idea by their length.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inClone } from "./launch/paths.mjs";

const unfinished = /\b(TODO|FIXME|XXX|HACK|not implemented|stub)\b/;
const mostLines = 500;

const rules = [
  { says: "a path of a machine", applies: (file) => !file.endsWith(".svg"), found: /(^|[^A-Za-z0-9_.-])\/(wor[k]|roo[t])\/[A-Za-z.]/ },
  { says: "a registry host", applies: () => true, found: /https?:\/\/(registry|deb)\./ },
  { says: "a focused, skipped or empty test", applies: (file) => /\.tsx?$/.test(file), found: /\b(it|test|describe)\.(only|skip|todo)\(/ },
  { says: "an unfinished mark", applies: (file) => file.startsWith("src/"), found: unfinished },
];

/** Lines that break a rule, as `file:line: what`. */
export function findInText(file, text) {
  const lines = text.split("\n");
  const found = lines.flatMap((line, i) =>
    rules.filter((rule) => rule.applies(file) && rule.found.test(line)).map((rule) => `${file}:${i + 1}: ${rule.says}`),
  );
  if (file.startsWith("src/") && /\.(tsx?|css)$/.test(file) && lines.length > mostLines + 1) found.push(`${file}: over ${mostLines} lines`);
  return found;
}

/** Files and folders of this clone that a page names and that are not there. Names with `*` or `{` stand for several. */
function deadPaths(file, text) {
  const named = [...text.matchAll(/`((?:src|scripts|test|docs|bin)\/[A-Za-z0-9_./-]+)`/g)].map(([, path]) => path);
  return [...new Set(named)].filter((path) => !existsSync(inClone(path))).map((path) => `${file}: names ${path}, which is not there`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = execFileSync("git", ["ls-files", "-z"], { cwd: inClone(), encoding: "utf8", maxBuffer: 1 << 26 }).split("\0");
  const found = files
    .filter((file) => file !== "")
    .flatMap((file) => {
      const bytes = readFileSync(inClone(file));
      if (bytes.includes(0)) return [];
      const text = bytes.toString("utf8");
      return [...findInText(file, text), ...(file.endsWith(".md") ? deadPaths(file, text) : [])];
    });
  for (const line of found) console.error(line);
  process.exitCode = found.length === 0 ? 0 : 1;
}

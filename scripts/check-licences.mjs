/** The licence of every installed package against the list we accept; `--write` puts those of the shipped ones into docs/dependencies.md. */
import { readFileSync, writeFileSync, existsSync } from "node:fs";
import { inClone } from "./launch/paths.mjs";

const accepted = new Set(
  "MIT MIT-0 ISC BSD-2-Clause BSD-3-Clause 0BSD Apache-2.0 MPL-2.0 CC0-1.0 Unlicense BlueOak-1.0.0 Python-2.0 CC-BY-4.0 Zlib".split(" "),
);
/** Accepted for what they are, each with its reason. */
const replaceable = new Map([
  [/^@img\/sharp-libvips-/, "LGPL-3.0-or-later, a shared library that sharp loads and that can be replaced"],
  [/^@img\/sharp-(wasm32|win32)/, "carries libvips in the same way; LGPL-3.0-or-later"],
  [/^exiftool-vendored\.(pl|exe)$/, "exiftool itself, under the terms of Perl (Artistic or GPL), run as a child"],
]);

const lock = JSON.parse(readFileSync(inClone("package-lock.json"), "utf8"));
const rows = [];
const refused = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === "") continue;
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const file = inClone(path, "package.json");
  // Packages for other systems are not here; their licence stands in the lock file.
  const declared = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : entry;
  const licence = licenceOf(declared) ?? licenceOf(entry) ?? "none stated";
  const reason = [...replaceable].find(([pattern]) => pattern.test(name))?.[1];
  if (!isAccepted(licence) && reason === undefined) refused.push(`${name} ${entry.version}: ${licence}`);
  if (entry.dev !== true) rows.push({ name, version: entry.version, licence, reason });
}

function licenceOf({ license, licenses }) {
  if (typeof license === "string") return license;
  if (typeof license?.type === "string") return license.type;
  return Array.isArray(licenses) ? licenses.map(({ type }) => type).join(" OR ") : undefined;
}

/** SPDX expressions: one side of OR is enough, both sides of AND are needed. */
function isAccepted(expression) {
  const bare = expression.replace(/[()]/g, "");
  return bare.split(/ OR /i).some((side) => side.split(/ AND /i).every((licence) => accepted.has(licence.trim())));
}

if (process.argv.includes("--write")) {
  const lines = rows
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, version, licence, reason }) => `| ${name} | ${version} | ${licence}${reason === undefined ? "" : ` (${reason})`} |`);
  writeFileSync(
    inClone("docs/dependencies.md"),
    [
      "# Packages that ship with the program",
      "",
      "Written by `node scripts/check-licences.mjs --write`.",
      "",
      "| package | version | licence |",
      "|---|---|---|",
      ...lines,
      "",
    ].join("\n"),
  );
}
for (const line of refused) console.error(`licence not on the list: ${line}`);
process.exitCode = refused.length === 0 ? 0 : 1;

/** The built program, made anew when one of its sources has changed. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { inClone } from "./paths.mjs";
import { runChild } from "./run-child.mjs";
import { SetupError } from "./setup-error.mjs";

/**
 * Where the program of the sources as they are now lies, or will. A program that still runs loads from the folder that it was
 * started in, whatever is built meanwhile. Asked at every start, so sizes and times of the sources have to do: reading them
 * all would take longer than the start.
 */
export function programFolder() {
  const hash = createHash("sha256").update(process.version);
  const sources = readdirSync(inClone("src"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$|^web[/\\]/.test(name))
    .sort()
    .map((name) => `src/${name}`);
  for (const name of [...sources, "package-lock.json", "scripts/build-program.mjs"]) {
    const { size, mtimeMs } = statSync(inClone(name), { throwIfNoEntry: false }) ?? { size: -1, mtimeMs: 0 };
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return inClone("dist", "program", hash.digest("hex").slice(0, 16));
}

/** Absolute path of what is started in place of src/main.ts. */
export async function ensureProgram(node) {
  const folder = programFolder();
  const file = `${folder}/main.js`;
  if (existsSync(file)) return file;
  console.error("Setting up: building the program (once per version).");
  const code = await runChild(node, ["--disable-warning=ExperimentalWarning", inClone("scripts/build-program.mjs"), folder], {
    stdio: ["ignore", 2, 2],
  });
  if (code !== 0) throw new SetupError(`Building the program ended with ${code}; the lines above say why.`, 1);
  return file;
}

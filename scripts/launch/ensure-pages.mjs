/** The built workbench and check page, made anew when a file they are made of has changed. */
import { existsSync, readFileSync } from "node:fs";
import { inClone } from "./paths.mjs";
import { runChild } from "./run-child.mjs";
import { SetupError } from "./setup-error.mjs";
import { stampOf } from "./sources-stamp.mjs";

const sources = [
  ...["src/web", "src/verify", "src/core", "src/api", "src/formats", "src/reason"],
  ...[
    "scripts/build.mjs",
    "scripts/build-verify-page.mjs",
    "scripts/build-receipt-page.mjs",
    "scripts/inline-page.mjs",
    "vite.config.ts",
    "package-lock.json",
  ],
];

export const pagesStampFile = inClone("dist", ".sources");

export function pagesStamp() {
  return stampOf(sources);
}

export async function ensurePages(node) {
  if (existsSync(pagesStampFile) && readFileSync(pagesStampFile, "utf8") === pagesStamp()) return;
  console.error("Setting up: building the workbench's pages (once per version).");
  const code = await runChild(node, [inClone("scripts/build.mjs")], { stdio: ["ignore", 2, 2] });
  if (code !== 0) throw new SetupError(`Building the pages ended with ${code}; the lines above say why.`, 1);
}

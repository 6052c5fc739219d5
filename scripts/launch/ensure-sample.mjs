/** The sample material: invented, rendered and voiced by scripts/sample, the same on every machine with the same ffmpeg. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { inClone } from "./paths.mjs";
import { runChild } from "./run-child.mjs";
import { SetupError } from "./setup-error.mjs";
import { stampOf } from "./sources-stamp.mjs";

/** Path of the sample folder. */
export async function ensureSample(node) {
  const folder = inClone("sample-material");
  const stampFile = inClone("sample-material.stamp");
  const stamp = stampOf(["scripts/sample"]);
  if (existsSync(`${folder}/TRUTH.json`) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return folder;
  console.error("Setting up: making the synthetic sample material (once).");
  const code = await runChild(node, ["--disable-warning=ExperimentalWarning", inClone("scripts/sample/make-sample.ts"), folder], {
    stdio: ["ignore", 2, 2],
  });
  if (code !== 0) throw new SetupError(`Making the sample ended with ${code}; the lines above say why.`, 1);
  writeFileSync(stampFile, stamp);
  return folder;
}

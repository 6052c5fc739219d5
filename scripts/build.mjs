/** Builds the two pages: the workbench into dist/web, the check page into dist/verify.html. */
import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { build } from "vite";
import { inClone } from "./launch/paths.mjs";
import { pagesStamp, pagesStampFile } from "./launch/ensure-pages.mjs";

rmSync(pagesStampFile, { force: true });
await build({ configFile: inClone("vite.config.ts"), root: inClone("src/web"), logLevel: "warn" });
const verifyPage = inClone("scripts/build-verify-page.mjs");
if (existsSync(verifyPage)) {
  const { status } = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", verifyPage], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
writeFileSync(pagesStampFile, pagesStamp());

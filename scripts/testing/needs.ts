/**
 * What a test needs beside Node: programs of the system, fixtures by others. Where something is missing the test is
 * counted as not run, with the reason in its line; `npm test -- --require-all` makes that a failure.
 */
import { existsSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** False when everything is there, else why the test cannot run: hand it to node:test as `skip`. */
export function needs({ programs = [], fixtures }: { readonly programs?: readonly string[]; readonly fixtures?: string }): string | false {
  const missing = programs.filter((program) => findProgram(program) === undefined);
  const reasons = missing.map((program) => `needs ${program}, which is not on PATH`);
  if (fixtures !== undefined) {
    const folder = process.env["WITNESSMARK_FIXTURES"];
    if (folder === undefined || folder === "") reasons.push("needs WITNESSMARK_FIXTURES, which is not set");
    else if (!existsSync(join(folder, fixtures))) reasons.push(`needs ${fixtures} under WITNESSMARK_FIXTURES, which is not there`);
  }
  return reasons.length === 0 ? false : reasons.join("; ");
}

/** Absolute path of a program on PATH. */
export function findProgram(name: string): string | undefined {
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path) && statSync(path).isFile());
}

/** Folder of third-party fixtures; only after `needs` said that it is there. */
export function fixturesFolder(name: string): string {
  return join(process.env["WITNESSMARK_FIXTURES"] ?? "", name);
}

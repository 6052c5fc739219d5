/**
 * Loaded before each test file when the program is built (WITNESSMARK_TEST_PROGRAM): scripts that the code under test starts as
 * processes or threads of their own are the built ones, as they are when the program runs. Loading sources took a third of the
 * processor time of all tests.
 */
import childProcess from "node:child_process";
import { existsSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import workers from "node:worker_threads";

const folder = dirname(process.env.WITNESSMARK_TEST_PROGRAM);
const src = fileURLToPath(new URL("../../src", import.meta.url));

/** The path itself where it is no script that is built. */
function builtOf(path) {
  if (!path.startsWith(src + sep) || !path.endsWith(".ts")) return path;
  const built = join(folder, `${relative(src, path).replaceAll(sep, "-").slice(0, -3)}.js`);
  return existsSync(built) ? built : path;
}

const { spawn } = childProcess;
childProcess.spawn = (command, args, ...rest) =>
  spawn(command, Array.isArray(args) ? args.map((word) => (typeof word === "string" ? builtOf(word) : word)) : args, ...rest);

const { Worker } = workers;
workers.Worker = class extends Worker {
  constructor(script, options) {
    super(script instanceof URL && script.protocol === "file:" ? pathToFileURL(builtOf(fileURLToPath(script))) : script, options);
  }
};
syncBuiltinESMExports();

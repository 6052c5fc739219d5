/** Hashes a file with the vault's own reader and prints what that took. Argument: FILE. */
import { digestOfFile } from "../../src/keep/digest-of-file.ts";
import { startClock } from "./measure.ts";

const [file] = process.argv.slice(2) as [string];
const stop = startClock();
const digest = await digestOfFile(file);
process.stdout.write(`${JSON.stringify({ ...stop(), digest })}\n`);

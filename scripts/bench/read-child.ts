/** Reads a file through one buffer of the size that hashing uses, hashes nothing, and prints what that took. Argument: FILE. */
import { Buffer } from "node:buffer";
import { closeSync, openSync, readSync } from "node:fs";
import { startClock } from "./measure.ts";

const [file] = process.argv.slice(2) as [string];
const piece = Buffer.allocUnsafeSlow(256 * 1024);
const stop = startClock();
const fd = openSync(file, "r");
for (let at = 0, got = 1; got > 0; at += got) got = readSync(fd, piece, 0, piece.length, at);
closeSync(fd);
process.stdout.write(`${JSON.stringify(stop())}\n`);

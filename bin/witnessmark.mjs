#!/usr/bin/env node
/**
 * Starts Witnessmark from a fresh clone on a bare machine. Depends on nothing but Node itself: sets up what is missing
 * (locked packages, Node 24, ffmpeg, the built pages, for `demo` the sample), then hands over to src/main.ts.
 */
import { launch } from "../scripts/launch/launch.mjs";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`witnessmark: expected Node 20.19 or newer; found ${process.versions.node}. See https://nodejs.org/`);
  process.exit(2);
}
process.exitCode = await launch(process.argv.slice(2));

/** What the tests start as the program: the built one under `npm test`, which takes half as long to start; else the sources. */
import { fileURLToPath } from "node:url";

export const main = process.env["WITNESSMARK_TEST_PROGRAM"] ?? fileURLToPath(new URL("../../src/main.ts", import.meta.url));

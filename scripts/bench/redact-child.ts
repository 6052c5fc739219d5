/** Renders one video with its marks covered. Arguments: original, file to make, file of marks. */
import { readFileSync, rmSync } from "node:fs";
import { createRedactor } from "../../src/analyse/redact/run-redactor.ts";
import type { MarkToRender } from "../../src/core/redaction/redactor.port.ts";

const [path, out, marksFile] = process.argv.slice(2) as [string, string, string];
rmSync(out, { force: true });
const marks = JSON.parse(readFileSync(marksFile, "utf8")) as MarkToRender[];
const control = { signal: new AbortController().signal, onProgress: () => undefined };
const made = await createRedactor().renderMedia({ path, kind: "video", marks, excerpt: null, out }, control);
if (made === undefined) throw new Error("redact-child: expected a rendered file; found that it was stopped");
process.stdout.write(`${JSON.stringify({ frames: made.frames })}\n`);

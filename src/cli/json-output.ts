/** What `--json` prints: one object a line, each with the version of its shape. docs/cli.md describes them. */
import type { Terminal } from "./program.ts";

/** Raised when a shape changes in a way that could break a reader. */
const shapeVersion = 1;

export function printJson(out: Terminal, type: string, value: object): void {
  out.line(JSON.stringify({ witnessmark: shapeVersion, type, ...value }));
}

/** Puts the stand-in for a detector where it can be started by its path alone, by the Node that runs the tests. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("look-for-red.ts", import.meta.url));

export function writeStandIn(folder: string): string {
  const program = join(folder, "look-for-red.ts");
  const words = `exec "${process.execPath}" --disable-warning=ExperimentalWarning "${source}" "$@"`;
  writeFileSync(program, `#!/bin/sh\n${words}\n`, { mode: 0o755 });
  return program;
}

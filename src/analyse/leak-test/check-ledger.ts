/** The ledger of a public edition: bodies only where the rule allows one, and no sealed value opened. Read without the ledger's own reader. */
import type { Findings } from "./findings.ts";

export function checkLedger(file: string, bytes: Buffer, linesWithBodies: ReadonlySet<number>, findings: Findings): void {
  for (const [at, line] of bytes.toString("utf8").split("\n").entries()) {
    if (line === "") continue;
    const where = `line ${at + 1}`;
    let parsed: { body?: { kind?: unknown } | null; open?: Record<string, unknown>; head?: { seq?: unknown } };
    try {
      parsed = JSON.parse(line) as typeof parsed;
    } catch {
      findings.refuse(file, where, "a line that is no JSON");
      continue;
    }
    const seq = Number(parsed.head?.seq ?? at + 1);
    if (parsed.body !== undefined && !linesWithBodies.has(seq)) findings.leak("ledger", file, where, `body of line ${seq}`);
    if (Object.keys(parsed.open ?? {}).length > 0) findings.leak("ledger", file, where, `opened value of line ${seq}`);
  }
}

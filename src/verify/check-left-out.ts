/** Lines and values that are not here: erased and said so, withheld and said so, or simply gone. */
import type { Digest } from "../core/hash/digest.ts";
import { readWithheldList, type WithheldList, withheldSignatureHolds } from "../formats/bagit/withheld-list.ts";
import type { Findings } from "./findings.ts";
import type { WithheldReport } from "./report.ts";
import type { VerifyPlatform } from "./verify-options.ts";
import type { History } from "./walk-history.ts";

export interface LeftOut {
  readonly withheld: readonly WithheldReport[];
  readonly withheldLines: number;
  readonly erasedLines: number;
  readonly withheldObjects: ReadonlySet<Digest>;
  readonly statements: readonly string[];
}

/** `text` is `withheld.json`, undefined where there is none. A case folder has none: there, a value not opened may be in `private.age`. */
export async function checkLeftOut(
  history: History,
  subject: "case-folder" | "pack",
  text: string | undefined,
  platform: VerifyPlatform,
  findings: Findings,
): Promise<LeftOut> {
  const list = text === undefined ? undefined : await readList(text, history, platform, findings);
  const lines = new Map(list?.lines.map((one) => [one.seq, one]));
  const values = new Map(list?.values.map((one) => [`${one.seq} ${one.sealed}`, one]));
  const withheldLines: number[] = [];
  let erasedLines = 0;

  for (const line of [...history.bare].sort((a, b) => a - b)) {
    const erasedBy = history.erasedLines.get(line);
    const listed = lines.get(line);
    if (erasedBy !== undefined) {
      erasedLines++;
      findings.notice("line-erased", `Line ${line} was erased, as line ${erasedBy} says. Its place in the chain is kept.`, { line });
    } else if (listed !== undefined) {
      withheldLines.push(line);
      findings.notice("line-withheld", `Line ${line} is withheld by ${listed.by}: ${listed.reason}. Its place in the chain is kept.`, {
        line,
      });
    } else {
      findings.against("line-body-gone", `What line ${line} says is not here, and nothing says that it was erased or withheld.`, { line });
    }
    lines.delete(line);
  }
  for (const [line, by] of history.erasedLines) {
    if (history.bare.has(line)) continue;
    const text = `Line ${by} says that line ${line} was erased; what it says is still here.`;
    if (subject === "pack") findings.against("erasure-unfinished", text, { line });
    else findings.notice("erasure-unfinished", text, { line });
  }
  for (const line of lines.keys())
    findings.against("withheld-list-wrong", `withheld.json says that line ${line} is withheld; it is not.`, { line });

  let stripped = 0;
  let firstStripped = 0;
  for (const place of history.closedValues) {
    if (values.delete(place) || subject === "case-folder") continue;
    stripped++;
    firstStripped ||= Number(place.split(" ")[0]);
  }
  if (stripped > 0) {
    const text = `${stripped} sealed values are not here and not listed as withheld, the first in line ${firstStripped}.`;
    findings.against("value-gone", text, { line: firstStripped });
  }
  if (history.closedValues.size > stripped) {
    const count = history.closedValues.size - stripped;
    const where = subject === "pack" ? "as withheld.json lists" : "they are restricted, or were withheld from this copy";
    findings.notice("value-withheld", `${count} sealed values are not opened here: ${where}. What they commit to is kept.`);
  }
  for (const place of values.keys()) {
    findings.against("withheld-list-wrong", `withheld.json says that a value of line ${place.split(" ")[0]} is withheld; it is not.`);
  }
  return {
    withheld: reports(list),
    withheldLines: withheldLines.length,
    erasedLines,
    withheldObjects: new Set(list?.objects.map(({ object }) => object)),
    statements: statementsOf(withheldLines, history.lines),
  };
}

async function readList(text: string, history: History, platform: VerifyPlatform, findings: Findings): Promise<WithheldList | undefined> {
  const list = readWithheldList(text);
  const path = "data/withheld.json";
  if (list === undefined) {
    findings.against("withheld-list-wrong", "data/withheld.json is not a list of what is withheld in its one spelling.", { path });
    return undefined;
  }
  if (list.caseId !== history.opened?.caseId || list.seq !== history.last?.seq || list.head !== history.last.head) {
    findings.against("withheld-list-wrong", "data/withheld.json speaks of another case or another history than this one.", { path });
  }
  const held = history.keyring.find(list.signature.key);
  const holds = held !== undefined && (await withheldSignatureHolds(platform.verifyEd25519, held.key, list));
  if (!holds || held.revokedAtLine !== null || held.replacedAtLine !== null) {
    findings.against("withheld-list-wrong", "data/withheld.json is not signed by a key in force in this case.", { path });
  } else held.signatures++;
  return list;
}

function reports(list: WithheldList | undefined): WithheldReport[] {
  if (list === undefined) return [];
  const of = (what: WithheldReport["what"]) => (one: WithheldList["lines"][number]) => ({
    line: one.seq,
    what,
    category: one.category,
    reason: one.reason,
    by: one.by,
  });
  return [...list.lines.map(of("line")), ...list.values.map(of("value")), ...list.objects.map(of("object"))].sort(
    (a, b) => a.line - b.line,
  );
}

/** How much of what came later is withheld, at each place where the answer changes: what a statement drawn at that line must carry. */
function statementsOf(lines: readonly number[], last: number): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, 50).join(", ");
  const more = lines.length > 50 ? " and more" : "";
  const said = (count: number) =>
    count === 1 ? "1 later entry is withheld and could change this" : `${count} later entries are withheld and could change this`;
  const statements = [
    `Of everything that this case says up to line ${last}, these lines are withheld: ${shown}${more}. Whatever is drawn from the rest may depend on them.`,
  ];
  let from = 1;
  for (const [i, line] of lines.slice(0, 50).entries()) {
    if (line > from) statements.push(`What rests on lines ${from} to ${line - 1}: ${said(lines.length - i)}.`);
    from = line + 1;
  }
  return statements;
}

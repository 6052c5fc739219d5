/** Puts what the checks found into the report. */
import { shortCode } from "../core/ledger/ledger-line.ts";
import type { LeftOut } from "./check-left-out.ts";
import type { Findings } from "./findings.ts";
import { notProved } from "./not-proved.ts";
import type { VerifyReport } from "./report.ts";
import type { History } from "./walk-history.ts";

export function writeReport(
  found: Pick<VerifyReport, "subject" | "checkpoints" | "outside" | "pack" | "edition" | "objects" | "timestamps" | "keys"> & {
    readonly history: History;
    readonly leftOut: LeftOut;
  },
  findings: Findings,
): VerifyReport {
  const { subject, history, leftOut, outside, keys, timestamps } = found;
  const { opened, last } = history;
  const withheld = leftOut.withheldLines;
  const erased = leftOut.erasedLines;
  const listed = findings.listed();
  const against = listed.filter(({ weight }) => weight === "against").length;
  return {
    v: 1,
    verdict: findings.holds ? "verifies" : "does-not-verify",
    summary: summaryOf(
      subject,
      findings.holds,
      against,
      withheld + found.objects.withheld + (history.values.sealed - history.values.opened),
    ),
    subject,
    case: { caseId: opened?.caseId ?? null, title: opened?.title ?? null },
    history: {
      lines: history.lines,
      head: last?.head ?? null,
      shortCode: last === undefined ? null : shortCode(last.head),
      firstAt: history.firstAt ?? null,
      lastAt: history.lastAt ?? null,
      clockStepsBack: history.clockStepsBack,
      withheld,
      erased,
    },
    outside,
    values: { ...history.values, withheld: history.values.sealed - history.values.opened },
    objects: found.objects,
    signatures: { checked: history.keyring.checked, hold: history.keyring.hold },
    keys,
    checkpoints: found.checkpoints,
    timestamps,
    pack: found.pack,
    edition: found.edition,
    withheld: leftOut.withheld,
    withheldStatements: leftOut.statements,
    findings: listed,
    findingsLeftOut: findings.leftOut(),
    notProved: notProved({ subject, outside, keys, timestamps, withheld, erased }),
  };
}

function summaryOf(subject: VerifyReport["subject"], holds: boolean, against: number, leftOut: number): string {
  const what = subject === "pack" ? "This pack" : "This case";
  if (!holds) return `${what} does not verify: ${against === 1 ? "one finding speaks" : `${against} findings speak`} against it.`;
  return leftOut > 0 ? `${what} verifies; parts of it are withheld.` : `${what} verifies.`;
}

/** What is left of a check that somebody stopped: what speaks against it until then, and no claim about the rest. */
export function stoppedReport(subject: VerifyReport["subject"], findings: Findings): VerifyReport {
  return {
    v: 1,
    verdict: "stopped",
    summary: "The check was stopped before its end: it says nothing about what it did not reach.",
    subject,
    case: { caseId: null, title: null },
    history: { lines: 0, head: null, shortCode: null, firstAt: null, lastAt: null, clockStepsBack: 0, withheld: 0, erased: 0 },
    outside: [],
    values: { sealed: 0, opened: 0, withheld: 0 },
    objects: { named: 0, intact: 0, altered: 0, missing: 0, erased: 0, withheld: 0, added: 0, bytes: 0 },
    signatures: { checked: 0, hold: 0 },
    keys: [],
    checkpoints: [],
    timestamps: [],
    pack: null,
    edition: null,
    withheld: [],
    withheldStatements: [],
    findings: findings.listed(),
    findingsLeftOut: findings.leftOut(),
    notProved: [
      { code: "not-checked", text: "Nothing is shown by a check that did not end." },
      ...notProved({ subject, outside: [], keys: [], timestamps: [], withheld: 0, erased: 0 }),
    ],
  };
}

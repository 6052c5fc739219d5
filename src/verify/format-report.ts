/** The report as text for a terminal or a plain page: the verdict first, then what speaks against it, what holds, and what was not shown. */
import { groundWords } from "./ground-words.ts";
import type { Finding, VerifyReport } from "./report.ts";

/** Notices of one code, and of all, beyond this are counted; `--json` lists them all. What speaks against it is always listed. */
const shownOfCode = 3;
const noticesShown = 20;

export function formatReport(report: VerifyReport): string {
  const parts = [
    [report.summary],
    caseOf(report),
    section("What speaks against it", report.findings.filter(({ weight }) => weight === "against").map(lineOf)),
    section(
      "Counted and not listed",
      Object.entries(report.findingsLeftOut).map(([code, count]) => `${count} more of [${code}]`),
    ),
    editionOf(report),
    section("To know", noticesOf(report)),
    section("What was checked", report.verdict === "stopped" ? [] : checkedOf(report)),
    section("Keys", keysOf(report)),
    section("Times", timesOf(report)),
    section("Withheld", report.withheldStatements),
    section(
      "Not shown by this",
      report.notProved.map(({ text }) => text),
    ),
  ];
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n");
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `- ${line}`)];
}

function lineOf({ code, text }: Finding): string {
  return `[${code}] ${printable(text)}`;
}

/** Text from a pack may carry what moves a cursor or turns the direction of writing. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (letter) => `\\u{${(letter.codePointAt(0) as number).toString(16)}}`);
}

function caseOf({ case: { caseId, title }, history, outside }: VerifyReport): string[] {
  if (caseId === null) return [];
  const head = history.head === null ? [] : [`Head ${history.shortCode}  ${history.head} at line ${history.lines}`];
  const said = outside.map(({ text }) => printable(text));
  return [`Case ${title === null ? "" : `${printable(JSON.stringify(title))} `}${caseId}`, ...head, ...said];
}

function noticesOf({ findings }: VerifyReport): string[] {
  const notices = findings.filter(({ weight }) => weight === "notice");
  // A public edition withholds most lines: each by itself would bury what else is to be known.
  const lines = [...Map.groupBy(notices, ({ code }) => code)].flatMap(([code, all]) => [
    ...all.slice(0, all.length > shownOfCode ? 1 : shownOfCode).map(lineOf),
    ...(all.length > shownOfCode ? [`[${code}] and ${all.length - 1} more of this kind, which --json lists`] : []),
  ]);
  return lines.length > noticesShown ? [...lines.slice(0, noticesShown), "and more, which --json lists"] : lines;
}

function editionOf({ edition }: VerifyReport): string[] {
  if (edition === null) return [];
  const { edition: id, version, sort, title, madeAtLine, files, noPdf, findings } = edition;
  return [
    `${sort === "court" ? "Court" : "Public"} edition ${id}, version ${version}, ${printable(JSON.stringify(title))}: made at line ${madeAtLine}, ${files} files${noPdf === null ? "" : `, no PDF (${printable(noPdf)})`}`,
    ...findings.flatMap((one) => [
      `- ${one.finding}, version ${one.version}: ${printable(one.statement)}`,
      `    signed in line ${one.signedAtLines.join(", ")}, approved in line ${one.approvedAtLines.join(", ")}; ${one.statementInPack ? "the document that was signed says this sentence" : "the document that was signed is not here"}; ${one.says}`,
      ...one.rests.map((ground) => `    rests on ${groundWords(ground)}`),
    ]),
    "- report.json was held against this. The page, the PDF and the exports say what was sealed (their hashes); their words were compared with nothing.",
  ];
}

function checkedOf({ history, values, objects, signatures, checkpoints, pack }: VerifyReport): string[] {
  const { named, intact, altered, missing, erased, withheld, added } = objects;
  const sealed =
    pack === null
      ? []
      : [
          `${pack.hashes.hold} of ${pack.hashes.listed} hashes of the manifests hold`,
          `${pack.files} files, ${pack.bytes} bytes; sealed ${pack.sealHolds ? "by" : "(the seal does not hold) by"} ${printable(pack.sealedBy ?? "nobody")}`,
        ];
  return [
    `${history.lines} lines: ${history.withheld} withheld, ${history.erased} erased; the clock stepped back ${history.clockStepsBack} times`,
    `${named} objects named: ${intact} intact, ${altered} altered, ${missing} missing, ${erased} erased, ${withheld} withheld; ${added} added`,
    `${values.sealed} sealed values: ${values.opened} open here`,
    `${signatures.checked} signatures: ${signatures.hold} hold; ${checkpoints.filter(({ holds }) => holds).length} of ${checkpoints.length} checkpoints hold`,
    ...sealed,
  ];
}

const knownWords = {
  "told-outside": "you were told it",
  "first-use": "known from these files alone",
  unknown: "brought by no line",
} as const;

function keysOf({ keys }: VerifyReport): string[] {
  return keys.map(({ key, person, known, revokedAtLine, replacedAtLine, signatures }) => {
    const ended =
      revokedAtLine !== null ? `, revoked at line ${revokedAtLine}` : replacedAtLine !== null ? `, replaced at line ${replacedAtLine}` : "";
    return `${person ?? "nobody"} ${key}: ${knownWords[known]}; ${signatures} signatures hold${ended}`;
  });
}

function timesOf({ timestamps }: VerifyReport): string[] {
  return timestamps.map(({ line, coversSeq, state, genTime, authority, chain, why }) =>
    state === "holds"
      ? `lines 1 to ${coversSeq} existed on ${genTime}, says ${printable(authority ?? "an authority without a name")} (line ${line}; its certificate ${chain})`
      : `the time stamp in line ${line} ${state === "not-checked" ? "was not checked" : "does not hold"}: ${printable(why)}`,
  );
}

/** The report on the page: the verdict, what stands against it, what was counted, and always what was not shown. */
import type { CheckpointReport, Finding, KeyReport, TimestampReport, VerifyReport } from "../report.ts";
import { groundWords } from "../ground-words.ts";
import { type Child, element, foreign } from "./element.ts";

const verdicts = {
  verifies: { sign: "✓", words: "Verifies", tone: "agree" },
  "does-not-verify": { sign: "✗", words: "Does not verify", tone: "conflict" },
  stopped: { sign: "…", words: "Stopped before the end", tone: "unknown" },
} as const;

export function showReport(report: VerifyReport): HTMLElement[] {
  const { sign, words, tone } = verdicts[report.verdict];
  const against = report.findings.filter(({ weight }) => weight === "against");
  const notices = report.findings.filter(({ weight }) => weight === "notice");
  return [
    element("h2", { class: `verdict tone-${tone}` }, element("span", { "aria-hidden": "true" }, sign), ` ${words}`),
    element("p", { class: "summary" }, foreign(report.summary)),
    ...section("Against it", against.map(showFinding)),
    ...showEdition(report.edition),
    ...section(
      "Not shown by this",
      report.notProved.map(({ text }) => element("li", {}, foreign(text))),
    ),
    ...folded("To be known", notices.map(showFinding)),
    ...section("Left out of this copy", leftOutGroups(report.withheld)),
    ...section(
      "What stands on it",
      report.withheldStatements.map((text) => element("li", {}, foreign(text))),
    ),
    element("h3", {}, "Counted"),
    counts(report),
    ...section(
      "A head from elsewhere",
      report.outside.map(({ given, text }) => element("li", {}, code(given), " ", foreign(text))),
    ),
    ...section("Keys", report.keys.map(showKey)),
    ...section("Checkpoints", report.checkpoints.map(showCheckpoint)),
    ...section("Time stamps", report.timestamps.map(showTimestamp)),
    ...leftOut(report.findingsLeftOut),
  ];
}

/** What the edition says, with who stands behind each statement and what is not here to judge it by. */
function showEdition(edition: VerifyReport["edition"]): HTMLElement[] {
  if (edition === null) return [];
  const { edition: id, version, sort, title, madeAtLine, files, noPdf, findings } = edition;
  const pdf = noPdf === null ? "" : `; no PDF: ${noPdf}`;
  return [
    element("h3", {}, `${sort === "court" ? "Court" : "Public"} edition ${id}, version ${version}`),
    element("p", {}, foreign(title), ` (made at line ${madeAtLine}, ${files} files`, foreign(pdf), ")"),
    element("p", {}, "Its report is ", code("data/edition/report.html"), " in the folder of the pack."),
    element(
      "ul",
      {},
      ...findings.map((one) =>
        element(
          "li",
          {},
          `${one.finding}: `,
          foreign(one.statement),
          ` Signed in line ${one.signedAtLines.join(", ") || "none"}, approved in line ${one.approvedAtLines.join(", ") || "none"}`,
          one.statementInPack ? "; the document that was signed says this sentence. " : "; the document that was signed is not here. ",
          foreign(one.says),
          ".",
          element("ul", {}, ...one.rests.map((ground) => element("li", {}, "Rests on ", foreign(groundWords(ground))))),
        ),
      ),
    ),
  ];
}

function section(title: string, entries: readonly HTMLElement[]): HTMLElement[] {
  return entries.length === 0 ? [] : [element("h3", {}, title), element("ul", {}, ...entries)];
}

/** More than these are folded: whoever wants each of them opens the list. */
const shownAtOnce = 12;

function folded(title: string, entries: readonly HTMLElement[]): HTMLElement[] {
  if (entries.length <= shownAtOnce) return section(title, entries);
  const list = element("details", {}, element("summary", {}, `${entries.length}, one by one`), element("ul", {}, ...entries));
  return [element("h3", {}, title), list];
}

function code(text: string): HTMLElement {
  return element("code", {}, foreign(text));
}

function showFinding({ code: name, text, line, path, weight }: Finding): HTMLElement {
  const where: Child[] = [];
  if (line !== undefined) where.push(element("span", { class: "where" }, `line ${line}`));
  if (path !== undefined) where.push(element("span", { class: "where" }, foreign(path)));
  return element("li", { class: `finding is-${weight}` }, element("span", { class: "code" }, name), " ", foreign(text), " ", ...where);
}

/** What was left out for one reason by one person stands together: a public edition leaves out most lines for one. */
function leftOutGroups(withheld: VerifyReport["withheld"]): HTMLElement[] {
  const groups = Map.groupBy(withheld, ({ what, category, reason, by }) => JSON.stringify([what, category, reason, by]));
  return [...groups.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    const { what, category, reason, by } = first;
    const lines = runsOf([first, ...more].map(({ line }) => line));
    const count = more.length === 0 ? what : `${more.length + 1} ${what}s`;
    return [element("li", {}, `${count}, line ${lines}: `, foreign(category), ", ", foreign(reason), " (", foreign(by), ")")];
  });
}

/** "3, 5 to 9". */
function runsOf(lines: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const line of [...new Set(lines)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && line === last.to + 1) last.to = line;
    else runs.push({ from: line, to: line });
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`)).join(", ");
}

function showKey({ key, person, known, signatures, fromLine, replacedAtLine, revokedAtLine }: KeyReport): HTMLElement {
  const how = {
    "told-outside": "told to you by another way",
    "first-use": "known only from these files",
    unknown: "stated by no line",
  }[known];
  const ends = [
    replacedAtLine === null ? "" : `, replaced at line ${replacedAtLine}`,
    revokedAtLine === null ? "" : `, revoked at line ${revokedAtLine}`,
  ].join("");
  const from = fromLine === null ? "" : `, from line ${fromLine}`;
  return element("li", {}, foreign(person ?? "nobody"), `: ${how}; ${signatures} signatures hold${from}${ends} `, code(key));
}

function showCheckpoint({ seq, at, person, holds, why }: CheckpointReport): HTMLElement {
  return element("li", {}, holds ? "Holds" : "Does not hold", `: line ${seq}, signed by `, foreign(person), ` at ${at}. `, foreign(why));
}

function showTimestamp({ line, state, genTime, authority, chain, why, coversSeq }: TimestampReport): HTMLElement {
  const covers = coversSeq === null ? "" : `, covers the history up to line ${coversSeq}`;
  const said = state === "holds" ? `Existed at ${genTime ?? "a time that is not stated"}` : state.replaceAll("-", " ");
  return element(
    "li",
    {},
    `${said} (line ${line}${covers}), by `,
    foreign(authority ?? "nobody named"),
    "; chain: ",
    foreign(chain),
    ". ",
    foreign(why),
  );
}

function counts({ case: subject, history, objects, values, signatures, pack }: VerifyReport): HTMLElement {
  const rows: (readonly [string, Child])[] = [
    ["Case", foreign(`${subject.title ?? "untitled"} (${subject.caseId ?? "no id"})`)],
    ["Entries", `${history.lines} (${history.withheld} withheld, ${history.erased} erased)`],
    ["Head", element("span", {}, code(history.shortCode ?? "none"), " ", code(history.head ?? ""))],
    ["Clocks said", `${history.firstAt ?? "nothing"} to ${history.lastAt ?? "nothing"}; stepped back ${history.clockStepsBack} times`],
    [
      "Objects",
      `${objects.named} named: ${objects.intact} intact, ${objects.altered} altered, ${objects.missing} missing, ${objects.erased} erased, ${objects.withheld} withheld; ${objects.added} that no entry names`,
    ],
    ["Bytes read", objects.bytes.toLocaleString("en")],
    ["Sealed values", `${values.sealed}: ${values.opened} opened, ${values.withheld} withheld`],
    ["Signatures", `${signatures.hold} of ${signatures.checked} hold`],
  ];
  if (pack !== null) {
    rows.push(["Hashes", `${pack.hashes.hold} of ${pack.hashes.listed} that the manifests list hold`]);
    rows.push(["Files of the pack", `${pack.files} (${pack.bytes.toLocaleString("en")} bytes)`]);
    rows.push([
      "Sealed by",
      foreign(`${pack.sealedBy ?? "nobody"} at ${pack.sealedAt ?? "no stated time"}; ${pack.sealHolds ? "holds" : "does not hold"}`),
    ]);
  }
  return element("dl", {}, ...rows.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value))));
}

function leftOut(counted: VerifyReport["findingsLeftOut"]): HTMLElement[] {
  return section(
    "More of the same, not listed",
    Object.entries(counted).map(([name, count]) => element("li", {}, `${name}: ${count} more`)),
  );
}

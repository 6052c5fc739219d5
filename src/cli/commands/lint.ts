/** `lint CASE|FILE`: what findings and observations say that they must not. It points at words; what is meant, a person decides. */
import { resolve } from "node:path";
import { completePlaceProblem } from "../../actions/complete-place-problem.ts";
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { FindingDocument } from "../../core/finding/finding.ts";
import { counted } from "../../core/text/counted.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import type { CompletePlace } from "../../reads/claims/contradiction-report.ts";
import { type CaseLint, lintCase } from "../../reads/findings/lint-case.ts";
import { type FieldLint, lintFinding } from "../../reason/lint/lint-document.ts";
import type { LintedAs } from "../../reason/lint/lint-finding.ts";
import { lintText, lintVersion } from "../../reason/lint/lint-text.ts";
import { type Command, type Given, text, words } from "../command.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";

interface Marks {
  readonly marks: readonly (FieldLint & { readonly of: string; readonly version?: number })[];
  /** What was read, in words and as members of the JSON. */
  readonly read: string;
  readonly counts: object;
  /** Open contradictions that a finding of the case leaves out: told as warnings, of no words in particular. */
  readonly unspoken: CaseLint["unspoken"];
}

export const lintCommand: Command = {
  name: "lint",
  usage: "lint CASE|FILE|- [--as finding|key-point|observation] [--json]",
  summary: "say where findings and observations mix scales, verify nothing in particular, judge, or leave out a radius or a zone",
  flags: { as: { type: "string" }, json: { type: "boolean" } },
  flagHelp: {
    as: "what the words of a text file are: a finding when left out; a file that holds a finding's document needs none",
    json: "print one JSON object a line",
  },
  examples: ["witnessmark lint cases/market", "witnessmark lint draft.txt --as observation", "witnessmark lint finding.json --json"],
  async run(program, given) {
    const [path] = words(lintCommand, given, 1) as [string];
    const as = asOf(given);
    if (as !== undefined && program.isCase(resolve(path)))
      throw new CaseError("INPUT_INVALID", `--as: expected it with a file of words; found a case, which says itself what each text is`);
    const found = program.isCase(resolve(path)) ? await ofCase(program, path) : await ofFile(program, path, as);
    const errors = found.marks.filter(({ severity }) => severity === "error").length;
    const warnings = found.marks.length - errors + found.unspoken.length;
    if (given.flags["json"] === true) {
      for (const mark of found.marks) printJson(program.out, "lint-mark", mark);
      for (const one of found.unspoken)
        printJson(program.out, "lint-unspoken", { severity: "warning", code: "contradiction-unspoken", ...one });
      printJson(program.out, "lint", { version: lintVersion, ...found.counts, errors, warnings });
    } else {
      for (const mark of found.marks) program.out.line(lineOf(mark));
      for (const { of, version, aspect, members } of found.unspoken)
        program.out.line(
          `${of}, version ${version}: warning (contradiction-unspoken): ${members.join(", ")} cannot all hold (${aspect}), and no open contradiction of it names all of them.`,
        );
      program.out.line(`${found.read}: ${counted(errors, "error")}, ${counted(warnings, "warning")}.`);
    }
    return errors > 0 ? 3 : 0;
  },
};

function asOf(given: Given): LintedAs | undefined {
  const as = text(given, "as");
  if (as === undefined || as === "finding" || as === "key-point" || as === "observation") return as;
  throw new CaseError("INPUT_INVALID", `--as: expected finding, key-point or observation; found ${visibleText(as)}`);
}

async function ofCase(program: Program, path: string): Promise<Marks> {
  const session = await program.openCase(resolve(path), { access: "read", onProgress: (detail) => program.out.progress(detail) });
  try {
    program.out.endProgress();
    const complete: CompletePlace = async (problem) => (await completePlaceProblem(program.gazetteers, problem)).problem;
    const { marks, findings, observations, withheld, unspoken }: CaseLint = await lintCase(session.reader, session.viewer, complete);
    const not = withheld.length === 0 ? "" : `, ${counted(withheld.length, "text")} withheld in this copy`;
    return {
      ...{ marks, unspoken },
      read: `${counted(findings, "finding")}, ${counted(observations, "observation")}${not}`,
      counts: { findings, observations, withheld },
    };
  } finally {
    await session.close();
  }
}

async function ofFile(program: Program, path: string, as: LintedAs | undefined): Promise<Marks> {
  const name = path === "-" ? "standard input" : path;
  const content =
    path === "-"
      ? await program.readInput("Reading words from standard input; end with Ctrl-D.")
      : decodeUtf8(await program.readFile(resolve(path)));
  if (content === undefined) throw new CaseError("INPUT_INVALID", `${name}: expected UTF-8 text; found other bytes`);
  const document = as === undefined ? documentIn(content) : undefined;
  const marks =
    document === undefined ? lintText(content, as ?? "finding").map((mark) => ({ field: "text", ...mark })) : lintFinding(document);
  return {
    marks: marks.map((mark) => ({ of: name, ...mark })),
    unspoken: [],
    read: document === undefined ? name : `${name}, a finding on ${document.question}`,
    counts: { file: name },
  };
}

/** Undefined for what is no document of a finding: then its words are read as they are. */
function documentIn(content: string): FindingDocument | undefined {
  if (!content.trimStart().startsWith("{")) return undefined;
  try {
    return FindingDocument.safeParse(JSON.parse(content)).data;
  } catch {
    return undefined;
  }
}

function lineOf({ of, version, field, severity, code, span, found, expected, instead }: Marks["marks"][number]): string {
  const where = `${of}${version === undefined ? "" : `, version ${version}`}${field === "text" ? "" : `, ${field}`}`;
  return `${where}, characters ${span.start} to ${span.end}: ${severity} (${code}): “${visibleText(found)}”: expected ${expected}. Write instead: ${visibleText(instead)}`;
}

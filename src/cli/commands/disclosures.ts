/** `disclosures CASE`: the register of what was handed over: who got which pack, when and why; what arrived; corrections; two versions compared. */
import { resolve } from "node:path";
import { acknowledgeDisclosure } from "../../actions/acknowledge-disclosure.ts";
import { disclose } from "../../actions/disclose.ts";
import type { EditionPorts } from "../../actions/edition-ports.ts";
import { issueCorrection } from "../../actions/issue-correction.ts";
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import { CaseError } from "../../core/case/case-error.ts";
import type { EditionId } from "../../core/edition/edition.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import type { CaseSession } from "../../jobs/case-session.ts";
import { compareEditions, type EditionRef } from "../../reads/editions/compare-editions.ts";
import { draftCorrection } from "../../reads/editions/draft-correction.ts";
import { editionIndex } from "../../reads/editions/edition-index.ts";
import { listEditions } from "../../reads/editions/list-editions.ts";
import { type Command, type Given, text, texts, words } from "../command.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";

export const disclosuresCommand: Command = {
  name: "disclosures",
  usage: "disclosures CASE [--add ED:VERSION --to WHO --why WORDS --how WORDS] [--received LINE --says WORDS] [--compare ED:V ED:V]",
  summary: "the register of editions: who got which pack, what arrived, what has to be corrected",
  flags: {
    ...{ add: { type: "string" }, to: { type: "string" }, why: { type: "string" }, how: { type: "string" }, at: { type: "string" } },
    ...{ received: { type: "string" }, says: { type: "string" }, compare: { type: "string", multiple: true } },
    ...{ draft: { type: "boolean" }, correct: { type: "string" }, json: { type: "boolean" } },
  },
  flagHelp: {
    add: "note that this edition went to somebody, such as ed1:2",
    to: "with --add: who got it",
    why: "with --add: why",
    how: "with --add: how it went: by hand, by messenger, encrypted to whom",
    at: "with --add and --received: when it went out or arrived, in UTC; now if not given",
    received: "note that what went out in this line arrived",
    says: "with --received: what the receiver said",
    compare: "given twice: what the second edition says, shows and withholds that the first did not",
    draft: "print the draft of a correction for what went out and rests on grounds that changed",
    correct: "issue the correction in this file, for the editions that the draft names; a person has read and worded it",
    json: "print one JSON object",
  },
  examples: [
    "witnessmark disclosures cases/market",
    'witnessmark disclosures cases/market --add ed1:1 --to "the registry" --why "asked for it" --how "by hand, on a disk"',
    "witnessmark disclosures cases/market --compare ed1:1 --compare ed1:2",
  ],
  async run(program, given) {
    const [casePath] = words(disclosuresCommand, given, 1) as [string];
    const writes = ["add", "received", "correct"].some((flag) => given.flags[flag] !== undefined);
    const session = await program.openCase(resolve(casePath), {
      access: writes ? "write" : "read",
      onProgress: (detail) => program.out.progress(detail),
    });
    try {
      program.out.endProgress();
      const { writer, vault, reader, viewer } = session;
      const ports: EditionPorts = { writer, vault, clock: session.collectorPorts.clock, editions: editionIndex(reader) };
      const compare = texts(given, "compare");
      if (text(given, "add") !== undefined) {
        const ref = refOf("--add", text(given, "add") as string);
        const asked = {
          ...ref,
          to: needed(given, "to"),
          why: needed(given, "why"),
          how: needed(given, "how"),
          at: text(given, "at") ?? new Date().toISOString(),
        };
        return told(program, given, "disclosed", await disclose(ports, viewer, asked));
      }
      if (text(given, "received") !== undefined) {
        const asked = {
          disclosed: Number(text(given, "received")),
          at: text(given, "at") ?? new Date().toISOString(),
          statement: needed(given, "says"),
        };
        return told(program, given, "acknowledged", await acknowledgeDisclosure(ports, viewer, asked));
      }
      if (text(given, "correct") !== undefined) return await correct(program, given, session, ports);
      if (given.flags["draft"] === true) return await tellDraft(program, given, session);
      if (compare.length === 2) {
        const { changes } = await compareEditions(
          reader,
          viewer,
          refOf("--compare", compare[0] as string),
          refOf("--compare", compare[1] as string),
        );
        if (given.flags["json"] === true) printJson(program.out, "editions-compared", { changes });
        else
          for (const line of changes.length === 0 ? ["Nothing differs that the register knows."] : changes)
            program.out.line(visibleText(line));
        return 0;
      }
      return await list(program, given, session);
    } finally {
      await session.close();
    }
  },
};

function needed(given: Given, flag: string): string {
  const value = text(given, flag);
  if (value === undefined || value.trim() === "")
    throw new CaseError("INPUT_INVALID", `disclosures: expected --${flag} with words; found none`);
  return value;
}

function refOf(flag: string, value: string): EditionRef {
  const match = /^(ed[1-9][0-9]*):([1-9][0-9]*)$/.exec(value);
  if (match === null)
    throw new CaseError("INPUT_INVALID", `${flag}: expected an edition and its version, such as ed1:2; found ${visibleText(value)}`);
  return { edition: match[1] as EditionId, version: Number(match[2]) };
}

function told(program: Program, given: Given, what: string, answer: { seq: number }): 0 {
  if (given.flags["json"] === true) printJson(program.out, what, { ...answer });
  else program.out.line(`Noted in line ${answer.seq}.`);
  return 0;
}

async function correct(program: Program, given: Given, { reader, viewer }: CaseSession, ports: EditionPorts): Promise<0> {
  const draft = await draftCorrection(reader, viewer);
  if (draft === undefined)
    throw new CaseError("INPUT_INVALID", "--correct: expected an edition that went out and rests on what changed; found none");
  const file = text(given, "correct") as string;
  const worded = decodeUtf8(await program.readFile(resolve(file)));
  if (worded === undefined) throw new CaseError("INPUT_INVALID", `${file}: expected text in UTF-8; found something else`);
  return told(program, given, "corrected", await issueCorrection(ports, viewer, { ...draft, text: worded }));
}

async function tellDraft(program: Program, given: Given, { reader, viewer }: CaseSession): Promise<0> {
  const draft = await draftCorrection(reader, viewer);
  if (given.flags["json"] === true) printJson(program.out, "correction-draft", { draft: draft ?? null });
  else program.out.line(draft === undefined ? "Nothing that went out rests on what changed since." : visibleLines(draft.text));
  return 0;
}

async function list(program: Program, given: Given, { reader, viewer }: CaseSession): Promise<0> {
  const { versions, corrections } = await listEditions(reader, viewer);
  if (given.flags["json"] === true) {
    printJson(program.out, "disclosures", { versions, corrections });
    return 0;
  }
  if (versions.length === 0) program.out.line("No edition was handed over from this case.");
  for (const one of versions) {
    program.out.line(visibleText(`${one.edition} version ${one.version} (${one.sort}), line ${one.line}, ${one.at}: ${one.title}`));
    program.out.line(
      `  findings ${one.findings.map(({ finding, version }) => `${finding} version ${version}`).join(", ")}; short code ${one.shortCode}; manifest ${one.manifest}`,
    );
    for (const { to, at, why, how, line, acknowledged } of one.disclosures) {
      program.out.line(visibleText(`  line ${line}: went to ${to} at ${at}, ${how}: ${why}`));
      for (const said of acknowledged)
        program.out.line(
          visibleText(
            `    arrived ${said.received === "unknown" ? "(nobody said when)" : said.received} (line ${said.line}): ${said.statement}`,
          ),
        );
    }
    if (one.disclosures.length === 0) program.out.line("  nobody is noted as having got it");
    for (const { finding, line, why } of one.stale) program.out.line(visibleText(`  changed since: ${finding}, line ${line}: ${why}`));
  }
  for (const { line, concerns, at } of corrections)
    program.out.line(
      `Correction in line ${line}, ${at}: ${concerns.map(({ edition, version }) => `${edition} version ${version}`).join(", ")}`,
    );
  return 0;
}

function visibleLines(words: string): string {
  return words.split("\n").map(visibleText).join("\n");
}

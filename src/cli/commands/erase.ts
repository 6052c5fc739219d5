/** `erase CASE`: takes bytes or words out of a case for good, on the word of two people. Says first what goes, and what it cannot reach. */
import { resolve } from "node:path";
import { eraseEntry } from "../../actions/erase-entry.ts";
import { eraseObjects } from "../../actions/erase-objects.ts";
import type { Erasure } from "../../actions/erasure.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { PersonId } from "../../core/key/key.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import type { CaseSession } from "../../jobs/case-session.ts";
import { planErasure } from "../../reads/plan-erasure.ts";
import { type Command, type Given, text, words } from "../command.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";

export const eraseCommand: Command = {
  name: "erase",
  usage: "erase CASE (--object DIGEST|ITEM | --entry SEQ) --reason TEXT --authorised-by P1,P2 [--yes]",
  summary: "erase bytes or words for good, authorised by two people of the case",
  flags: {
    object: { type: "string" },
    entry: { type: "string" },
    reason: { type: "string" },
    "authorised-by": { type: "string" },
    yes: { type: "boolean" },
    json: { type: "boolean" },
  },
  flagHelp: {
    object: "an item (i12) or an object's digest: its bytes and what analysers made from them go",
    entry: "number of a line of the ledger: what it says goes, its head stays",
    reason: "why; stands in the ledger for good, so name no witness in it",
    "authorised-by": "two different people of the case, such as p1,p2; whoever runs this is one of them",
    yes: "do not ask again",
    json: "print what was done as JSON",
  },
  examples: [
    "witnessmark erase cases/market --object i12 --reason 'court order 7/24' --authorised-by p1,p2",
    "witnessmark erase cases/market --entry 48 --reason 'asked for by the person' --authorised-by p1,p2",
  ],
  async run(program, given) {
    const [casePath] = words(eraseCommand, given, 1) as [string];
    const [object, entry] = [text(given, "object"), text(given, "entry")];
    if ((object === undefined) === (entry === undefined)) {
      throw new CaseError("INPUT_INVALID", "erase: expected --object DIGEST|ITEM or --entry SEQ; found both or none");
    }
    const erasure = erasureOf(given);
    const session = await program.openCase(resolve(casePath), { access: "write", onProgress: (detail) => program.out.progress(detail) });
    try {
      program.out.endProgress();
      if (entry === undefined) await eraseBytes(program, session, given, object as string, erasure);
      else await eraseWords(program, session, given, entry, erasure);
      return 0;
    } finally {
      await session.close();
    }
  },
};

function erasureOf(given: Given): Erasure {
  const reason = text(given, "reason");
  if (reason === undefined || reason.trim() === "") throw new CaseError("INPUT_INVALID", "erase: expected --reason TEXT; found none");
  const people = (text(given, "authorised-by") ?? "").split(",").map((person) => PersonId.safeParse(person.trim()));
  const [first, second] = people;
  if (people.length !== 2 || first?.success !== true || second?.success !== true) {
    throw new CaseError(
      "INPUT_INVALID",
      "erase: expected --authorised-by with two people of the case, such as p1,p2; found something else",
    );
  }
  return { reason, authorisedBy: [first.data, second.data] };
}

async function eraseBytes(program: Program, session: CaseSession, given: Given, what: string, erasure: Erasure): Promise<void> {
  const plan = await planErasure(session.reader, session.viewer, what);
  const lines = [
    `This goes for good from ${session.path}:`,
    `  object ${plan.object}`,
    ...plan.items.map(({ id, name }) => `    item ${id}, ${visibleText(name)}`),
    ...plan.madeFrom.map(({ object, analyser }) => `  object ${object}, made from it by ${analyser}`),
    "  every poster, preview and search text derived from them",
  ];
  for (const { id, name } of plan.inside)
    lines.push(`The same bytes lie inside item ${id}, ${visibleText(name)}, which stays: erase it too.`);
  if (plan.cameOut > 0) lines.push(`${plan.cameOut} items came out of it and stay, each with its own bytes.`);
  const stay = plan.linesThatStay.map(({ seq, kind }) => `${seq} (${kind})`);
  if (stay.length > 0) lines.push(`These lines stay and still speak of it; --entry erases one: ${stay.join(", ")}`);
  await confirm(program, given, lines);
  const objects = [...plan.madeFrom.map(({ object }) => object), plan.object];
  const { firstLine } = await eraseObjects(session.erasurePorts, session.viewer, objects, erasure);
  const lastLine = firstLine + objects.length - 1;
  if (given.flags["json"] === true) {
    printJson(program.out, "erased", {
      case: session.path,
      objects,
      lines: [firstLine, lastLine],
      linesThatStay: plan.linesThatStay,
      notReached,
    });
    return;
  }
  program.out.line(`Erased: ${objects.length} objects, as lines ${firstLine} to ${lastLine} say. The chain still verifies.`);
  printNotReached(program);
}

async function eraseWords(program: Program, session: CaseSession, given: Given, entry: string, erasure: Erasure): Promise<void> {
  const seq = Number(entry);
  if (!/^[1-9][0-9]{0,15}$/.test(entry))
    throw new CaseError("INPUT_INVALID", `--entry: expected the number of a line; found ${visibleText(entry)}`);
  const kind = await session.erasurePorts.kindOf(seq);
  await confirm(program, given, [
    `This goes for good from ${session.path}:`,
    `  what line ${seq} (${kind ?? "no such line"}) says, with its salt and the values opened beside it`,
    "Its head stays. Objects that it names stay too: --object erases them.",
  ]);
  const { line } = await eraseEntry(session.erasurePorts, session.viewer, seq, erasure);
  if (given.flags["json"] === true) {
    printJson(program.out, "erased", { case: session.path, entry: seq, lines: [line, line], notReached });
    return;
  }
  program.out.line(`Erased: what line ${seq} said, as line ${line} says. The chain still verifies.`);
  printNotReached(program);
}

async function confirm(program: Program, given: Given, lines: readonly string[]): Promise<void> {
  if (given.flags["yes"] === true) {
    if (given.flags["json"] !== true) for (const line of lines) program.out.line(line);
    return;
  }
  for (const line of lines) program.out.note(line);
  const answer = await program.ask("Type erase to go on: ");
  if (answer === undefined)
    throw new CaseError("INPUT_INVALID", "erase: expected --yes, or a terminal to ask on; found neither. Nothing was erased.");
  if (answer.trim() !== "erase")
    throw new CaseError("INPUT_INVALID", "erase: expected the word erase; found another answer. Nothing was erased.");
}

const notReached = [
  "packs already given out",
  "copies and backups of the case folder, and file-system snapshots",
  "freed blocks of the disk until they are written over, and what worn flash keeps",
];

function printNotReached(program: Program): void {
  program.out.line("Not reached by this, and to be dealt with by people:");
  for (const place of notReached) program.out.line(`  ${place}`);
}

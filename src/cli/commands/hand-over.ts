/** `hand-over CASE PLAN --out FOLDER`: an edition of findings as a pack; what keeps it back is told whole, and nothing is made then. */
import { resolve } from "node:path";
import { confirmKeyPoint } from "../../actions/confirm-key-point.ts";
import { EditionId, EditionPlan } from "../../core/edition/edition.ts";
import type { LeakReport } from "../../core/edition/leak-report.ts";
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { shortCode } from "../../core/ledger/ledger-line.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import type { CaseSession } from "../../jobs/case-session.ts";
import type { Blocker } from "../../policy/edition-rules.ts";
import { editionIndex } from "../../reads/editions/edition-index.ts";
import { type Command, text, words } from "../command.ts";
import { encryptedLines, recipientsOf } from "../encrypt-for.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";

export const handOverCommand: Command = {
  name: "hand-over",
  usage: "hand-over CASE PLAN --out FOLDER [--edition ED] [--to RECIPIENT]... [--check | --confirm-key-points]",
  summary: "write a court or a public edition of findings, as a pack that a stranger can check",
  flags: {
    out: { type: "string" },
    edition: { type: "string" },
    to: { type: "string", multiple: true },
    check: { type: "boolean" },
    "confirm-key-points": { type: "boolean" },
    json: { type: "boolean" },
  },
  flagHelp: {
    out: "folder of the pack; nothing may be there yet",
    edition: "the edition of which this is the next version, such as ed1; a new one if not given",
    to: "also encrypt the pack to a recipient of age (age1...), as FOLDER.tar.age; may be given more than once",
    check: "only say what keeps it back",
    "confirm-key-points": "as a second person: confirm the words of the plan's key points, and hand nothing over",
    json: "print one JSON object",
  },
  examples: ["witnessmark hand-over cases/market court.json --out market-court", "witnessmark hand-over cases/market public.json --check"],
  async run(program, given) {
    const [casePath, planFile] = words(handOverCommand, given, 2) as [string, string];
    const check = given.flags["check"] === true;
    const confirms = given.flags["confirm-key-points"] === true;
    const out = text(given, "out");
    if (out === undefined && !check && !confirms)
      throw new CaseError("INPUT_INVALID", "hand-over: expected --out and a folder that is not there yet; found none");
    const plan = readPlan(planFile, await program.readFile(resolve(planFile)));
    const asked = text(given, "edition");
    const edition = asked === undefined ? undefined : EditionId.safeParse(asked).data;
    if (asked !== undefined && edition === undefined)
      throw new CaseError("INPUT_INVALID", `--edition: expected one such as ed1; found ${visibleText(asked)}`);
    // Whoever answers for it that they stay closed has no passphrase to give.
    const mayAsk = plan.unreadIdentities === undefined;
    const recipients = await recipientsOf(program, given);
    const session = await program.openCase(resolve(casePath), {
      access: check ? "read" : "write",
      onProgress: (detail) => program.out.progress(detail),
    });
    try {
      if (confirms) return await confirmAll(program, session, plan, given.flags["json"] === true);
      if (check) {
        const { blockers } = await session.editions.check(plan, { mayAsk });
        program.out.endProgress();
        return tellBlockers(program, given.flags["json"] === true, blockers);
      }
      const done = await session.editions.handOver(
        resolve(out as string),
        { plan, edition, mayAsk, recipients },
        {
          signal: program.signal,
          onProgress: (share, detail) =>
            program.out.progress(`handing over: ${share === "unknown" ? "" : `${Math.floor(share * 100)} % `}${detail}`),
        },
      );
      program.out.endProgress();
      if (done.state === "blocked") return tellBlockers(program, given.flags["json"] === true, done.blockers);
      if (given.flags["json"] === true)
        printJson(program.out, done.state === "sealed" ? "edition-sealed" : "edition-leaks", { ...done, out: resolve(out as string) });
      if (done.state === "leaks") {
        if (given.flags["json"] !== true) for (const line of leakLines(done.report)) program.out.line(line);
        return 3;
      }
      if (given.flags["json"] === true) return 0;
      const { pack, encrypted } = done;
      program.out.line(
        `Edition ${done.edition}, version ${done.version}, is at ${out}: ${pack.objects} objects, ${done.files} files of the edition.`,
      );
      program.out.line("Open data/edition/report.html in it to read the report.");
      if (done.noPdf !== null) program.out.line(`There is no PDF: ${done.noPdf}.`);
      if (pack.withheld > 0) program.out.line(`${pack.withheld} lines, values and objects are withheld; data/withheld.json lists them.`);
      if (pack.stillSpeaking.length > 0) {
        const shown = pack.stillSpeaking.slice(0, 20).join(", ");
        program.out.line(`Lines that still speak of what is withheld: ${shown}${pack.stillSpeaking.length > 20 ? " and more" : ""}.`);
      }
      if (done.leaks !== null)
        program.out.line(`The leak test found nothing in ${done.leaks.scanned.files} files and ${done.leaks.scanned.frames} frames.`);
      program.out.line(`Head ${shortCode(pack.head)}  ${pack.head}`);
      if (encrypted !== null) for (const line of encryptedLines(encrypted, recipients.length)) program.out.line(line);
      program.out.line("Tell the receiver this head by another way than the pack, and note who got it: witnessmark disclosures.");
      return 0;
    } catch (error) {
      if (program.signal.aborted && !(error instanceof CaseError)) return 130;
      throw error;
    } finally {
      await session.close();
    }
  },
};

async function confirmAll(
  program: Program,
  { reader, viewer, writer }: CaseSession,
  { keyPoints }: EditionPlan,
  json: boolean,
): Promise<0> {
  if (keyPoints.length === 0) throw new CaseError("INPUT_INVALID", "keyPoints: expected words to confirm; found none in the plan");
  const { approvedVersion } = editionIndex(reader);
  const lines: number[] = [];
  for (const one of keyPoints) lines.push((await confirmKeyPoint({ writer, approvedVersion }, viewer, one)).seq);
  program.out.endProgress();
  if (json) printJson(program.out, "key-points-confirmed", { lines });
  else program.out.line(`Confirmed in ${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}.`);
  return 0;
}

function readPlan(file: string, bytes: Uint8Array): EditionPlan {
  let value: unknown;
  try {
    value = JSON.parse(decodeUtf8(bytes) ?? "");
  } catch {
    throw new CaseError("INPUT_INVALID", `${file}: expected a plan as JSON; found something else`);
  }
  const read = EditionPlan.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new CaseError("INPUT_INVALID", `${file}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "expected another shape"}`);
}

function tellBlockers(program: Program, json: boolean, blockers: readonly Blocker[]): 0 | 3 {
  if (json) printJson(program.out, "edition-checked", { blockers });
  else if (blockers.length === 0) program.out.line("Nothing keeps this edition back. A public one is scanned for leaks when it is made.");
  else {
    program.out.line(
      `${blockers.length === 1 ? "One thing keeps" : `${blockers.length} things keep`} this edition back; nothing was made.`,
    );
    for (const { what, why, who, how } of blockers) program.out.line(visibleText(`- ${what}: ${why} ${how} (${who})`));
  }
  return blockers.length === 0 ? 0 : 3;
}

function leakLines({ leaks, moreLeaks, notScanned }: LeakReport): string[] {
  return [
    `The leak test found ${leaks.length + moreLeaks} leaks and ${notScanned.length} parts that it could not read; nothing was sealed.`,
    ...leaks.map(({ kind, file, where, secret }) => visibleText(`- ${kind}: ${file}, ${where} (${secret})`)),
    ...notScanned.map(({ file, where, why }) => visibleText(`- not read: ${file}, ${where}: ${why}`)),
  ];
}

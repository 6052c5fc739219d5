/** `timestamp CASE`: a request for an outside time stamp, what came back, and what still waits. Sends nothing itself. */
import { resolve } from "node:path";
import { type RecordedTimestamp, recordTimestamp } from "../../actions/record-timestamp.ts";
import { requestTimestamp } from "../../actions/request-timestamp.ts";
import { CaseError } from "../../core/case/case-error.ts";
import type { CaseSession } from "../../jobs/case-session.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import { listTimestamps } from "../../reads/list-timestamps.ts";
import { type Command, type Given, text, words } from "../command.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";

export const timestampCommand: Command = {
  name: "timestamp",
  usage: "timestamp CASE [--authority URL | --token FILE [--chain FILE] | --list]",
  summary: "ask an outside authority when the case was as it is (RFC 3161)",
  flags: {
    authority: { type: "string" },
    token: { type: "string" },
    chain: { type: "string" },
    list: { type: "boolean" },
    json: { type: "boolean" },
  },
  flagHelp: {
    authority: "where the request is meant to go; only written down, nothing is sent",
    token: "file with the authority's answer (a response or a bare token) to record",
    chain: "certificates of the authority up to its root, PEM or DER",
    list: "show the requests that wait and the time stamps recorded",
    json: "print what was done as JSON",
  },
  examples: [
    "witnessmark timestamp cases/market --authority https://tsa.example/tsr",
    "witnessmark timestamp cases/market --token answer.tsr --chain authority.pem",
    "witnessmark timestamp cases/market --list",
  ],
  async run(program, given) {
    const [casePath] = words(timestampCommand, given, 1) as [string];
    const [authority, token, chain] = [text(given, "authority"), text(given, "token"), text(given, "chain")];
    const list = given.flags["list"] === true;
    if ([authority !== undefined, token !== undefined, list].filter(Boolean).length > 1 || (chain !== undefined && token === undefined)) {
      throw new CaseError(
        "INPUT_INVALID",
        `timestamp: expected \`witnessmark ${timestampCommand.usage}\`; found flags that do not go together`,
      );
    }
    const session = await program.openCase(resolve(casePath), {
      access: list ? "read" : "write",
      onProgress: (detail) => program.out.progress(detail),
    });
    try {
      program.out.endProgress();
      if (list) await printTimestamps(program, session, given);
      else if (token === undefined) await request(program, session, given, authority);
      else await record(program, session, given, { token, chain });
      return 0;
    } finally {
      await session.close();
    }
  },
};

async function request(program: Program, session: CaseSession, given: Given, authority: string | undefined): Promise<void> {
  const { out } = program;
  const asked = await requestTimestamp(session.timestampPorts, session.viewer, session.caseId, authority ?? "not stated");
  if (given.flags["json"] === true) {
    printJson(out, "timestamp-requested", { case: session.path, ...asked, authority: authority ?? "not stated" });
    return;
  }
  out.line(`Checkpoint over the head at line ${asked.covers.seq}. The request waits at`);
  out.line(`  ${asked.file}`);
  out.line("It holds a hash and a random number, nothing of the case. Nothing was sent. On a machine with a connection:");
  out.line("");
  out.line("  curl --silent --show-error --fail --header 'Content-Type: application/timestamp-query' \\");
  out.line(`    --data-binary @${quoted(asked.file)} --output answer.tsr ${quoted(authority ?? "URL-OF-THE-AUTHORITY")}`);
  out.line(`  witnessmark timestamp ${quoted(session.path)} --token answer.tsr --chain CERTIFICATES-OF-THE-AUTHORITY.pem`);
  out.line("");
  out.line("Until a token is recorded, the time of these entries is only what this machine's clock said.");
}

async function record(
  program: Program,
  session: CaseSession,
  given: Given,
  files: { token: string; chain: string | undefined },
): Promise<void> {
  const { out } = program;
  const token = await program.readFile(resolve(files.token));
  const chain = files.chain === undefined ? undefined : await program.readFile(resolve(files.chain));
  const done = await recordTimestamp(session.timestampPorts, session.viewer, { token, chain });
  if (given.flags["json"] === true) {
    const { checkpoint, covers, madeAt, token: object, found, again } = done;
    printJson(out, "timestamp-recorded", { case: session.path, checkpoint, covers, madeAt, token: object, again, ...found });
    return;
  }
  const { found, covers } = done;
  out.line(
    done.again
      ? "This token was recorded before; nothing was added."
      : `${visibleText(found.authority)} stamped the head at line ${covers}.`,
  );
  out.line(
    `Entries 1 to ${covers} were there by ${found.genTime}${accuracyText(found.accuracy)}; whatever is added from now on came after it.`,
  );
  out.line(found.why);
  out.line(clockText(done));
}

function accuracyText(accuracy: number | "not stated"): string {
  return accuracy === "not stated" ? " (accuracy not stated)" : ` (give or take ${accuracy} s)`;
}

/** The two clocks side by side; which one is wrong is for the person to say. */
function clockText({ madeAt, found }: RecordedTimestamp): string {
  const seconds = Math.round((Date.parse(found.genTime) - Date.parse(madeAt)) / 1000);
  return seconds < -1
    ? `This machine's clock said ${madeAt} when the checkpoint was made, ${-seconds} s later than the authority's time: one of the two clocks is wrong.`
    : `This machine's clock said ${madeAt} when the checkpoint was made.`;
}

async function printTimestamps(program: Program, session: CaseSession, given: Given): Promise<void> {
  const { out } = program;
  const waiting = new Set((await session.timestampPorts.waiting()).map(({ checkpoint }) => checkpoint));
  const rows = (await listTimestamps(session.reader, session.viewer)).filter(
    ({ checkpoint, requested, recorded }) => waiting.has(checkpoint) || requested.length > 0 || recorded.length > 0,
  );
  for (const { checkpoint, seq, requested, recorded } of rows) {
    const waits = recorded.length === 0;
    const file = waits && waiting.has(checkpoint) ? session.timestampPorts.pathOfRequest(checkpoint) : undefined;
    if (given.flags["json"] === true) {
      printJson(out, "timestamp", {
        checkpoint,
        covers: seq,
        state: waits ? "waiting" : "recorded",
        file: file ?? null,
        requested,
        recorded,
      });
      continue;
    }
    for (const { genTime, authority } of recorded) out.line(`line ${seq}  stamped ${genTime} by ${visibleText(authority)}`);
    if (!waits) continue;
    const asked = requested.at(-1);
    out.line(
      `line ${seq}  waits${asked === undefined ? "" : ` since ${asked.at}, for ${visibleText(asked.authority)}`}${file === undefined ? "" : `  ${file}`}`,
    );
  }
  if (rows.length === 0 && given.flags["json"] !== true)
    out.line("No time stamp was asked for. `witnessmark timestamp CASE` asks for one.");
}

/** As a shell takes it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

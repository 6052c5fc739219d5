/** Time-stamp tokens (RFC 3161): each is tried over the exact bytes of the checkpoint that its line names. */
import type { Digest } from "../core/hash/digest.ts";
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { digitsOf } from "../core/hash/digest.ts";
import { checkpointDigest } from "../formats/checkpoint/checkpoint-note.ts";
import { checkToken } from "../formats/timestamp/check-token.ts";
import type { Findings } from "./findings.ts";
import type { TimestampReport } from "./report.ts";
import type { VerifyPlatform } from "./verify-options.ts";
import type { History } from "./walk-history.ts";

/** `objectBytes` answers undefined for an object that is not there or not intact; that is said elsewhere. */
export async function checkTimestamps(
  history: History,
  platform: VerifyPlatform,
  objectBytes: (object: Digest) => Promise<Uint8Array | undefined>,
  findings: Findings,
): Promise<TimestampReport[]> {
  const notes = new Map(
    history.timestamps.length === 0 ? [] : history.checkpoints.map((one) => [checkpointDigest(platform.sha256, one.note), one]),
  );
  const reports: TimestampReport[] = [];
  for (const { line, data } of history.timestamps) {
    const covers = notes.get(data.checkpoint);
    const said = { line, coversSeq: covers?.seq ?? null, genTime: null, authority: null, chain: "not given" };
    const unchecked = (why: string) => {
      findings.notice("timestamp-not-checked", `The time stamp in line ${line} was not checked: ${why}.`, { line });
      reports.push({ ...said, state: "not-checked", why });
    };
    if (covers === undefined) {
      unchecked("the checkpoint that it stamps is in no line that is open here");
      continue;
    }
    const token = await objectBytes(data.token);
    const chain = data.chain === null ? undefined : await objectBytes(data.chain);
    if (token === undefined || platform.crypto === undefined) {
      unchecked(token === undefined ? "its token is not here intact" : "this program has no cryptography for tokens here");
      continue;
    }
    const found = await checkToken({ token, chain, note: encodeUtf8(covers.note) }, platform.crypto);
    const agrees = !found.holds || found.genTime === data.genTime;
    const why = agrees ? found.why : `the token says ${found.genTime}, the line says ${data.genTime}`;
    const holds = found.holds && agrees;
    if (!holds) findings.against("timestamp-wrong", `The time stamp in line ${line} does not hold: ${why}`, { line });
    reports.push({
      ...said,
      state: holds ? "holds" : "does-not-hold",
      genTime: found.genTime === "unknown" ? null : found.genTime,
      authority: found.authority === "unknown" ? null : found.authority,
      chain: found.chain,
      why,
    });
  }
  return reports;
}

/** A token file repeats an object for stock tools; one that differs from it would lead them to another answer. */
export function checkTokenFile(path: string, found: Digest, history: History, findings: Findings): void {
  const [, checkpoint, name, kind] = /([0-9a-f]{64})-([0-9a-f]{16})\.(tst|pem)$/.exec(path) as unknown as [string, string, string, string];
  const lines = history.timestamps.filter(({ data }) => digitsOf(data.checkpoint) === checkpoint && digitsOf(data.token).startsWith(name));
  const said = lines.map(({ data }) => (kind === "tst" ? data.token : data.chain));
  if (said.includes(found)) return;
  if (lines.length > 0 || (kind === "tst" && !digitsOf(found).startsWith(name))) {
    findings.against("file-altered", `${path}: its bytes are not those that its name and the ledger state.`, { path });
  } else findings.notice("checkpoint-not-recorded", `${path} is named by no line that is open here.`, { path });
}

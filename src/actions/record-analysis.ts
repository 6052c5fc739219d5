/** Keeps what an analyser answered: citable results as objects with an entry, the rest as derived files. A failure is an answer too. */
import { RecordsUnreadable } from "../core/json/records-file.ts";
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { type AnalysisAnswer, isCitable } from "../core/analysis/analysis.ts";
import { ContainerReading, PostsReading } from "../core/analysis/reading-result.ts";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import type { DerivedStore } from "../core/derived/derived.port.ts";
import type { EntryData } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import { canonicalJson } from "../core/json/canonical-json.ts";
import type { LedgerReader } from "../core/ledger/ledger.port.ts";
import { memberBytesFileName } from "../core/unpacking/member.ts";
import type { ByteStream, Vault } from "../core/vault/vault.port.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { once } from "./once.ts";
import { type KnownMediaPorts, recordKnownMedia } from "./record-known-media.ts";
import { recordUnpacked, type UnpackingPorts } from "./record-unpacked.ts";

export interface RecordPorts extends KnownMediaPorts {
  readonly ledger: LedgerReader;
  readonly vault: Vault;
  readonly derived: DerivedStore;
  /** Bytes of a file that the analyser made. */
  readonly readFile: (path: string) => ByteStream;
  readonly unpacking: UnpackingPorts;
}

type Done = Extract<AnalysisAnswer, { state: "done" }>;
type Outcome = EntryData<"analysis.recorded">["outcome"];
type KeptFiles = Extract<Outcome, { state: "done" }>["files"];

/** False when `signal` stopped it half-way: then the analysis counts as not done, and doing it again adds what is missing. */
export async function recordAnalysis(
  ports: RecordPorts,
  viewer: Viewer,
  subject: { item: ItemId; object: Digest },
  answer: AnalysisAnswer,
  signal?: Cancellation,
): Promise<boolean> {
  demand(viewer, "append");
  const { ground } = answer;
  const { analyser, version } = ground;
  if (!isCitable(analyser)) {
    await ports.derived.write({ object: subject.object, analyser, version }, answer);
    return true;
  }
  const outcome: Outcome = answer.state === "failed" ? { state: "failed", failure: answer.failure } : await keepResult(ports, answer);
  if (answer.state === "done" && outcome.state === "done") {
    const known = await knownNotHeld(ports, subject.item, answer, outcome.files, signal);
    if (known === "stopped") return false;
    if ((await membersOf(ports, subject.item, answer, outcome.files, signal)) === "stopped") return false;
  }
  // Last: as long as this line does not stand, the analysis is still to do.
  await ports.writer.append(() => [{ kind: "analysis.recorded", data: { item: subject.item, ground, outcome } }]);
  return true;
}

/** The result and the files beside it become objects; durable when this resolves. */
async function keepResult(ports: RecordPorts, answer: Done): Promise<Outcome> {
  const result = await ports.vault.stage(once(encodeUtf8(`${canonicalJson(answer.result)}\n`)));
  const staged = [result];
  const files: { name: string; object: Digest }[] = [];
  for (const { name, path } of answer.files) {
    // The members themselves become objects; what carried them here does not.
    if (name === memberBytesFileName) continue;
    const file = await ports.vault.stage(ports.readFile(path));
    staged.push(file);
    files.push({ name, object: file.digest });
  }
  await ports.vault.commit(staged);
  return { state: "done", result: result.digest, files };
}

async function membersOf(
  ports: RecordPorts,
  item: ItemId,
  { result, files }: Done,
  kept: KeptFiles,
  signal: Cancellation | undefined,
): Promise<"all" | "stopped"> {
  const reading = ContainerReading.safeParse(result);
  if (!reading.success) return "all";
  const list = kept.find(({ name }) => name === reading.data.membersFile);
  const bytes = files.find(({ name }) => name === reading.data.bytesFile);
  if (list === undefined || bytes === undefined) return "all";
  try {
    return await recordUnpacked(ports, item, reading.data, { list: ports.vault.read(list.object), bytesPath: bytes.path }, signal);
  } catch (error) {
    if (error instanceof RecordsUnreadable) return "all";
    throw error;
  }
}

async function knownNotHeld(
  ports: RecordPorts,
  item: ItemId,
  { result }: Done,
  files: KeptFiles,
  signal: Cancellation | undefined,
): Promise<"all" | "stopped"> {
  const reading = PostsReading.safeParse(result);
  const posts = reading.success ? files.find(({ name }) => name === reading.data.postsFile) : undefined;
  if (!reading.success || posts === undefined) return "all";
  try {
    return await recordKnownMedia(ports, item, reading.data, ports.vault.read(posts.object), signal);
  } catch (error) {
    // The answer is kept as it came; the read model shows it as one that is not what its analyser promises.
    if (error instanceof RecordsUnreadable) return "all";
    throw error;
  }
}

/** Keeps what an analyser answered: citable results as objects with an entry, the rest as derived files. A failure is an answer too. */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { type AnalysisAnswer, citableAnalysers } from "../core/analysis/analysis.ts";
import { type PostsReading, Reading } from "../core/analysis/reading-result.ts";
import type { DerivedStore } from "../core/derived/derived.port.ts";
import type { EntryDraft } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId, ItemName } from "../core/item/item.ts";
import { canonicalJson } from "../core/json/canonical-json.ts";
import type { LedgerReader } from "../core/ledger/ledger.port.ts";
import type { ByteStream, StagedObject, Vault } from "../core/vault/vault.port.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";

export interface RecordPorts {
  readonly writer: CaseWriter;
  readonly ledger: LedgerReader;
  readonly vault: Vault;
  readonly derived: DerivedStore;
  /** Bytes of a file that the analyser made. */
  readonly readFile: (path: string) => ByteStream;
  /** Places of an export for which a known-not-held item stands already. */
  readonly knownPlaces: (exportItem: number) => Promise<ReadonlySet<string>>;
}

export async function recordAnalysis(
  ports: RecordPorts,
  viewer: Viewer,
  subject: { item: ItemId; object: Digest },
  answer: AnalysisAnswer,
): Promise<void> {
  demand(viewer, "append");
  const { analyser, version } = answer.ground;
  if (!(citableAnalysers as readonly string[]).includes(analyser)) {
    await ports.derived.write({ object: subject.object, analyser, version }, answer);
    return;
  }
  const { drafts, staged } = answer.state === "failed" ? failure(subject.item, answer) : await success(ports, subject.item, answer);
  await ports.vault.commit(staged);
  const known = answer.state === "done" ? await knownNotHeld(ports, subject.item, answer.result) : [];
  await ports.writer.append((numbers) => [
    ...drafts,
    ...known.map(({ name, where, reason }): EntryDraft => {
      const seal = ports.writer.seal(name);
      return {
        kind: "item.known",
        data: { item: numbers.item(), name: seal.sealed, statedBy: { item: subject.item, where }, reason },
        opens: [seal.opened],
      };
    }),
  ]);
}

type Drafted = { drafts: EntryDraft[]; staged: StagedObject[] };

function failure(item: ItemId, { ground, failure: found }: Extract<AnalysisAnswer, { state: "failed" }>): Drafted {
  return { drafts: [{ kind: "analysis.recorded", data: { item, ground, outcome: { state: "failed", failure: found } } }], staged: [] };
}

async function success(ports: RecordPorts, item: ItemId, answer: Extract<AnalysisAnswer, { state: "done" }>): Promise<Drafted> {
  const result = await ports.vault.stage(once(encodeUtf8(`${canonicalJson(answer.result)}\n`)));
  const staged = [result];
  const files: { name: string; object: Digest }[] = [];
  for (const { name, path } of answer.files) {
    const file = await ports.vault.stage(ports.readFile(path));
    staged.push(file);
    files.push({ name, object: file.digest });
  }
  const outcome = { state: "done" as const, result: result.digest, files };
  return { drafts: [{ kind: "analysis.recorded", data: { item, ground: answer.ground, outcome } }], staged };
}

interface KnownMedia {
  readonly name: ItemName;
  readonly where: string;
  readonly reason: string;
}

/** Media that an export names and does not contain are items of the case: known, and not held. */
async function knownNotHeld(ports: RecordPorts, item: ItemId, result: unknown): Promise<KnownMedia[]> {
  const reading = Reading.safeParse(result);
  if (!reading.success || reading.data.kind !== "posts") return [];
  const standing = await ports.knownPlaces(Number(item.slice(1)));
  return missingMedia(reading.data).filter(({ where }) => !standing.has(where));
}

function missingMedia({ channels, posts }: PostsReading): KnownMedia[] {
  const nameOfChannel = new Map(channels.map(({ id, name }) => [id, name]));
  return posts.flatMap((post) =>
    post.media.flatMap((media, place) =>
      media.state === "in-export"
        ? []
        : [
            {
              name: {
                encoding: "utf-8" as const,
                path: `${media.role} of post ${post.id} in ${nameOfChannel.get(post.channelId) ?? post.channelId}`,
              },
              where: `${post.channelId} message ${post.id} media ${place + 1}`,
              reason: media.said,
            },
          ],
    ),
  );
}

async function* once(bytes: Uint8Array): ByteStream {
  yield bytes;
}

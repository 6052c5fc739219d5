/** The RO-Crate of a pack, against the shapes of a validator that is not ours, and crates of its authors that must not pass. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fixturesFolder, needs } from "../../scripts/testing/needs.ts";
import type { Digest } from "../../src/core/hash/digest.ts";
import type { LedgerLine } from "../../src/core/ledger/ledger-line.ts";
import { createCrateFacts } from "../../src/formats/ro-crate/crate-facts.ts";
import { writeRoCrate } from "../../src/formats/ro-crate/write-ro-crate.ts";
import { digestOfBytes } from "../../src/keep/sha256.ts";
import { HistoryBuilder } from "../verify/support/history-builder.ts";
import { sampleItem, sampleReport } from "./sample-report.ts";
import { crateFaults, orphans } from "./validate-crate.ts";

/** Three items, of which one came out of another; a reading; an inference. */
async function history(): Promise<HistoryBuilder> {
  const own = await HistoryBuilder.begun();
  const [one] = [...own.objects.keys()] as [Digest];
  const ground = { analyser: "probe" as const, version: "2", parameters: {}, inputs: [one], decoder: "ffmpeg 5.1" };
  await own.append("analysis.recorded", {
    ...{ item: "i4", ground },
    outcome: { state: "done", result: own.keep("{}"), files: [{ name: "frames.json", object: own.keep("[]") }] },
  });
  const title = own.seal("synthetic");
  await own.append(
    "inference.kept",
    {
      ...{ inference: "n1", sort: "time", title: title.sealed, about: null, items: [], state: "answered", reason: null },
      ...{ problem: own.keep("{ }"), answer: own.keep("{  }"), solver: { name: "time", version: "1.0.0" } },
    },
    { opens: [title.opened] },
  );
  return own;
}

function crateOf(
  own: HistoryBuilder,
  o: {
    most?: number;
    lines?: readonly LedgerLine[];
    edition?: Parameters<typeof writeRoCrate>[0]["edition"];
    more?: readonly string[];
    objects?: boolean;
  } = {},
): string {
  const taker = createCrateFacts(o.most);
  for (const line of o.lines ?? own.lines) taker.take(line);
  const objects =
    o.objects === false
      ? []
      : [...own.objects].map(([digest, bytes]) => ({
          path: `data/objects/${digest.slice(7, 9)}/${digest.slice(7)}`,
          size: bytes.length,
          digest,
        }));
  const others = ["data/ledger.jsonl", "data/witnessmark.json", ...(o.more ?? [])].map((path) => ({
    path,
    size: path.length,
    digest: digestOfBytes(Buffer.from(path)),
  }));
  const common = {
    caseId: own.caseId,
    seq: own.lines.length,
    head: own.last.headDigest,
    program: "witnessmark 0.1.0",
    person: "p1",
    at: own.now(),
  } as const;
  return Buffer.from(writeRoCrate({ ...common, facts: taker.facts(), files: [...objects, ...others], edition: o.edition })).toString(
    "utf8",
  );
}

describe("the RO-Crate of a pack", () => {
  it("names every file with its hash, and brings each back to a collection", async () => {
    const own = await history();
    const text = crateOf(own);
    const graph = (JSON.parse(text) as { "@graph": { "@id": string; "@type": string; sha256?: string; instrument?: { "@id": string } }[] })[
      "@graph"
    ];
    const files = graph.filter((one) => one["@type"] === "File");
    assert.equal(files.length, own.objects.size + 2);
    for (const file of files) assert.match(file.sha256 ?? "", /^[0-9a-f]{64}$/);
    assert.deepEqual(await orphans(text), []);
    assert.ok(graph.some((one) => one["@type"] === "CreateAction" && one.instrument?.["@id"] === "#tool-probe-2-ffmpeg%205.1"));
    const ids = new Set(graph.map((one) => one["@id"]));
    for (const [, id] of text.matchAll(/"@id":"(#[^"]+)"/g)) assert.ok(ids.has(id as string), `${id} is described`);
    const withoutCollection = text.replaceAll("https://www.w3.org/ns/prov#Collection", "").replaceAll('"additionalType":"",', "");
    assert.notDeepEqual(await orphans(withoutCollection), [], "the query can find an orphan");
  });

  it("says nothing of lines whose bodies are withheld", async () => {
    const own = await history();
    const bare = own.lines.map((line) => (line.head.seq >= 4 ? { ...line, body: undefined, salt: undefined, open: new Map() } : line));
    const text = crateOf(own, { lines: bare, objects: false });
    assert.doesNotMatch(text, /material\/|probe|i4|n1/);
  });

  it("counts where a case holds more than a crate should list", async () => {
    const text = crateOf(await history(), { most: 1 });
    assert.match(text, /"1 times probe 2"/);
    assert.match(text, /"data\/objects\/"/);
    assert.deepEqual(await orphans(text), []);
  });

  it("brings what an edition made back to originals that are not in the pack", async () => {
    const made = { label: "A1", from: null, command: "ffmpeg -i i1", program: "ffmpeg 5.1", says: "Three boxes are covered." };
    const file = { ...sampleItem().files[0], path: "media/i1.mp4", sort: "redacted" as const, made };
    const model = sampleReport({ items: [sampleItem({ object: null, files: [file as never] })] });
    const paths = ["data/edition/media/i1.mp4", "data/edition/report.html"];
    const text = crateOf(await history(), {
      edition: { model, says: new Map([[paths[1] as string, { mediaType: "text/html", says: "The report" }]]) },
      more: paths,
    });
    assert.match(text, /"#original-i1"/);
    assert.match(text, /Three boxes are covered/);
    assert.deepEqual(await orphans(text), []);
  });
});

describe("shapes of rocrate-validator", { skip: needs({ fixtures: "ro-crate" }) }, () => {
  it("accept our crates, of a plain pack, of a large one and of an edition", async () => {
    const own = await history();
    assert.deepEqual(await crateFaults(crateOf(own)), []);
    assert.deepEqual(await crateFaults(crateOf(own, { most: 1 })), []);
    const paths = ["data/edition/media/i1.mp4", "data/edition/a report.html"];
    assert.deepEqual(await crateFaults(crateOf(own, { edition: { model: sampleReport(), says: new Map() }, more: paths })), []);
  });

  it("accept crates of their authors, and refuse those that break a rule", async () => {
    const crates = join(fixturesFolder("ro-crate"), "tests/data/crates");
    const read = (path: string) => readFileSync(join(crates, path, "ro-crate-metadata.json"), "utf8");
    for (const path of ["valid/process-run-crate", "valid/workflow-roc"]) assert.deepEqual(await crateFaults(read(path)), [], path);
    for (const path of [
      "invalid/1_file_descriptor_metadata/invalid_entity_about",
      "invalid/1_file_descriptor_metadata/invalid_entity_type",
      "invalid/1_file_descriptor_metadata/missing_entity",
      "invalid/2_root_data_entity_metadata/missing_root_license",
      "invalid/2_root_data_entity_metadata/missing_root_description",
      "invalid/2_root_data_entity_metadata/invalid_root_type",
      "invalid/4_data_entity_metadata/invalid_missing_hasPart_reference",
    ]) {
      assert.notDeepEqual(await crateFaults(read(path)), [], path);
    }
  });
});

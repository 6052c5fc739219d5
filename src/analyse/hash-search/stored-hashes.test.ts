import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { changes, makeChanges, stateAfter } from "../../../test/hash-search/changes.ts";
import { chanceFrom, someSource, sourceOf } from "../../../test/hash-search/made-prints.ts";
import { naiveSearch, rounded } from "../../../test/hash-search/naive-search.ts";
import { type HashSearch, openHashSearch } from "./hash-search.ts";
import { buildColumns, type Segment, viewColumns } from "./segment-layout.ts";
import { writeManifest, writeSegment } from "./segment-store.ts";
import { type PrintedSource, splitPrints } from "./split-prints.ts";

let root: string;
before(() => {
  root = mkdtempSync(join(tmpdir(), "witnessmark-stored-hashes-"));
});
after(() => rmSync(root, { recursive: true, force: true }));

const newFolder = () => mkdtempSync(join(root, "set-"));
const open = (folder: string, madeOf = "test") => openHashSearch(folder, { madeOf, threads: 0 });
const segmentFiles = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".hashes"));
const changeChild = fileURLToPath(new URL("../../../test/hash-search/change-child.ts", import.meta.url));
const sourceRoot = fileURLToPath(new URL("../../..", import.meta.url));

async function checkAgainst(
  search: HashSearch,
  sources: readonly PrintedSource[],
  queried: readonly PrintedSource[] = sources,
): Promise<void> {
  assert.deepEqual(search.sources().toSorted(), sources.map(({ source }) => source).toSorted());
  for (const { prints } of queried) {
    const [answer] = await search.search({ hashes: prints.hashes.subarray(0, 32), quality: Uint8Array.of(99) });
    assert.ok(answer?.state === "searched");
    assert.deepEqual(rounded(answer.hits[0] ?? []), rounded(naiveSearch(sources, prints.hashes.subarray(0, 32), 31)));
  }
}

/** One of the states between changes, all of it searchable, and no leavings. */
async function checkState(folder: string, when: string): Promise<void> {
  const search = open(folder);
  assert.deepEqual(search.setAside, [], when);
  const found = search.sources().toSorted();
  const states = Array.from({ length: changes.length + 1 }, (_, done) => stateAfter(done));
  assert.ok(
    states.some((state) => JSON.stringify(state) === JSON.stringify(found)),
    `${when}: ${found.length} sources`,
  );
  assert.deepEqual(readdirSync(folder).filter((name) => name !== "manifest.json").length, search.counts().segments, when);
  const numbers = found.map((source) => Number.parseInt(source.slice(-8), 16));
  await checkAgainst(search, numbers.map(someSource), [someSource(1)]);
  await search.close();
}

describe("stored hashes", () => {
  it("are there again when the folder is opened again", async () => {
    const folder = newFolder();
    const sources = [1, 2, 3].map(someSource);
    const search = open(folder);
    await search.add(sources);
    await search.close();
    const again = open(folder);
    assert.deepEqual(again.setAside, []);
    await checkAgainst(again, sources);
    // What is there already is not stored again.
    const [generation, files] = [readFileSync(join(folder, "manifest.json"), "utf8"), segmentFiles(folder)];
    await again.add(sources);
    assert.deepEqual([readFileSync(join(folder, "manifest.json"), "utf8"), segmentFiles(folder)], [generation, files]);
    await again.close();
  });

  it("added one by one become few segments, and lose nothing", async () => {
    const folder = newFolder();
    const sources = Array.from({ length: 60 }, (_, number) => someSource(number));
    const search = open(folder);
    for (const one of sources) await search.add([one]);
    assert.ok(search.counts().segments <= 7, `${search.counts().segments} segments`);
    assert.equal(segmentFiles(folder).length, search.counts().segments);
    await checkAgainst(search, sources, sources.slice(0, 8));
    await search.close();
    const again = open(folder);
    await checkAgainst(again, sources, sources.slice(50));
    await again.close();
  });

  it("of a source that is removed are gone from the answers and from the disk", async () => {
    const folder = newFolder();
    const sources = [1, 2, 3, 4].map(someSource);
    const search = open(folder);
    await search.add(sources.slice(0, 3));
    await search.add(sources.slice(3));
    await search.remove([sourceOf(2), sourceOf(4), sourceOf(99)]);
    const left = [sources[0], sources[2]] as PrintedSource[];
    await checkAgainst(search, left);
    await search.close();
    const bytes = segmentFiles(folder).map((name) => readFileSync(join(folder, name)));
    // A frame of its random part, in which no other source has one.
    const halves = (one: PrintedSource | undefined) => Buffer.from(one?.prints.hashes.subarray(32 * 44, 32 * 44 + 16) ?? []);
    assert.equal(
      bytes.some((one) => one.includes(halves(sources[1])) || one.includes(halves(sources[3]))),
      false,
    );
    assert.equal(
      bytes.some((one) => one.includes(halves(sources[0]))),
      true,
    );
    const again = open(folder);
    await checkAgainst(again, left);
    await again.remove(left.map(({ source }) => source));
    assert.deepEqual(segmentFiles(folder), []);
    await again.close();
  });

  it("made of another version are dropped whole", async () => {
    const folder = newFolder();
    const search = open(folder, "prints 1");
    await search.add([someSource(1)]);
    await search.close();
    const other = open(folder, "prints 2");
    assert.deepEqual([other.sources(), other.setAside, segmentFiles(folder)], [[], [], []]);
    await other.close();
  });

  it("that are damaged anywhere are noticed, named where they can be, never used, and stored again", async () => {
    const folder = newFolder();
    const sources = [1, 2].map(someSource);
    const first = open(folder);
    await first.add(sources);
    await first.close();
    const [name = ""] = segmentFiles(folder);
    const path = join(folder, name);
    const sound = { segment: readFileSync(path), manifest: readFileSync(join(folder, "manifest.json")) };
    const chance = chanceFrom(9);
    const places = [0, 8, 33, ...Array.from({ length: 30 }, () => chance.below(sound.segment.length)), sound.segment.length - 1];
    const damages = [
      ...places.map((at) => Buffer.from(sound.segment.map((byte, place) => (place === at ? byte ^ (1 << chance.below(8)) : byte)))),
      sound.segment.subarray(0, 3),
      sound.segment.subarray(0, -8),
      Buffer.concat([sound.segment, Buffer.alloc(8)]),
    ];
    for (const damaged of damages) {
      writeFileSync(path, damaged);
      writeFileSync(join(folder, "manifest.json"), sound.manifest);
      const search = open(folder);
      const [aside] = search.setAside;
      assert.deepEqual([search.sources(), search.setAside.length, segmentFiles(folder)], [[], 1, []]);
      assert.ok(aside?.sources === "unknown" || aside?.sources.length === 2);
      assert.match(aside.why, /expected .*; found/);
      await search.add(sources.filter(({ source }) => !search.has(source)));
      await checkAgainst(search, sources, sources.slice(0, 1));
      await search.close();
    }
    rmSync(path);
    const gone = open(folder);
    assert.deepEqual(gone.setAside, [{ sources: "unknown", why: "expected the file; found none" }]);
    await gone.close();
  });

  it("under a damaged manifest are not trusted either", async () => {
    const folder = newFolder();
    const search = open(folder);
    await search.add([someSource(1)]);
    await search.close();
    const manifest = readFileSync(join(folder, "manifest.json"), "utf8");
    writeFileSync(join(folder, "manifest.json"), manifest.replace(/"generation":1/, '"generation":2'));
    const again = open(folder);
    assert.deepEqual([again.setAside.length, again.sources(), segmentFiles(folder)], [1, [], []]);
    await again.add([someSource(1)]);
    await checkAgainst(again, [someSource(1)]);
    await again.close();
  });

  it("that somebody else wrote, with columns that lead elsewhere, are set aside", async () => {
    const { stored, pieces } = splitPrints(someSource(1));
    const wrongs: Readonly<Record<string, (columns: Segment) => void>> = {
      nothing: () => undefined,
      singles: ({ pieceSingles }) => pieceSingles.fill(4e9, 0, 1),
      tails: ({ firstTails }) => firstTails.fill(4e9, 1, 2),
      sources: ({ pieceSources }) => pieceSources.fill(1),
      planes: ({ piecePlanes }) => piecePlanes.fill(2),
      repeats: ({ repeatRows }) => repeatRows.fill(4e9),
      moments: ({ bases }) => bases.fill(Number.NaN),
    };
    for (const [name, wrong] of Object.entries(wrongs)) {
      const folder = newFolder();
      const { head, bytes } = buildColumns([stored], pieces);
      wrong(viewColumns(head, [stored.source], bytes.buffer, 0));
      const segments = [writeSegment(folder, head, [stored.source], bytes, () => undefined)];
      writeManifest(folder, { format: "witnessmark-hash-search-v1", madeOf: "test", generation: 1, segments }, () => undefined);
      const search = open(folder);
      assert.equal(search.has(stored.source), name === "nothing", name);
      assert.deepEqual(
        search.setAside.flatMap(({ sources }) => sources),
        name === "nothing" ? [] : [stored.source],
        name,
      );
      await search.close();
    }
  });

  it("are not written to by two at once", async () => {
    const folder = newFolder();
    const [one, other] = [open(folder), open(folder)];
    await one.add([someSource(1)]);
    await assert.rejects(other.add([someSource(2)]), /expected generation 0; found 1: another process writes here/);
    await Promise.all([one.close(), other.close()]);
  });

  it("stopped at any step of adding, merging and removing are in the state before or the one after", async () => {
    let stopped = true;
    let step = 0;
    for (; stopped && step < 200; step++) {
      const folder = newFolder();
      let steps = 0;
      const stop = () => {
        if (steps++ === step) throw new Error("stopped");
      };
      const search = openHashSearch(folder, { madeOf: "test", threads: 0, onStep: stop });
      stopped = await makeChanges(search).then(
        () => false,
        () => true,
      );
      await checkState(folder, `step ${step}`);
    }
    // Five changes add and one removes: a segment of three steps, a manifest of three, and removing; some are merged.
    assert.ok(step > 40 && step < 200, `${step} steps`);
  });

  it("survive a kill -9 of whoever writes them", async () => {
    for (const step of [3, 18, 33]) {
      const folder = newFolder();
      const child = spawnSync(process.execPath, [...process.execArgv, changeChild, folder, String(step)], { encoding: "utf8" });
      assert.equal(child.signal, "SIGKILL", child.stderr);
      await checkState(folder, `kill at step ${step}`);
    }
  });

  it("can be searched and added to by a child that may reach nothing but its folder, with threads where it may start them", async () => {
    for (const [threads, more] of [
      ["0", []],
      ["2", ["--allow-worker"]],
    ] as const) {
      const folder = newFolder();
      const flags = ["--permission", ...more, `--allow-fs-read=${sourceRoot}`, `--allow-fs-read=${folder}`, `--allow-fs-write=${folder}`];
      const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...flags, changeChild, folder, "0", threads]);
      let said = "";
      child.stdout.on("data", (some: Buffer) => (said += some.toString()));
      child.stderr.on("data", (some: Buffer) => (said += some.toString()));
      const code = await new Promise((resolve) => child.on("close", resolve));
      assert.equal(code, 0, said);
      assert.match(said, /\d+ hits/);
      assert.ok(existsSync(join(folder, "manifest.json")));
    }
  });
});

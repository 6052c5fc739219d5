/** Packs by somebody who means harm: paths that lead out, links, devices, bombs, and every second spelling of a manifest. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { hash } from "node:crypto";
import { needs } from "../../scripts/testing/needs.ts";
import { readManifest, writeManifest } from "../../src/formats/bagit/manifest.ts";
import { nodePlatform } from "../../src/verify/node/platform.ts";
import { verifyPath } from "../../src/verify/node/verify-path.ts";
import { verifyFiles } from "../../src/verify/verify-case.ts";
import { changed, type Files, filesInMemory, textOf } from "./support/files-in-memory.ts";
import { HistoryBuilder } from "./support/history-builder.ts";

const verify = (files: Files) => verifyFiles(filesInMemory(files), nodePlatform);
const digits = "a".repeat(64);

/** A real folder with a pack in it. */
async function packFolder(t: TestContext): Promise<string> {
  const base = mkdtempSync(join(tmpdir(), "witnessmark-hostile-"));
  t.after(() => rmSync(base, { recursive: true, force: true }));
  const pack = join(base, "pack");
  await (await HistoryBuilder.begun()).writePack(pack);
  assert.equal((await verifyPath(pack)).verdict, "verifies");
  return pack;
}

describe("a manifest has one spelling", () => {
  it("of rows, separators, line ends and paths; every other one is refused with its row", () => {
    const good = `${digits}  data/a\n${digits}  data/b\n`;
    assert.ok("rows" in readManifest(good));
    const refused: readonly [string, string][] = [
      ["a byte order mark", `\uFEFF${good}`],
      ["CRLF", good.replaceAll("\n", "\r\n")],
      ["no last line feed", good.slice(0, -1)],
      ["an empty row", `${good}\n`],
      ["nothing", ""],
      ["upper-case hex", good.toUpperCase()],
      ["one space", good.replace("  ", " ")],
      ["three spaces", good.replace("  ", "   ")],
      ["a tab", good.replace("  ", "\t")],
      ["the binary mark of sha256sum", good.replace("  ", " *")],
      ["a hash that is too short", good.replace("a", "")],
      ["rows out of order", `${digits}  data/b\n${digits}  data/a\n`],
      ["a row twice", `${digits}  data/a\n${digits}  data/a\n`],
      ["a path twice under two hashes", `${digits}  data/a\n${"b".repeat(64)}  data/a\n`],
      ["a path that leads out", `${digits}  data/../../etc/passwd\n`],
      ["a path that begins with a dot", `${digits}  ./data/a\n`],
      ["an absolute path", `${digits}  /etc/passwd\n`],
      ["a drive", `${digits}  C:/data/a\n`],
      ["a home folder", `${digits}  ~/a\n`],
      ["a backslash", `${digits}  data\\a\n`],
      ["a device", `${digits}  data/CON\n`],
      ["a device with an ending", `${digits}  data/nul.txt\n`],
      ["a zero byte", `${digits}  data/\0\n`],
      ["percent in lower case", `${digits}  data/%0a\n`],
      ["percent of what need not be encoded", `${digits}  data/%41\n`],
      ["a lone percent", `${digits}  data/100%\n`],
    ];
    for (const [what, text] of refused) {
      const read = readManifest(text);
      assert.ok("fault" in read, what);
    }
  });

  it("carries CR, LF and percent in names there and back", () => {
    const rows = ["data/a\nb", "data/a\rb", "data/100%", "data/%0A", "data/ü"].map((path) => ({
      path,
      digest: `sha256:${digits}` as const,
    }));
    const read = readManifest(writeManifest(rows));
    assert.ok("rows" in read);
    assert.deepEqual(new Set(read.rows.map(({ path }) => path)), new Set(rows.map(({ path }) => path)));
  });
});

describe("a pack by somebody who means harm", () => {
  it("with every manifest and signature made to fit is still told by its seal", async () => {
    const history = await HistoryBuilder.begun();
    const pack = await history.pack();
    const other = await HistoryBuilder.begun({ caseId: history.caseId });
    const theirs = await other.pack();
    for (const path of ["seal.txt", "data/ledger.jsonl", "manifest-sha256.txt", "tagmanifest-sha256.txt"]) {
      const report = await verify(changed(pack, { [path]: theirs.get(path) as Uint8Array }));
      assert.equal(report.verdict, "does-not-verify", path);
    }
    // A new row, a new manifest, a new tag manifest: everything but the signature.
    const added = Buffer.from("added");
    const manifest = `${textOf(pack, "manifest-sha256.txt")}${hash("sha256", added)}  data/zadded.txt\n`;
    const tags = textOf(pack, "tagmanifest-sha256.txt").replace(/^[0-9a-f]{64}(?= {2}manifest)/m, hash("sha256", manifest));
    const report = await verify(
      changed(pack, { "data/zadded.txt": added, "manifest-sha256.txt": manifest, "tagmanifest-sha256.txt": tags }),
    );
    const codes = report.findings.map(({ code }) => code);
    assert.ok(codes.includes("seal-wrong") && codes.includes("file-added"), codes.join());
  });

  it("with any payload file changed is told by the manifest too, whatever else tells it", async () => {
    const history = await HistoryBuilder.begun();
    await history.checkpoint();
    const pack = await history.pack({ names: true, lines: new Map() });
    const payload = [...pack.keys()].filter((path) => path.startsWith("data/") && !path.startsWith("data/objects/"));
    assert.equal(payload.length, 4);
    for (const path of payload) {
      const { findings } = await verify(changed(pack, { [path]: `${textOf(pack, path)} ` }));
      assert.ok(
        findings.some((finding) => finding.code === "file-altered" && finding.path === path),
        path,
      );
    }
  });

  it(
    "gets no link followed, no device or pipe opened, and each is named",
    { skip: needs({ programs: ["mkfifo", "mknod"] }) },
    async (t) => {
      const pack = await packFolder(t);
      const outside = join(dirname(pack), "outside");
      writeFileSync(outside, "one");
      const object = join(pack, "data", "objects", "76", "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed");
      unlinkSync(object);
      // The bytes are right, but they are not in the pack.
      symlinkSync(outside, object);
      symlinkSync("/", join(pack, "data", "root"));
      execFileSync("mkfifo", [join(pack, "data", "pipe")]);
      if (process.getuid?.() === 0) execFileSync("mknod", [join(pack, "data", "zero"), "c", "1", "5"]);
      const { verdict, findings } = await verifyPath(pack);
      assert.equal(verdict, "does-not-verify");
      const odd = findings.filter(({ code, weight }) => code === "odd-entry" && weight === "against").map(({ path }) => path);
      assert.ok(odd.includes("data/root") && odd.includes("data/pipe") && odd.some((path) => path?.includes("7692c3ad")), odd.join());
      assert.ok(findings.some(({ code, text }) => code === "object-missing" && text.includes("7692c3ad")));
    },
  );

  it("gets a folder in place of a file, and a name that is not UTF-8, told", async (t) => {
    const pack = await packFolder(t);
    unlinkSync(join(pack, "README.txt"));
    mkdirSync(join(pack, "README.txt"));
    writeFileSync(join(pack, "README.txt", "inside"), "x");
    writeFileSync(Buffer.concat([Buffer.from(`${pack}/data/`), Buffer.from([0xff, 0xfe])]), "x");
    const { findings } = await verifyPath(pack);
    const codes = findings.map(({ code }) => code);
    for (const code of ["file-missing", "file-added", "odd-entry"] as const) assert.ok(codes.includes(code), `${code} in ${codes.join()}`);
  });

  it("gets names that differ only in case or composition told", async () => {
    const pack = await (await HistoryBuilder.begun()).pack();
    for (const [one, other] of [
      ["Seal.txt", undefined],
      ["data/Ledger.jsonl", undefined],
      ["data/\u00fc.txt", "data/u\u0308.txt"],
    ] as const) {
      const more = new Map([...pack, [one, Buffer.from("x")], ...(other === undefined ? [] : [[other, Buffer.from("x")] as const])]);
      const { findings } = await verify(more as Files);
      assert.ok(
        findings.some(({ code }) => code === "names-collide"),
        one,
      );
    }
  });

  it("with a line of 70 KB, a line feed bomb, or a line nested without end, is told and not held", async () => {
    const history = await HistoryBuilder.begun();
    const files = history.caseFiles();
    const ledger = textOf(files, "ledger.jsonl");
    const codesOf = async (text: string | Uint8Array) =>
      (await verify(changed(files, { "ledger.jsonl": text }))).findings.map(({ code }) => code);
    assert.ok((await codesOf(`${ledger}${"x".repeat(70_000)}\n`)).includes("line-too-long"));
    assert.ok((await codesOf(`${ledger}${"[".repeat(60_000)}${"]".repeat(5000)}\n`)).includes("line-altered"));
    assert.ok((await codesOf(`${ledger}${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}\n`)).includes("line-altered"));
    assert.ok((await codesOf(Buffer.concat([Buffer.from(ledger), Buffer.alloc(3_000_000, 10)]))).includes("ledger-given-up"));
    assert.ok((await codesOf(Buffer.alloc(5_000_000, 120))).includes("ledger-missing"), "one line without end");
    assert.ok((await codesOf(Buffer.concat([Buffer.from(ledger), Buffer.from([0xff, 0xfe, 10])]))).includes("line-altered"));
    assert.ok((await codesOf(ledger.replaceAll("\n", "\r\n"))).includes("line-altered"));
    assert.ok((await codesOf(`\uFEFF${ledger}`)).includes("line-altered"));
  });

  it("with tag files of any size is told without reading them all", async (t) => {
    const pack = await packFolder(t);
    for (const name of ["seal.txt", "bag-info.txt", "README.txt"]) truncateSync(join(pack, name), 40 * 1024 * 1024 * 1024);
    const { verdict, findings } = await verifyPath(pack);
    assert.equal(verdict, "does-not-verify");
    assert.equal(findings.filter(({ code }) => code === "file-unreadable").length, 3);
  });

  it("gets a second name of the same file read like any file", async (t) => {
    const pack = await packFolder(t);
    linkSync(join(pack, "README.txt"), join(pack, "data", "copy.txt"));
    const { findings } = await verifyPath(pack);
    assert.ok(findings.some(({ code, path }) => code === "file-added" && path === "data/copy.txt"));
  });

  it("that is no pack and no case is refused, and nothing below it is walked", async (t) => {
    const base = mkdtempSync(join(tmpdir(), "witnessmark-hostile-"));
    t.after(() => rmSync(base, { recursive: true, force: true }));
    mkdirSync(join(base, "deep", "er"), { recursive: true });
    await assert.rejects(verifyPath(base), { code: "CASE_NOT_FOUND" });
    await assert.rejects(verifyPath(join(base, "nowhere")), { code: "CASE_NOT_FOUND" });
  });
});

/** The leak test against planted leaks. What plants them shares no code with what finds them. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { deflateSync, gzipSync } from "node:zlib";
import { copyPack, type MadeSource, makePack, makeSource, names } from "../../scripts/testing/plant-leaks/made-pack.ts";
import { plantAll, plants } from "../../scripts/testing/plant-leaks/plants.ts";
import { secretsOfPack } from "../../scripts/testing/plant-leaks/secrets-of-pack.ts";
import { writePdf } from "../../scripts/testing/plant-leaks/write-pdf.ts";
import { needs } from "../../scripts/testing/needs.ts";
import { scanEdition } from "../../src/actions/scan-edition.ts";
import { isTonal } from "../../src/analyse/leak-test/is-tonal.ts";
import { createLeakTest } from "../../src/analyse/leak-test/run-leak-test.ts";
import type { LeakSecrets } from "../../src/core/edition/leak-test.port.ts";
import type { LeakReport } from "../../src/core/edition/leak-report.ts";

const skip = needs({ programs: ["ffmpeg", "ffprobe", "perl"] });
const cleanMedia = "data/edition/media/i1.mp4";

function wavOf(samples: Float32Array, rate: number): Buffer {
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + samples.length * 2, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(samples.length * 2, 40);
  const body = Buffer.alloc(samples.length * 2);
  for (const [n, value] of samples.entries()) body.writeInt16LE(Math.round(value * 32_000), n * 2);
  return Buffer.concat([head, body]);
}

describe("the leak test", { skip }, () => {
  const base = mkdtempSync(join(tmpdir(), "witnessmark-leak-test-"));
  const clean = join(base, "clean");
  let source: MadeSource;
  before(() => {
    source = makeSource(join(base, "source"));
    makePack(source, clean);
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  const scan = (folder: string, made: readonly string[], more: Partial<LeakSecrets> = {}): Promise<LeakReport> =>
    scanEdition(
      createLeakTest({ scratch: base }),
      folder,
      { ...secretsOfPack(source, made), ...more },
      { signal: new AbortController().signal, onProgress: () => undefined },
    );

  /** A pack without media, for what needs none. */
  async function scanFiles(
    name: string,
    files: Readonly<Record<string, string | Buffer>>,
    more: Partial<LeakSecrets> = {},
  ): Promise<LeakReport> {
    const folder = mkdtempSync(join(base, `${name}-`));
    for (const [file, bytes] of Object.entries(files)) writeFileSync(join(folder, file), bytes);
    return scan(folder, [], { media: [], ...more });
  }

  it("finds every leak that is planted, says of which secret it is, and repeats none of them", async () => {
    const folder = join(base, "planted");
    copyPack(clean, folder, 1);
    // The slow ones, which code media anew, are left to the bench.
    const slow = /^(?:a[1245]|b4|c2|i[45]|j2|k[13])\./;
    const planted = plantAll(
      source,
      folder,
      plants.filter(({ file }) => !slow.test(file)),
    );
    const made = [cleanMedia, ...planted.filter(({ plant }) => plant.made).map(({ file }) => file)];
    const report = await scan(folder, made);
    for (const { plant, file } of planted)
      assert.ok(
        report.leaks.some((leak) => leak.file === file && leak.kind === plant.kind && leak.secret.startsWith(plant.secret)),
        `${plant.group}: ${plant.name}`,
      );
    const files = new Set(planted.map(({ file }) => file));
    assert.deepEqual(
      report.leaks.filter(({ file }) => !files.has(file)),
      [],
      "nothing is reported of what is clean",
    );
    const words = JSON.stringify(report.leaks.map(({ kind, where, secret }) => [kind, where, secret]));
    for (const secret of [...Object.values(names), source.sha256, String(source.bytes), "50.46512"])
      assert.ok(!words.includes(secret), secret);
    assert.ok(!report.passed);
  });

  it("reports nothing of a clean pack, and says how much it looked at", async () => {
    const report = await scan(clean, [cleanMedia]);
    assert.deepEqual([report.leaks, report.notScanned], [[], []]);
    assert.ok(report.passed && report.scanned.frames >= 100 && report.scanned.soundS > 4 && report.scanned.pictures === 2);
  });

  it("does not pass what it could not read: bombs, encrypted parts, unknown fonts, links, missing files", async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024));
    const pdf = writePdf({ pages: ["Report"] })
      .toString("latin1")
      .replace("/ToUnicode 5 0 R", "")
      .replace(/ {2}/g, " ");
    const report = await scanFiles("unread", {
      "bomb.gz": bomb,
      "inside.pdf": Buffer.concat([
        Buffer.from("%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n"),
        deflateSync(Buffer.alloc(300 * 1024 * 1024)),
        Buffer.from("\nendstream\nendobj\n%%EOF"),
      ]),
      "locked.zip": Buffer.concat([
        Buffer.from("PK\x03\x04\x14\x00\x01\x00\x08\x00", "latin1"),
        Buffer.alloc(16),
        Buffer.from([1, 0, 0, 0]),
        Buffer.from("a"),
        Buffer.alloc(40, 9),
      ]),
      "fonts.pdf": Buffer.from(pdf, "latin1"),
      "archive.7z": Buffer.from("7z\xbc\xaf\x27\x1c and more", "latin1"),
      "half.png": Buffer.from("\x89PNG\r\n\x1a\n and no more", "latin1"),
    });
    assert.deepEqual([...new Set(report.notScanned.map(({ file }) => file))].sort(), [
      "archive.7z",
      "bomb.gz",
      "fonts.pdf",
      "half.png",
      "inside.pdf",
      "locked.zip",
    ]);
    assert.ok(!report.passed && report.leaks.length === 0);
    const linked = mkdtempSync(join(base, "linked-"));
    symlinkSync("/etc/hostname", join(linked, "a"));
    const missing = await scan(linked, ["data/edition/media/i9.mp4"]);
    assert.deepEqual(
      missing.notScanned.map(({ file }) => file),
      ["a", "data/edition/media/i9.mp4"],
    );
  });

  it("lets words stand that the edition may say although they hold a secret", async () => {
    const texts = [{ label: "agency", text: "Northfield" }];
    const words = "As the Northfield Courier wrote.";
    assert.equal((await scanFiles("allowed", { "a.html": words }, { texts, allowed: ["Northfield Courier"] })).passed, true);
    assert.equal(
      (await scanFiles("not-allowed", { "a.html": `${words} Northfield filmed it.` }, { texts, allowed: ["Northfield Courier"] })).passed,
      false,
    );
  });

  it("gives no verdict on a tone like a covered one until a person signs, and still finds a voice then", async () => {
    const second = 8000;
    const made = (length: number, at: (t: number) => number) => Float32Array.from({ length }, (_, n) => at(n / second));
    const tone = made(second, (t) => 0.4 * Math.sin(2 * Math.PI * 620 * t));
    const sweep = made(second, (t) => 0.4 * Math.sin(2 * Math.PI * (400 * t + 1200 * t * t)));
    const siren = made(second, (t) => 0.3 * Math.sin(1100 * t + 90 * Math.sin(9 * t)) + 0.1 * Math.sin(2200 * t + 180 * Math.sin(9 * t)));
    const pitch = (t: number) => 2 * Math.PI * (120 * t + 4 * Math.sin(5 * t));
    const voice = made(second, (t) =>
      [1, 2, 3, 4, 5, 6, 7, 8, 9].reduce((sum, n) => sum + (0.1 / Math.sqrt(n)) * Math.sin(n * pitch(t)), 0),
    );
    assert.deepEqual([tone, sweep, siren, voice].map(isTonal), [true, true, true, false]);
    const original = join(base, "tones.wav");
    const mark = { sort: { what: "sound", fromS: 0, toS: 1, how: "mute" }, reason: "voice", subject: null } as const;
    const secret = { label: "i3", path: original, kind: "sound", marks: [{ redaction: "rm2", mark }], whole: false, made: [] } as const;
    const heard = async (samples: Float32Array, tonesApart: boolean) => {
      writeFileSync(original, wavOf(samples, second));
      const report = await scanFiles("tones", { "other.wav": wavOf(samples, second) }, { media: [{ ...secret, tonesApart }] });
      const own = ({ where }: { where: string }) => where.includes("at about");
      return [report.leaks.filter(({ kind }) => kind === "sound").length, report.notScanned.filter(own).length];
    };
    assert.deepEqual(await heard(tone, false), [0, 1]);
    assert.deepEqual(await heard(tone, true), [0, 0]);
    assert.deepEqual(await heard(voice, true), [1, 0], "no signature passes what is no tone");
  });

  it("stops when it is told to", async () => {
    const abort = new AbortController();
    abort.abort();
    const asked = createLeakTest({ scratch: base }).scan(clean, secretsOfPack(source, []), {
      signal: abort.signal,
      onProgress: () => undefined,
    });
    await assert.rejects(asked, { name: "AbortError" });
  });
});

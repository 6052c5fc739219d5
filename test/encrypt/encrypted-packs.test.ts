/** Packs encrypted to people: opened by Debian's own age and tar as well as by us; and hostile archives. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import fc from "fast-check";
import { needs } from "../../scripts/testing/needs.ts";
import { readTar, TarRefused } from "../../src/formats/tar/read-tar.ts";
import { tarEnd, tarHeader, tarPadding } from "../../src/formats/tar/tar-header.ts";
import { encryptPack } from "../../src/keep/encrypt-pack.ts";
import { openEncryptedPack } from "../../src/keep/open-encrypted-pack.ts";
import { verifyPath } from "../../src/verify/node/verify-path.ts";
import { createDesk } from "../support/run-witnessmark.ts";
import { filesBelow, HistoryBuilder } from "../verify/support/history-builder.ts";

const folder = mkdtempSync(join(tmpdir(), "witnessmark-encrypt-"));
const at = (...names: string[]) => join(folder, ...names);
const control = () => ({ signal: new AbortController().signal, onProgress: () => undefined });
let identity: string;
let recipient: string;

before(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  writeFileSync(at("key.txt"), `# synthetic\n${identity}\n`);
  await (await HistoryBuilder.begun()).writePack(at("pack"));
  // A name that ustar has no room for, and one beyond ASCII.
  mkdirSync(at("odd", "a".repeat(90), "b".repeat(90)), { recursive: true });
  writeFileSync(at("odd", "a".repeat(90), "b".repeat(90), `${"c".repeat(120)}.txt`), "long");
  writeFileSync(at("odd", "площа.txt"), "words");
  writeFileSync(at("odd", "empty"), "");
  writeFileSync(at("odd", "bagit.txt"), "stand-in");
});
after(() => rmSync(folder, { recursive: true, force: true }));

describe("an encrypted pack", () => {
  it("opens with stock age and tar to the same bytes, and verifies", { skip: needs({ programs: ["age", "tar"] }) }, async () => {
    for (const name of ["pack", "odd"]) {
      const out = at(`${name}.tar.age`);
      const { digest, files } = await encryptPack({ pack: at(name), out, recipients: [recipient], ...control() });
      assert.match(digest, /^sha256:/);
      mkdirSync(at(`stock-${name}`));
      const tar = execFileSync("age", ["-d", "-i", at("key.txt"), out]);
      execFileSync("tar", ["x", "-C", at(`stock-${name}`)], { input: tar });
      assert.deepEqual(filesBelow(at(`stock-${name}`, name)), filesBelow(at(name)));
      assert.equal(filesBelow(at(name)).size, files);
    }
    assert.equal((await verifyPath(at("stock-pack", "pack"))).verdict, "verifies");
  });

  it("that stock age and tar made is opened by us too", { skip: needs({ programs: ["age", "tar"] }) }, async () => {
    const tar = execFileSync("tar", ["c", "-C", folder, "odd"]);
    const encrypted = execFileSync("age", ["-r", recipient], { input: tar });
    writeFileSync(at("theirs.age"), encrypted);
    await openEncryptedPack({ file: at("theirs.age"), identities: identity, out: at("ours"), ...control() });
    assert.deepEqual(filesBelow(at("ours")), filesBelow(at("odd")));
  });

  it("is the same tar on every machine, and says nothing of the one it was on", { skip: needs({ programs: ["age", "tar"] }) }, async () => {
    const tars = [];
    for (const out of [at("one.age"), at("two.age")]) {
      await encryptPack({ pack: at("pack"), out, recipients: [recipient], ...control() });
      tars.push(execFileSync("age", ["-d", "-i", at("key.txt"), out]));
    }
    assert.deepEqual(tars[0], tars[1]);
    const listed = execFileSync("tar", ["tv", "--numeric-owner"], { input: tars[0], encoding: "utf8", env: { ...process.env, TZ: "UTC" } });
    for (const line of listed.trimEnd().split("\n")) assert.match(line, /^-rw-r--r-- 0\/0 +\d+ 1970-01-01 00:00 /);
  });

  it("is refused whole when it is damaged, cut short, or for somebody else, and nothing is left of it", async () => {
    const out = at("whole.age");
    await encryptPack({ pack: at("pack"), out, recipients: [recipient], ...control() });
    const bytes = readFileSync(out);
    const stranger = await generateX25519Identity();
    const attempt = async (name: string, change: (copy: string) => void, identities = identity) => {
      writeFileSync(at(name), bytes);
      change(at(name));
      const opening = openEncryptedPack({ file: at(name), identities, out: at(`${name}-out`), ...control() });
      await assert.rejects(
        opening,
        (error: Error & { code?: string }) => error.code === "INPUT_INVALID" && !error.message.includes(identity.slice(16)),
        name,
      );
      assert.ok(!existsSync(at(`${name}-out`)), name);
      assert.deepEqual(
        readdirSync(folder).filter((one) => one.startsWith(".")),
        [],
        "nothing half is left",
      );
    };
    await attempt("cut", (copy) => truncateSync(copy, bytes.length - 1));
    await attempt("cut-at-a-chunk", (copy) => truncateSync(copy, bytes.length - (bytes.length % 65_552)));
    await attempt("flipped", (copy) => {
      const changed = Buffer.from(bytes);
      changed[bytes.length - 500] = (changed[bytes.length - 500] as number) ^ 1;
      writeFileSync(copy, changed);
    });
    await attempt("for-others", () => undefined, stranger);
    await attempt("no-age", (copy) => writeFileSync(copy, "hello"));
    await attempt("no-identity", () => undefined, "hello");
  });

  it("is not written over anything, nor for what is no recipient, and an identity given as one is not repeated", async () => {
    writeFileSync(at("there"), "x");
    await assert.rejects(encryptPack({ pack: at("pack"), out: at("there"), recipients: [recipient], ...control() }), {
      code: "PATH_REFUSED",
    });
    for (const given of [identity, "age1x", "ssh-ed25519 AAAA"]) {
      const refused = encryptPack({ pack: at("pack"), out: at("never"), recipients: [given], ...control() });
      await assert.rejects(
        refused,
        (error: Error & { code?: string }) => error.code === "INPUT_INVALID" && !error.message.includes(given.slice(0, 30)),
      );
    }
    assert.ok(!existsSync(at("never")));
    mkdirSync(at("a case"));
    writeFileSync(at("a case", "private.age"), "x");
    await assert.rejects(encryptPack({ pack: at("a case"), out: at("never"), recipients: [recipient], ...control() }), {
      code: "PACK_INVALID",
    });
    const stop = new AbortController();
    stop.abort();
    await assert.rejects(encryptPack({ ...control(), pack: at("pack"), out: at("never"), recipients: [recipient], signal: stop.signal }));
    assert.ok(!existsSync(at("never")));
  });

  it("comes out of the command that seals, and goes into the one that opens", async () => {
    const desk = createDesk();
    try {
      const material = join(desk.folder, "material");
      mkdirSync(material);
      writeFileSync(join(material, "note.txt"), "synthetic");
      assert.equal((await desk.run("add", "case", material)).code, 0);
      const refused = await desk.run("seal", "case", "--out", "p", "--to", "age1nobody");
      assert.equal(refused.code, 2, refused.err);
      assert.ok(!existsSync(join(desk.folder, "p")), "a wrong recipient is told before anything is sealed");
      const sealed = await desk.run("seal", "case", "--out", "p", "--to", recipient);
      assert.equal(sealed.code, 0, sealed.err);
      assert.match(sealed.out, /encrypted to one recipient: .*p\.tar\.age/);
      const opened = await desk.run("open-pack", "p.tar.age", "--identity", at("key.txt"), "--out", "q");
      assert.equal(opened.code, 0, opened.err);
      const verified = await desk.run("verify", "q", "--recompute");
      assert.equal(verified.code, 0, verified.out + verified.err);
      assert.match(verified.out, /same bytes +article of i1/, "results of a pack are repeated as those of a case are");
      assert.equal((await desk.run("encrypt-pack", "q", "--to", recipient, "--json")).code, 0);
    } finally {
      desk.close();
    }
  });
});

async function* archive(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

async function names(parts: readonly Uint8Array[]): Promise<string[]> {
  const found: string[] = [];
  for await (const { path, bytes } of readTar(archive(...parts))) {
    let size = 0;
    for await (const piece of bytes) size += piece.length;
    found.push(`${path} ${size}`);
  }
  return found;
}

/** A header with its sum set right again. */
function changed(header: Uint8Array, change: (block: Buffer) => void): Uint8Array {
  const block = Buffer.from(header);
  change(block);
  block.write("        ", 148);
  block.write(
    `${block
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, "0")}\0 `,
    148,
  );
  return block;
}

describe("a foreign archive", () => {
  it("that says it holds more than there is room for is refused before a byte of it is written", async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    const huge = tarHeader({ path: "pack/huge.bin", size: 2 ** 48 });
    writeFileSync(at("huge.age"), await encrypter.encrypt(new Uint8Array(Buffer.concat([huge, Buffer.alloc(1024)]))));
    const opening = openEncryptedPack({ file: at("huge.age"), identities: identity, out: at("huge-out"), ...control() });
    await assert.rejects(opening, { code: "DISK_FULL", message: /expected room for the next file/ });
    assert.ok(!existsSync(at("huge-out")));
  });

  const plain = tarHeader({ path: "a/b.txt", size: 0 });

  it("that links, leads out, holds devices or ends early is refused", async () => {
    const types = ["1", "2", "3", "4", "6", "S", "K", "g"];
    for (const type of types) await assert.rejects(names([changed(plain, (block) => block.write(type, 156)), tarEnd]), TarRefused, type);
    for (const path of ["../x", "/etc/x", "a/../../x", "~/x", "a\\b", "con"]) {
      const written = changed(plain, (block) => block.fill(0, 0, 100).write(path, 0));
      await assert.rejects(names([written, tarEnd]), /expected a path inside/, path);
    }
    await assert.rejects(names([tarHeader({ path: "a", size: 600 }), new Uint8Array(599)]), /found 599/);
    await assert.rejects(names([plain]), /end of the archive/);
    await assert.rejects(names([plain, tarEnd.subarray(0, 512)]), /two blocks/);
    await assert.rejects(names([plain, tarEnd, new Uint8Array([1])]), /behind the end/);
    await assert.rejects(names([Buffer.alloc(512, 7), tarEnd]), /its own sum/);
  });

  it("with the same file twice is refused, and nothing is left", async () => {
    const tar = Buffer.concat([plain, plain, tarEnd]);
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    writeFileSync(at("twice.age"), await encrypter.encrypt(tar));
    const opening = openEncryptedPack({ file: at("twice.age"), identities: identity, out: at("twice"), ...control() });
    await assert.rejects(opening, /expected each file once/);
    assert.ok(!existsSync(at("twice")));
  });

  it("of any sizes and names comes back as it was, cut anywhere into pieces", async () => {
    const part = fc.stringMatching(/^[a-zа-я][a-zа-я0-9 .]{0,150}$/u).map((name) => name.replace(/[ .]+$/, "x"));
    const files = fc.uniqueArray(
      fc.record({ path: fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => `f/${parts.join("/")}`), size: fc.nat(1500) }),
      {
        selector: ({ path }) => path,
        maxLength: 5,
      },
    );
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 700 }), async (all, step) => {
        const safe = all.filter(({ path }) => !/(^|\/)(con|prn|aux|nul|com\d|lpt\d)(\.|\/|$)/i.test(path));
        const tar = Buffer.concat([
          ...safe.flatMap((file) => [tarHeader(file), Buffer.alloc(file.size, 65), tarPadding(file.size)]),
          tarEnd,
        ]);
        const pieces = Array.from({ length: Math.ceil(tar.length / step) }, (_, n) => tar.subarray(n * step, (n + 1) * step));
        assert.deepEqual(
          await names(pieces),
          safe.map(({ path, size }) => `${path} ${size}`),
        );
      }),
      { numRuns: 25 },
    );
  });

  it("says a size beyond ustar's field in a pax header", () => {
    const [before] = [Buffer.from(tarHeader({ path: "x", size: 9_000_000_000 }))];
    assert.match(before.toString("latin1"), /19 size=9000000000\n/);
  });
});

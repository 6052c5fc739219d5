/** Keys of people: listed with how each is known, replaced, revoked, protected; and what the check says afterwards. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { createDesk, type Desk, jsonLines } from "../support/run-witnessmark.ts";
import { main } from "../support/program.ts";

interface KeyLine {
  person: string;
  key: string;
  state: string;
  known: string;
  ended: { line: number; reason: string } | null;
}

describe("keys on the command line", () => {
  let desk: Desk;
  let kept: string;
  let other: string;
  let material: string;
  /** Runs as somebody with a configuration of their own. */
  const as = (person: string, env: Record<string, string>, ...args: string[]) => {
    const ran = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", main, ...args], {
      env: { ...process.env, WITNESSMARK_CONFIG: join(desk.folder, person), HOME: desk.folder, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    return { code: ran.status, out: ran.stdout.toString(), err: ran.stderr.toString() };
  };
  const keysOf = (path: string, ...args: string[]) => jsonLines<KeyLine>(as("ann", {}, "key", path, "--json", ...args));
  const person = (name: string) => join(desk.folder, name, "person.json");

  before(() => {
    desk = createDesk();
    [kept, other, material] = [join(desk.folder, "case"), join(desk.folder, "other"), join(desk.folder, "material")];
    mkdirSync(material);
    writeFileSync(join(material, "words.txt"), "Synthetic words.\n");
    for (const path of [kept, other]) assert.equal(as("ann", {}, "add", path, material).code, 0);
    assert.equal(as("bo", {}, "add", kept, material).code, 0);
  });
  after(() => desk.close());

  it("lists people and keys, and says how each is known", () => {
    const [ann, bo] = keysOf(kept) as [KeyLine, KeyLine];
    assert.deepEqual([ann.person, ann.known, bo.person, bo.known], ["p1", "own", "p2", "first-use"]);
    const told = keysOf(kept, "--key", bo.key);
    assert.equal(told[1]?.known, "told-outside");
    const stranger = as("ann", {}, "key", kept, "--key", `sha256:${"5".repeat(64)}`);
    assert.equal(stranger.code, 3, "a key that was told and is not there is a no");
    assert.match(stranger.out, /not in this case/);
    assert.match(stranger.out, /not who the person is/);
  });

  it("replaces a key: the old one signs the new one over, here and in the next case that is opened", () => {
    const [before] = keysOf(kept) as [KeyLine];
    const ran = as("ann", {}, "key", kept, "--replace", "new machine");
    assert.equal(ran.code, 0, ran.err);
    const [old, , fresh] = keysOf(kept) as [KeyLine, KeyLine, KeyLine];
    assert.deepEqual([old.key, old.state, old.ended?.reason], [before.key, "replaced", "new machine"]);
    assert.deepEqual([fresh.person, fresh.state, fresh.known], ["p1", "in-force", "own"]);
    assert.equal(as("ann", {}, "verify", kept).code, 0);
    // The other case learns of it when it is next opened for writing, not before.
    assert.equal(keysOf(other).length, 1);
    assert.equal(as("ann", {}, "add", other, material).code, 0);
    assert.deepEqual(
      keysOf(other).map((key) => [key.person, key.state]),
      [
        ["p1", "replaced"],
        ["p1", "in-force"],
      ],
    );
    assert.equal(as("ann", {}, "verify", other).code, 0);
    // Nothing is handed over twice.
    assert.equal(as("ann", {}, "add", other, material).code, 0);
    assert.equal(keysOf(other).length, 2);
    assert.equal(statSync(person("ann")).mode & 0o777, 0o600);
  });

  it("revokes the key of somebody else; it does not come back as another person", () => {
    const bo = keysOf(kept).find((key) => key.person === "p2") as KeyLine;
    const own = keysOf(kept).find((key) => key.known === "own") as KeyLine;
    assert.equal(as("ann", {}, "key", kept, "--revoke", bo.key).code, 2, "without a reason");
    assert.equal(as("ann", {}, "key", kept, "--revoke", own.key, "--reason", "mine").code, 2, "nobody signs the end of the key that signs");
    assert.equal(as("ann", {}, "key", kept, "--revoke", bo.key, "--reason", "laptop stolen").code, 0);
    assert.equal(as("ann", {}, "key", kept, "--revoke", bo.key, "--reason", "again").code, 2, "it is not in force any more");
    const refused = as("bo", {}, "add", kept, material);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /which was revoked/);
    assert.equal(as("bo", {}, "status", kept).code, 0, "reading needs no key");
    assert.equal(as("bo", {}, "key", kept, "--replace", "laptop stolen").code, 0);
    assert.deepEqual(
      keysOf(kept).map((key) => [key.person, key.state]),
      [
        ["p1", "replaced"],
        ["p2", "revoked"],
        ["p1", "in-force"],
        ["p3", "in-force"],
      ],
    );
    assert.equal(as("ann", {}, "verify", kept).code, 0);
  });

  it("encrypts the private key to a passphrase that is never on the command line", () => {
    const short = as("ann", { WITNESSMARK_NEW_PASSPHRASE: "short" }, "key", "--set-passphrase");
    assert.equal(short.code, 2);
    assert.equal(as("ann", {}, "key", "--set-passphrase").code, 2, "neither a terminal nor the environment gives one");
    const set = as("ann", { WITNESSMARK_NEW_PASSPHRASE: "correct horse battery" }, "key", "--set-passphrase");
    assert.equal(set.code, 0, set.err);
    const text = readFileSync(person("ann"), "utf8");
    assert.doesNotMatch(text, /PRIVATE KEY/, "also the former key is encrypted");
    assert.equal(text.match(/BEGIN AGE ENCRYPTED FILE/g)?.length, 2);
    assert.equal(statSync(person("ann")).mode & 0o777, 0o600);

    const without = as("ann", {}, "add", kept, material);
    assert.equal(without.code, 2);
    assert.match(without.err, /PASSPHRASE_WRONG/);
    assert.match(as("ann", { WITNESSMARK_PASSPHRASE: "another one" }, "add", kept, material).err, /PASSPHRASE_WRONG/);
    assert.equal(as("ann", { WITNESSMARK_PASSPHRASE: "correct horse battery" }, "add", kept, material).code, 0);
    assert.equal(as("ann", {}, "items", kept).code, 0, "reading asks for nothing");
  });

  it("hands a former key over in one more case with the one passphrase", () => {
    const third = join(desk.folder, "third");
    assert.equal(as("cy", {}, "add", third, material).code, 0);
    assert.equal(as("cy", {}, "add", join(desk.folder, "fourth"), material).code, 0);
    assert.equal(as("cy", {}, "key", third, "--replace", "yearly").code, 0);
    assert.equal(as("cy", { WITNESSMARK_NEW_PASSPHRASE: "correct horse battery" }, "key", "--set-passphrase").code, 0);
    const env = { WITNESSMARK_PASSPHRASE: "correct horse battery" };
    assert.equal(as("cy", env, "add", join(desk.folder, "fourth"), material).code, 0);
    assert.equal(as("cy", env, "verify", join(desk.folder, "fourth")).code, 0);
    assert.equal(keysOf(join(desk.folder, "fourth")).at(-1)?.state, "in-force");
  });

  it("asks on a terminal, and shows nothing of the answer", { skip: needs({ programs: ["script"] }) }, async () => {
    const command = [process.execPath, "--disable-warning=ExperimentalWarning", main, "key", "--remove-passphrase"]
      .map((word) => `'${word}'`)
      .join(" ");
    const child = spawn("script", ["-qec", command, "/dev/null"], {
      env: { ...process.env, WITNESSMARK_CONFIG: join(desk.folder, "ann"), HOME: desk.folder },
    });
    let shown = "";
    child.stdout.on("data", (chunk: Buffer) => {
      shown += chunk.toString();
      if (shown.includes("Passphrase of your private key: ") && !shown.includes("\n")) child.stdin.write("correct horse battery\r");
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    assert.equal(code, 0, shown);
    assert.doesNotMatch(shown, /correct horse/);
    assert.match(readFileSync(person("ann"), "utf8"), /PRIVATE KEY/);
  });

  it("refuses a key that other users of the machine may read", () => {
    spawnSync("chmod", ["644", person("bo")]);
    const ran = as("bo", {}, "add", kept, material);
    assert.equal(ran.code, 2);
    assert.match(ran.err, /mode 600/);
  });
});

/** What the launcher does on a bare machine, and that it does nothing the second time. Nothing here reaches the network. */
import assert from "node:assert/strict";
import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { describe, it, type TestContext } from "node:test";
import { fakeClone, type FakeClone } from "./fake-clone.ts";

const npmInstall = /^npm ci --ignore-scripts .* in clone$/;

/** A machine on which everything was set up once. */
async function settled(t: TestContext): Promise<FakeClone> {
  const clone = fakeClone(t);
  assert.equal((await clone.run("demo")).code, 0);
  return clone;
}

describe("a bare machine", () => {
  it("gets the locked packages, the pages and the sample, then the program; the second start gets nothing", async (t) => {
    const clone = fakeClone(t);
    const ran = await clone.run("demo", "--port", "4000");
    assert.equal(ran.code, 0, ran.err);
    const [first, ...rest] = clone.calls();
    assert.match(first ?? "", npmInstall);
    const calls = rest.map((line) => line.replace(/ \/dist\/program\/\w{16}$/, ""));
    assert.deepEqual(calls, ["build ", "program", "sample /sample-material", "main open /sample-material --case /sample-case --port 4000"]);

    clone.remove("npm");
    const before = clone.calls().length;
    assert.equal((await clone.run("demo")).code, 0, "a second start calls no npm");
    assert.deepEqual(clone.calls().slice(before), ["main open /sample-material --case /sample-case"]);
  });

  it("passes words and exit codes through, without the word that is its own", async (t) => {
    const clone = await settled(t);
    assert.equal((await clone.run("verify", "fails", "--yes")).code, 3);
    assert.equal(clone.calls().at(-1), "main verify fails");
  });

  it("gets again only what changed: the lock file, a source of the pages or of the program, the sample's script", async (t) => {
    const clone = await settled(t);
    const since = async (change: () => void) => {
      const before = clone.calls().length;
      change();
      assert.equal((await clone.run("demo")).code, 0);
      return clone
        .calls()
        .slice(before)
        .map((line) => line.split(" ")[0]);
    };
    assert.deepEqual(await since(() => appendFileSync(clone.at("package-lock.json"), "\n")), ["npm", "build", "program", "main"]);
    mkdirSync(clone.at("src", "web"));
    assert.deepEqual(await since(() => writeFileSync(clone.at("src", "web", "new.ts"), "")), ["build", "main"]);
    assert.deepEqual(await since(() => writeFileSync(clone.at("src", "web", "new.test.ts"), "")), ["main"]);
    assert.deepEqual(await since(() => writeFileSync(clone.at("src", "new.ts"), "")), ["program", "main"]);
    assert.deepEqual(await since(() => writeFileSync(clone.at("scripts", "sample", "part.ts"), "")), ["sample", "main"]);
    assert.deepEqual(await since(() => rmSync(clone.at("sample-material"), { recursive: true })), ["sample", "main"]);
  });

  it("says why when npm fails or is not there, and tries again at the next start", async (t) => {
    const clone = fakeClone(t);
    clone.program("npm", 'echo "npm error network" >&2; exit 7');
    const failed = await clone.run("status", "case");
    assert.equal(failed.code, 1);
    assert.match(failed.err, /npm error network[^]*npm ci ended with 7/);
    clone.remove("npm");
    const none = await clone.run("status", "case");
    assert.equal(none.code, 2);
    assert.match(none.err, /npm: expected it beside Node; found none/);
    assert.ok(!existsSync(clone.at(".setup-lock")));
    assert.deepEqual(clone.calls(), []);
  });

  it("needs no ffmpeg to check a case", async (t) => {
    const clone = fakeClone(t);
    for (const name of ["ffmpeg", "ffprobe"]) clone.remove(name);
    assert.equal((await clone.run("verify", "pack")).code, 0);
  });
});

describe("ffmpeg is missing", () => {
  const aptGet = 'case "$1" in --version) exit 0;; esac; echo "apt-get $*" >> "$CALLS"';
  function without(t: TestContext): FakeClone {
    const clone = fakeClone(t);
    for (const name of ["ffmpeg", "ffprobe"]) clone.remove(name);
    return clone;
  }
  const install = "apt-get install -y -qq --no-install-recommends ffmpeg";

  it("without a package manager that is known, says so and stops", async (t) => {
    const ran = await without(t).run("open", "folder");
    assert.equal(ran.code, 2);
    assert.match(ran.err, /ffmpeg, ffprobe: needed and not found. No package manager that we know is here/);
  });

  it("without a terminal, prints the command and stops; with --yes, runs it by sudo", async (t) => {
    const clone = without(t);
    clone.program("apt-get", aptGet);
    clone.program("sudo", 'echo "sudo $*" >> "$CALLS"; exec "$@"');
    const asked = await clone.start(["open", "folder"], { asUser: true }).ended;
    assert.equal(asked.code, 2, asked.err);
    assert.match(asked.err, new RegExp(`Install with: sudo ${install}`));
    assert.ok(!clone.calls().some((line) => line.includes("apt-get")), "nothing is installed unasked");
    const told = await clone.start(["open", "folder", "--yes"], { asUser: true }).ended;
    assert.equal(told.code, 2, "the stand-in installs nothing, and that is noticed");
    assert.ok(clone.calls().includes(`sudo ${install}`), clone.calls().join("\n"));
  });

  it("as root, installs it and goes on", { skip: process.getuid?.() === 0 ? false : "needs to be root" }, async (t) => {
    const clone = without(t);
    clone.program(
      "apt-get",
      `${aptGet}\n[ "$1" = install ] && for name in ffmpeg ffprobe; do ln -sf "$(command -v ok)" "$HOME/machine/$name"; done; exit 0`,
    );
    clone.program("ok", "exit 0");
    const ran = await clone.run("open", "folder");
    assert.equal(ran.code, 0, ran.err);
    const calls = clone.calls();
    assert.deepEqual(
      calls.filter((line) => line.startsWith("apt-get")),
      ["apt-get update -qq", install],
    );
    assert.equal(calls.at(-1), "main open folder");
  });
});

describe("two starts in one clone", () => {
  it("wait for each other, and set up once", async (t) => {
    const clone = fakeClone(t);
    const both = await Promise.all([clone.run("demo"), clone.run("demo")]);
    assert.deepEqual(
      both.map(({ code }) => code),
      [0, 0],
    );
    assert.equal(clone.calls().filter((line) => line.startsWith("npm")).length, 1);
    assert.ok(!readdirSync(clone.folder).some((name) => name.startsWith(".setup-lock")));
  });

  for (const [name, owner] of [
    ["of a process that is gone", "4194304999 1"],
    ["of a process whose number another one has now", `${process.pid} 1`],
    ["that cannot be read as one", "?"],
  ] as const) {
    it(`a lock ${name} holds nobody up`, async (t) => {
      const clone = await settled(t);
      mkdirSync(clone.at(".setup-lock"));
      writeFileSync(clone.at(".setup-lock", "owner"), owner);
      assert.equal((await clone.run("verify", "pack")).code, 0);
      assert.ok(!existsSync(clone.at(".setup-lock")));
    });
  }

  it("a start that was killed while it set up leaves nothing in the way", async (t) => {
    const clone = fakeClone(t);
    clone.program("npm", "echo begun >&2; exec sleep 30");
    const begun = clone.start(["demo"], {
      onSaid: (said, child) => void (said.includes("begun") && process.kill(-(child.pid as number), "SIGKILL")),
    });
    await begun.ended;
    assert.ok(existsSync(clone.at(".setup-lock")));
    clone.program("npm", 'echo "npm again" >> "$CALLS"; mkdir -p node_modules');
    assert.equal((await clone.run("verify", "pack")).code, 0);
  });
});

describe("stopping", () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    it(`${signal} ends the program and the launcher`, async (t) => {
      const clone = await settled(t);
      let sent = false;
      const { ended } = clone.start(["serve", "stays"], {
        onSaid(said, child) {
          if (sent || !said.includes("serving")) return;
          sent = true;
          // A terminal sends Ctrl-C to all of the group; a polite kill reaches the launcher alone.
          if (signal === "SIGINT") process.kill(-(child.pid as number), signal);
          else child.kill(signal);
        },
      });
      assert.equal((await ended).code, 0);
      assert.equal(clone.calls().at(-1), `main got ${signal}`);
    });
  }
});

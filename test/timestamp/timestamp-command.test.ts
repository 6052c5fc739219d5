/** A case, a request, a real local authority, and what the custody log then shows as proven. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { createDesk, type Desk, jsonLines } from "../support/run-witnessmark.ts";
import { type Authority, makeAuthority } from "./authority.ts";
import { main } from "../support/program.ts";

interface Requested {
  checkpoint: string;
  covers: { seq: number };
  file: string;
}
interface CustodyEntry {
  seq: number;
  kind: string;
  proof: { state: string; before?: string; after?: string };
}

describe("time stamps on the command line", { skip: needs({ programs: ["openssl"] }) }, () => {
  let desk: Desk;
  let kept: string;
  let authority: Authority;
  let stranger: Authority;
  const checkpoints = () => readdirSync(join(kept, "checkpoints"));
  const request = async () => {
    const ran = await desk.run("timestamp", kept, "--authority", "https://tsa.example/tsr", "--json");
    assert.equal(ran.code, 0, ran.err);
    return jsonLines<Requested>(ran)[0] as Requested;
  };
  const answer = (asked: string, by: Authority, name: string) => {
    const file = join(desk.folder, name);
    by.answer(asked, file);
    return file;
  };
  const record = (token: string, chain: string) => desk.run("timestamp", kept, "--token", token, "--chain", chain);
  const linesOf = () => readFileSync(join(kept, "ledger.jsonl"), "utf8").split("\n").length - 1;

  before(async () => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    mkdirSync(join(desk.folder, "material"));
    writeFileSync(join(desk.folder, "material", "words.txt"), "Synthetic words about nothing.\n");
    authority = makeAuthority(join(desk.folder, "authority"), { intermediate: true });
    stranger = makeAuthority(join(desk.folder, "stranger"), { key: "ec" });
    assert.equal((await desk.run("add", kept, join(desk.folder, "material"))).code, 0);
  });
  after(() => desk.close());

  let first: Requested;
  let firstAnswer: string;

  it("writes a request, says how to send it, and says that it waits", async () => {
    const ran = await desk.run("timestamp", kept);
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.out, /curl .*application\/timestamp-query/);
    assert.match(ran.out, /--data-binary @\S+\.tsq/);
    assert.match(ran.out, /Nothing was sent/);
    first = await request();
    const read = execFileSync("openssl", ["ts", "-query", "-in", first.file, "-text"]).toString();
    assert.match(read, /Hash Algorithm: sha256/);
    const note = checkpoints().find((name) => name.endsWith(`${first.checkpoint.slice(7)}.note`)) as string;
    const digest = createHash("sha256")
      .update(readFileSync(join(kept, "checkpoints", note)))
      .digest("hex");
    assert.equal(`sha256:${digest}`, first.checkpoint, "what is stamped is the note's exact bytes");
    const list = jsonLines<{ state: string }>(await desk.run("timestamp", kept, "--list", "--json"));
    assert.deepEqual(
      list.map(({ state }) => state),
      ["waiting", "waiting"],
    );
    assert.match((await desk.run("status", kept)).out, /2 requests for a time stamp wait/);
  });

  it("refuses, with exit 3 and a reason, whatever does not answer what was asked", async () => {
    firstAnswer = answer(first.file, authority, "answer.tsr");
    const other = join(desk.folder, "other.tsq");
    execFileSync("openssl", ["ts", "-query", "-data", authority.chain, "-sha256", "-cert", "-out", other]);
    const again = join(desk.folder, "again.tsq");
    execFileSync("openssl", ["ts", "-query", "-digest", first.checkpoint.slice(7), "-sha256", "-cert", "-out", again]);
    const flipped = readFileSync(firstAnswer);
    flipped[flipped.length - 20] = (flipped[flipped.length - 20] as number) ^ 1;
    writeFileSync(join(desk.folder, "flipped.tsr"), flipped);
    const before = linesOf();
    for (const [token, chain, said] of [
      [answer(other, authority, "other.tsr"), authority.chain, /expected one over a checkpoint of this case/],
      [answer(again, authority, "again.tsr"), authority.chain, /expected the nonce of the request/],
      [join(desk.folder, "flipped.tsr"), authority.chain, /expected a signature that holds/],
      [firstAnswer, stranger.chain, /the authority is not known/],
      [firstAnswer, first.file, /a certificate/],
      [authority.chain, authority.chain, /expected ASN\.1/],
    ] as const) {
      const ran = await record(token, chain);
      assert.equal(ran.code, 3, `${token}: ${ran.out}`);
      assert.match(ran.err, said);
      assert.match(ran.err, /TOKEN_REFUSED/);
    }
    assert.equal(linesOf(), before, "nothing of it is in the ledger");
    assert.equal((await record(join(desk.folder, "nowhere"), authority.chain)).code, 2);
  });

  it("records the right answer once, keeps it as an object, and takes the request out of the queue", async () => {
    const ran = await record(firstAnswer, authority.chain);
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.out, /Synthetic Time Stamps, Synthetic Authority, XX stamped the head/);
    assert.match(ran.out, /leads to the root that was given/);
    const after = linesOf();
    assert.match((await record(firstAnswer, authority.chain)).out, /recorded before/);
    assert.equal(linesOf(), after);
    const token = checkpoints().find((name) => name.endsWith(".tst")) as string;
    const digest = createHash("sha256")
      .update(readFileSync(join(kept, "checkpoints", token)))
      .digest("hex");
    assert.deepEqual(readFileSync(join(kept, "objects", digest.slice(0, 2), digest)), readFileSync(join(kept, "checkpoints", token)));
    assert.ok(!checkpoints().includes(`${first.checkpoint.slice(7)}.tsq`));
    assert.match((await desk.run("timestamp", kept, "--list")).out, /stamped .* by Synthetic Time Stamps[\s\S]*waits|waits[\s\S]*stamped/);
  });

  it("leaves files that stock tools can check", () => {
    const name = (end: string) =>
      join(kept, "checkpoints", checkpoints().find((one) => one.includes(first.checkpoint.slice(7)) && one.endsWith(end)) as string);
    const said = execFileSync(
      "openssl",
      ["ts", "-verify", "-data", name(".note"), "-in", name(".tst"), "-token_in", "-CAfile", name(".pem")],
      {
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    assert.match(said.toString(), /Verification: OK/);
  });

  it("turns what was only claimed into proven before, proven between and proven after", async () => {
    writeFileSync(join(desk.folder, "material", "later.txt"), "Synthetic words, later.\n");
    assert.equal((await desk.run("add", kept, join(desk.folder, "material"))).code, 0);
    const second = await request();
    const ran = await record(answer(second.file, authority, "second.tsr"), authority.chain);
    assert.equal(ran.code, 0, ran.err);
    writeFileSync(join(desk.folder, "material", "last.txt"), "Synthetic words, last.\n");
    assert.equal((await desk.run("add", kept, join(desk.folder, "material"))).code, 0);

    const { child, line } = await desk.start("serve", kept, "--no-browser", "--read-only", "--json");
    const link = new URL((JSON.parse(line) as { link: string }).link);
    const session = await fetch(`${link.origin}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: link.searchParams.get("token") }),
    });
    const cookie = (session.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const custody = await fetch(`${link.origin}/api/custody?limit=200&newestFirst=false`, { headers: { cookie } });
    const { entries } = (await custody.json()) as { entries: CustodyEntry[] };
    child.kill();

    const recorded = entries.filter(({ kind }) => kind === "timestamp.recorded").map(({ seq }) => seq);
    const [firstRecorded, secondRecorded] = recorded as [number, number];
    const stateOf = (seq: number) => entries.find((entry) => entry.seq === seq)?.proof.state;
    assert.equal(stateOf(1), "proven-before");
    assert.equal(stateOf(first.covers.seq), "proven-before");
    assert.equal(stateOf(firstRecorded + 1), "proven-between");
    assert.equal(stateOf(second.covers.seq), "proven-between");
    assert.equal(stateOf(secondRecorded + 1), "proven-after");
    for (const { proof } of entries) {
      if (proof.state === "proven-between") assert.ok(Date.parse(proof.after as string) <= Date.parse(proof.before as string));
    }
    const status = await desk.run("timestamp", kept, "--list", "--json");
    assert.deepEqual(
      jsonLines<{ state: string }>(status).map(({ state }) => state),
      ["waiting", "recorded", "recorded"],
    );
  });

  it("takes a second authority's token for the same checkpoint", async () => {
    const asked = await request();
    const one = await record(answer(asked.file, authority, "one.tsr"), authority.chain);
    assert.equal(one.code, 0, one.err);
    // The request no longer waits, and is still known: its object answers for the nonce.
    const other = await record(answer(firstCopy(asked), stranger, "two.tsr"), stranger.chain);
    assert.equal(other.code, 0, other.err);
  });

  /** The request as an object of the case, found by its content. */
  function firstCopy(asked: Requested): string {
    const objects = join(kept, "objects");
    const imprint = Buffer.from(asked.checkpoint.slice(7), "hex");
    return readdirSync(objects)
      .flatMap((folder) => readdirSync(join(objects, folder)).map((name) => join(objects, folder, name)))
      .find((file) => readFileSync(file).length < 100 && readFileSync(file).includes(imprint)) as string;
  }

  it("is checked with the case, where also a bit that no signature covers counts", async () => {
    const whole = await desk.run("verify", kept, "--json");
    assert.equal(whole.code, 0, whole.out);
    const timestamps = jsonLines<{ report: { timestamps: { state: string; chain: string }[] } }>(whole)[0]?.report.timestamps ?? [];
    assert.ok(timestamps.length >= 4);
    assert.ok(timestamps.every(({ state, chain }) => state === "holds" && chain === "leads to the given root"));
    const name = checkpoints().find((one) => one.endsWith(".tst")) as string;
    const token = readFileSync(join(kept, "checkpoints", name));
    const digest = createHash("sha256").update(token).digest("hex");
    const object = join(kept, "objects", digest.slice(0, 2), digest);
    // The version of the signed data: neither hashed nor signed by anybody.
    const place = token.indexOf(Buffer.from([0x02, 0x01, 0x03]));
    const flipped = Buffer.from(token);
    flipped[place + 2] = 2;
    for (const file of [object, join(kept, "checkpoints", name)]) {
      chmodSync(file, 0o644);
      writeFileSync(file, flipped);
      const ran = await desk.run("verify", kept);
      assert.equal(ran.code, 3, file);
      writeFileSync(file, token);
    }
    assert.equal((await desk.run("verify", kept)).code, 0);
  });

  it("opens no socket to any network", { skip: needs({ programs: ["strace"] }) }, async () => {
    const log = join(desk.folder, "calls");
    execFileSync(
      "strace",
      [
        "-f",
        "-qq",
        "-e",
        "trace=socket,connect",
        "-o",
        log,
        process.execPath,
        "--disable-warning=ExperimentalWarning",
        main,
        "timestamp",
        kept,
      ],
      { env: { ...process.env, WITNESSMARK_CONFIG: join(desk.folder, "config"), HOME: desk.folder }, stdio: "ignore" },
    );
    assert.doesNotMatch(readFileSync(log, "utf8"), /AF_INET/);
  });
});

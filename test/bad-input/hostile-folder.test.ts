/** Every odd thing a folder can hold, through the real program: what is kept is whole, what is not is named with its reason. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { createServer } from "node:net";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { asOrdinaryUser, forbid, interruptAt, jsonOf, newPlace, type Place, type Ran } from "../keep/run-program.ts";
import { byteNames, makeHostileFolder, makeLongPaths, oddNames, sparseBytes } from "./hostile-folder.ts";

interface Item {
  readonly name: string;
  readonly nameState: string;
  readonly held: boolean;
  readonly size: number;
  readonly sameBytes: readonly string[];
}
interface Refused {
  readonly shown: string;
  readonly reason: string;
}

/** Hooks of a suite in place of those of a test. */
function suitePlace(): { place: () => Place; t: { after(work: () => void): void } } {
  const ends: (() => void)[] = [];
  let place: Place | undefined;
  const t = { after: (work: () => void) => void ends.push(work) };
  before(() => void (place = newPlace(t)));
  after(() => {
    for (const end of ends.reverse()) end();
  });
  return { place: () => place as Place, t };
}

describe("a folder of everything odd", { skip: needs({ programs: ["mkfifo", "mknod", "setpriv"] }) }, () => {
  const { place, t } = suitePlace();
  let ran: Ran;
  let items: Item[];
  let refused: Refused[];
  const reasonOf = (shown: string) => refused.find((one) => one.shown === shown)?.reason ?? "not refused";
  const itemNamed = (name: string) => items.find((item) => item.name === name);

  before(async () => {
    const folder = place().at("odd");
    makeHostileFolder(folder);
    if (process.getuid?.() === 0) execFileSync("mknod", [join(folder, "device"), "c", "1", "5"]);
    const socket = createServer().listen(join(folder, "socket"));
    t.after(() => void socket.close());
    writeFileSync(join(folder, "forbidden.txt"), "synthetic, and forbidden\n");
    forbid(t, join(folder, "forbidden.txt"));
    mkdirSync(join(folder, "forbidden folder"));
    forbid(t, join(folder, "forbidden folder"));
    // Reading the files takes long and is another test's matter: keeping is over when it is said.
    const o = { prefix: asOrdinaryUser, onSaid: interruptAt(/\d+ collected/) };
    ran = await place().runWith(o, "add", "case", "odd", "--json");
    refused = jsonOf<{ refused: Refused[] }>(ran)[0]?.refused ?? [];
    items = jsonOf<Item>(await place().run("items", "case", "--json"));
  });

  it("keeps every file under the name it has, byte for byte", () => {
    assert.equal(ran.code, 130, ran.err);
    for (const name of oddNames) assert.ok(itemNamed(name)?.held === true, JSON.stringify(name));
    assert.equal(items.length, oddNames.length + byteNames.length + 1 + 3);
    assert.equal(itemNamed("empty.bin")?.size, 0);
  });

  it("keeps names that are not UTF-8 apart, and says that they are not", () => {
    for (const shown of ["latin \\xE9.txt", "lone \\x80.txt", "bad \\xFF.txt", "bad \\xFE.txt", "folder \\xFF/inside.txt"])
      assert.notEqual(itemNamed(shown)?.nameState ?? "plain", "plain", shown);
    assert.equal(itemNamed("plain.txt")?.nameState, "plain");
  });

  it("keeps two names of one file as two items that hold the same bytes", () => {
    assert.equal(itemNamed("hard link.txt")?.sameBytes.length, 1);
    assert.equal(itemNamed("Case.txt")?.sameBytes.length, 0);
  });

  it("keeps a sparse file whole, without its holes filled", () => {
    assert.equal(itemNamed("sparse.bin")?.size, sparseBytes);
    const digits = createHash("sha256").update(Buffer.alloc(sparseBytes)).digest("hex");
    const kept = statSync(place().at("case", "objects", digits.slice(0, 2), digits));
    assert.equal(kept.size, sparseBytes);
    assert.ok(kept.blocks * 512 < sparseBytes / 8, `${kept.blocks} blocks`);
  });

  it("follows no link, opens no device, pipe or socket, and says so", () => {
    assert.equal(reasonOf("link out \u202e"), "a link that leads out of the folder");
    assert.equal(reasonOf("link out to a folder"), "a link that leads out of the folder");
    assert.equal(reasonOf("link to the system"), "a link that leads out of the folder");
    assert.match(reasonOf("link in"), /its target is collected/);
    assert.match(reasonOf("around/up"), /its target is collected/);
    assert.equal(reasonOf("link loop"), "a link that leads to itself");
    assert.equal(reasonOf("link to nothing"), "a link to nothing that can be read");
    assert.equal(reasonOf("pipe"), "a named pipe, not a file");
    assert.equal(reasonOf("socket"), "a socket, not a file");
    if (process.getuid?.() === 0) assert.equal(reasonOf("device"), "a device, not a file");
    assert.equal(reasonOf("another case"), "a case folder: open it as a case");
  });

  it("names what it may not read", () => {
    assert.match(reasonOf("forbidden.txt"), /no permission/);
    assert.match(reasonOf("forbidden folder"), /no permission/);
  });

  it("shows names on a terminal so that they can move nothing", async () => {
    const table = await place().run("items", "case");
    assert.equal(table.code, 0);
    assert.equal(table.out.trimEnd().split("\n").length, items.length, "one line an item");
    for (const shown of [table.out, ran.err]) assert.doesNotMatch(shown.replaceAll("\n", ""), /\p{Cc}|\p{Bidi_Control}/u);
  });

  it("runs nothing that a name says, and writes nothing outside of the case", () => {
    assert.ok(!existsSync(place().at("planted")));
    assert.deepEqual(readdirSync(place().folder).sort(), ["case", "config", "odd", "outside", "outside.txt"]);
  });

  it("keeps the reasons of what was refused in the case", () => {
    const ledger = readFileSync(place().at("case", "ledger.jsonl"), "utf8").trimEnd().split("\n");
    const finished = ledger.map((line) => JSON.parse(line).body).find(({ kind }) => kind === "collection.finished");
    const digits = String(finished.data.report).slice(7);
    const report = JSON.parse(readFileSync(place().at("case", "objects", digits.slice(0, 2), digits), "utf8")) as Refused[];
    // The report is in an order of its own, so that the same refusals make the same bytes.
    const inOrder = (list: readonly Refused[]) => list.map(({ shown, reason }) => `${shown}: ${reason}`).sort();
    assert.deepEqual(inOrder(report), inOrder(refused));
  });

  it("collects only what it could not before when it is run again", async () => {
    execFileSync("chmod", ["600", place().at("odd", "forbidden.txt")]);
    const again = await place().runWith(
      { prefix: asOrdinaryUser, onSaid: interruptAt(/\d+ collected/) },
      ...["add", "case", "odd", "--json"],
    );
    const [added] = jsonOf(again);
    assert.deepEqual([added?.["collected"], added?.["alreadyHeld"]], [1, items.length]);
  });
});

describe("places that are no material", () => {
  const { place, t } = suitePlace();

  it("an empty folder makes a case without items", async () => {
    mkdirSync(place().at("nothing"));
    const ran = await place().run("add", "empty-case", "nothing", "--json");
    assert.equal(ran.code, 0, ran.err);
    assert.equal(jsonOf(ran)[0]?.["collected"], 0);
  });

  it("a folder that may not be read is named, and nothing is collected", async () => {
    mkdirSync(place().at("locked"));
    forbid(t, place().at("locked"));
    const ran = await place().runWith({ prefix: asOrdinaryUser }, "add", "locked-case", "locked", "--json");
    const [added] = jsonOf<{ refused: Refused[]; collected: number }>(ran);
    assert.equal(added?.collected, 0);
    assert.match(added?.refused[0]?.reason ?? "", /no permission/);
  });

  it("a path that is not there is bad input, and named", async () => {
    const ran = await place().run("add", "other-case", "nowhere/at/all");
    assert.equal(ran.code, 2);
    assert.match(ran.err, /nowhere\/at\/all.*expected a file or a folder/);
  });

  it("the case inside the folder that is opened is passed over", async () => {
    mkdirSync(place().at("around"));
    writeFileSync(place().at("around", "one.txt"), "synthetic\n");
    for (const collected of [1, 0]) {
      const ran = await place().run("add", "around/case", "around", "--json");
      const [added] = jsonOf<{ refused: Refused[]; collected: number }>(ran);
      assert.equal(added?.collected, collected);
      assert.deepEqual(added?.refused, [{ shown: "case", reason: "a case folder: open it as a case" }]);
    }
  });

  it("material inside a case, and a case inside a case, are refused", async () => {
    const inside = await place().run("add", "around/case", "around/case/objects");
    assert.equal(inside.code, 2);
    assert.match(inside.err, /inside a case folder/);
    const nested = await place().run("add", "around/case/derived/another", "around/one.txt");
    assert.equal(nested.code, 2);
    assert.match(nested.err, /outside of every case/);
  });

  it("a name given with ../ keeps only the name", async () => {
    const ran = await place().run("add", "dots-case", "around/../around/one.txt", "--json");
    assert.equal(ran.code, 0, ran.err);
    const [item] = jsonOf<Item>(await place().run("items", "dots-case", "--json"));
    assert.equal(item?.name, "one.txt");
  });

  it("a path of 3,500 bytes is kept; one that no program can open is named", async () => {
    makeLongPaths(place().at("deep"));
    const ran = await place().run("add", "deep-case", "deep", "--json");
    const [added] = jsonOf<{ refused: Refused[]; collected: number }>(ran);
    assert.equal(added?.collected, 1, ran.err);
    assert.match(added?.refused[0]?.reason ?? "", /longer than this system opens/);
  });

  it("10,000 files in one folder are 10,000 items, and none of them twice", async () => {
    mkdirSync(place().at("many"));
    for (let i = 0; i < 10_000; i++) writeFileSync(place().at("many", `${i}.txt`), `synthetic ${i}\n`);
    const counts: unknown[] = [];
    for (let i = 0; i < 2; i++) {
      const ran = await place().runWith({ onSaid: interruptAt(/\d+ collected/) }, "add", "many-case", "many", "--json");
      assert.equal(ran.code, 130, ran.err);
      const [added] = jsonOf(ran);
      counts.push([added?.["collected"], added?.["alreadyHeld"]]);
    }
    assert.deepEqual(counts, [
      [10_000, 0],
      [0, 10_000],
    ]);
    const items = jsonOf<Item>(await place().run("items", "many-case", "--json"));
    assert.equal(new Set(items.map(({ name }) => name)).size, 10_000);
  });
});

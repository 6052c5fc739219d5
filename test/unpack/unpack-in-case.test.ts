/** Archives in a case, by the program itself: members are held items that posts find beside them, and the verifier counts them. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { plainMail } from "../readers/mail-texts.ts";
import { makeZip, type ZipEntry } from "../readers/make-zip.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";

const text = (words: string) => new TextEncoder().encode(words);
interface Listed {
  readonly source?: string;
  readonly posted?: { readonly means?: string };
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly held: boolean;
}
interface Body {
  readonly kind: string;
  readonly data: { readonly item?: string; readonly from?: string; readonly where?: string; readonly object?: string };
}

describe("archives in a case", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: Desk;
  let kept: string;
  const bodies = () =>
    readFileSync(join(kept, "ledger.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => (JSON.parse(line) as { body: Body }).body);
  const ofKind = (kind: string) => bodies().filter((body) => body.kind === kind);
  const items = async () => {
    const { out } = await desk.run("items", kept, "--json");
    return out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Listed);
  };
  const run = async (...args: string[]) => {
    const ran = await desk.run(...args);
    assert.equal(ran.code, 0, `${args[0]}: ${ran.err}${ran.out}`);
    return ran.out;
  };

  before(() => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    mkdirSync(join(desk.folder, "in"));
  });
  after(() => desk.close());

  it("members become items under the archive's path, and a chat finds its media beside it", async () => {
    const chat =
      "[30.03.22, 05:40:00] Anna: look\n[30.03.22, 05:41:00] Boris: \u200e<attached: 00000001-PHOTO.jpg>\n[30.03.22, 05:42:00] Anna: ok\n";
    const inner = makeZip([{ name: "third.zip", bytes: makeZip([{ name: "deep.txt", bytes: text("deep words\n") }]) }]);
    const members: ZipEntry[] = [
      { name: "_chat.txt", bytes: text(chat) },
      { name: "00000001-PHOTO.jpg", bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 1) },
      { name: "../out.txt", bytes: text("Outside.\n") },
      { name: "inner.zip", bytes: inner, method: 0 },
      { name: "secret.txt", bytes: text("x"), flags: 1 },
    ];
    writeFileSync(join(desk.folder, "in", "chat.zip"), makeZip(members));
    writeFileSync(join(desk.folder, "in", "mail.eml"), plainMail);
    await run("add", kept, join(desk.folder, "in"));
    const found = await items();
    const of = (ending: string) => found.find(({ name }) => name.endsWith(ending));
    assert.deepEqual(
      [of("chat.zip/_chat.txt")?.kind, of("chat.zip/00000001-PHOTO.jpg")?.held, of("chat.zip/out.txt")?.held],
      ["posts", true, true],
    );
    assert.deepEqual([of("chat.zip/secret.txt")?.kind, of("chat.zip/secret.txt")?.held], ["not-held", false]);
    assert.equal(of("mail.eml/список.csv")?.kind, "sheet");
    // Who sent it stands in the post alone; what is listed names the item.
    const mail = of("mail.eml");
    assert.equal(mail?.source, `e-mail of ${mail?.id}`);
    const attached = of("mail.eml/список.csv");
    assert.deepEqual([attached?.source, attached?.posted?.means], [mail?.source, "sent"]);
    assert.doesNotMatch(JSON.stringify(found), /anna@example/);
    // One archive in another is opened by itself, one in that is not.
    assert.equal(of("chat.zip/inner.zip/third.zip")?.held, true);
    assert.equal(of("deep.txt"), undefined);
    const shown = JSON.parse(
      await run("items", kept, "--json").then(
        (out) => out.split("\n").find((line) => line.includes("chat.zip/00000001-PHOTO.jpg")) ?? "{}",
      ),
    ) as { posted?: unknown };
    assert.notEqual(shown.posted, "unknown", "the picture has the time of the post that carries it");
  });

  it("the verifier finds every member held, and the tables made anew are the same", async () => {
    assert.match(await run("verify", kept), /signatures/);
    const before = await items();
    await run("rebuild", kept);
    assert.deepEqual(await items(), before);
  });

  it("whoever erases a member is told that the archive holds the same bytes", async () => {
    const object = ofKind("item.unpacked").find(({ data }) => data.where === "member 2")?.data.object ?? "";
    assert.match(object, /^sha256:/);
    // One person alone cannot erase; what would go is shown first.
    const refused = await desk.run("erase", kept, "--object", object, "--reason", "asked for", "--authorised-by", "p1,p2", "--yes");
    assert.notEqual(refused.code, 0);
    assert.match(refused.out + refused.err, /The same bytes lie inside item i1/);
  });
});

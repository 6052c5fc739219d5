/** A WhatsApp chat as it lies in a folder: told by its bytes, read in a child. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { testFolder } from "../hostile-media/analyse-file.ts";
import { americanChat, androidChat, iosChat } from "./chat-texts.ts";
import { containerOf, readFileOfPosts } from "./read-file.ts";

describe("the file of a chat", () => {
  let folder: Awaited<ReturnType<typeof testFolder>>;
  before(async () => {
    folder = await testFolder("whatsapp");
  });
  after(() => folder.remove());

  it("is told by the heads of its messages, whatever it is called", async () => {
    for (const chat of [androidChat, iosChat, americanChat, `\ufeff${androidChat}`])
      assert.equal(await containerOf(folder.path("any.bin"), chat), "whatsapp-text");
    assert.equal(await containerOf(folder.path("any.bin"), Buffer.from(androidChat, "utf16le")), "whatsapp-text");
    assert.equal(await containerOf(folder.path("any.bin"), androidChat.slice(40)), "whatsapp-text");
  });

  it("is not every text that has dates in it", async () => {
    for (const text of [
      "[2024-09-14 16:20:05] production.ERROR: something failed\n[2024-09-14 16:20:06] production.INFO: again\n",
      "2024-09-14 16:20 - started\n2024-09-14 16:21 - ended\n",
      "Minutes of a meeting\n\n14/09/2024, 16:20 - Anna: I was there\nand so on\n",
      "14/09/2024, 16:20\nA diary.\n",
    ])
      assert.equal(await containerOf(folder.path("chat.txt"), text), "plain-text", text);
  });

  it("is read in a child, message by message", async () => {
    const { analyser, posts, reading } = await readFileOfPosts(folder.path("_chat.txt"), androidChat);
    assert.deepEqual([analyser, reading.format, posts.length], ["whatsapp", "whatsapp", 7]);
  });

  it("takes no more memory when it is long", async () => {
    const line = "14/09/2024, 16:20 - Anna Baker: The van rolls into the fountain, and again\n";
    const { reading } = await readFileOfPosts(folder.path("long.txt"), line.repeat(200_000));
    assert.equal(reading.counts.posts, 200_000);
  });
});

/** Articles, posts and exports of the sample: every claim is in the words, every export says what it held and what it did not. */
import assert from "node:assert/strict";
import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { madeSample, NEEDS_FFMPEG } from "./made-sample.ts";

interface ExportedMessage {
  readonly id: number;
  readonly type: string;
  readonly date: string;
  readonly date_unixtime?: string;
  readonly text: string | readonly (string | { readonly text: string })[];
  readonly file?: string;
  readonly file_size?: number;
  readonly photo?: string;
  readonly photo_file_size?: number;
  readonly forwarded_from?: string | null;
}

interface ExportedChat {
  readonly id: number;
  readonly name: string;
  readonly messages: readonly ExportedMessage[];
}

const plain = (text: ExportedMessage["text"]) =>
  typeof text === "string" ? text : text.map((t) => (typeof t === "string" ? t : t.text)).join("");
const unescaped = (html: string) => html.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

async function chatsOf(folder: string, exportFolder: string): Promise<readonly ExportedChat[]> {
  const result = JSON.parse(await readFile(join(folder, exportFolder, "result.json"), "utf8")) as ExportedChat & {
    chats?: { list: ExportedChat[] };
  };
  return result.chats?.list ?? [result];
}

describe("the sample's articles", { skip: needs(NEEDS_FFMPEG) }, () => {
  it("say every claim of the truth word for word, with title, author and time, and call themselves synthetic", async () => {
    const { folder, truth } = await madeSample();
    assert.equal(truth.articles.length, 3);
    for (const article of truth.articles) {
      const text = unescaped(await readFile(join(folder, article.file), "utf8"));
      for (const words of [article.title, article.author, article.published, ...article.claims.map((c) => c.quote)]) {
        assert.ok(text.includes(words), `${article.file} lacks "${words}"`);
      }
      assert.match(text, /SYNTHETIC/);
      for (const picture of article.pictures) {
        assert.ok(text.includes(picture.caption), picture.caption);
        assert.ok((await stat(join(folder, dirname(article.file), picture.path))).size > 1000);
      }
    }
  });

  it("agree, drift and contradict", async () => {
    const { truth } = await madeSample();
    const [courier, observer, gazette] = truth.articles.map((a) => new Set(a.claims.map((c) => c.verdict)));
    assert.deepEqual([...(courier ?? [])], ["agrees"]);
    assert.ok(observer?.has("drifts"));
    assert.ok(gazette?.has("contradicts"));
    assert.deepEqual(truth.articles[1]?.derivedFrom, [truth.articles[0]?.file]);
  });

  it("show, once, a picture of another town under a caption that names both towns", async () => {
    const { truth } = await madeSample();
    const pictures = truth.articles.flatMap((a) => a.pictures);
    const odd = pictures.filter((p) => p.caption.includes(truth.place.town) && p.caption.includes(truth.place.otherTownDistrict));
    assert.equal(odd.length, 1);
    assert.match(truth.stills.find((s) => s.id === odd[0]?.still)?.shows ?? "", /not Ostrel/);
    assert.notEqual(odd[0]?.trap, null);
  });
});

describe("the sample's Telegram exports", { skip: needs(NEEDS_FFMPEG) }, () => {
  it("hold four channels in the account and one in the single chat, with the words that the truth quotes", async () => {
    const { folder, truth } = await madeSample();
    assert.deepEqual(
      truth.telegram.exports.map((e) => e.channels),
      [4, 1],
    );
    for (const { folder: exportFolder, channels } of truth.telegram.exports) {
      const chats = await chatsOf(folder, exportFolder);
      assert.equal(chats.length, channels);
      for (const chat of chats) {
        const channel = truth.telegram.channels.find((c) => c.id === chat.id);
        assert.equal(chat.name, channel?.name);
        for (const message of chat.messages) {
          const post = channel?.posts.find((p) => p.id === message.id);
          assert.ok(post, `${chat.name} ${message.id}`);
          for (const { quote } of post.claims) assert.ok(plain(message.text).includes(quote), `${chat.name} ${message.id}: "${quote}"`);
        }
      }
    }
  });

  it("date posts by the exporting computer's clock, and only the newer one gives the true second", async () => {
    const { folder, truth } = await madeSample();
    for (const { folder: exportFolder, unixTime, exporterUtcOffsetH } of truth.telegram.exports) {
      for (const chat of await chatsOf(folder, exportFolder)) {
        for (const message of chat.messages) {
          const post = truth.telegram.channels.find((c) => c.id === chat.id)?.posts.find((p) => p.id === message.id);
          const utcMs = Date.parse(post?.utc ?? "");
          assert.equal(message.date, new Date(utcMs + exporterUtcOffsetH * 3_600_000).toISOString().slice(0, 19));
          assert.equal(message.date_unixtime, unixTime ? String(utcMs / 1000) : undefined);
        }
      }
    }
  });

  it("hold each file with the size they state, or say that it is not included; the same bytes where the truth says so", async () => {
    const { folder, truth } = await madeSample();
    let missing = 0;
    for (const { folder: exportFolder } of truth.telegram.exports) {
      for (const message of (await chatsOf(folder, exportFolder)).flatMap((chat) => chat.messages)) {
        const path = message.file ?? message.photo;
        if (path === undefined) continue;
        if (path.startsWith("(File not included")) missing++;
        else assert.equal((await stat(join(folder, exportFolder, path))).size, message.file_size ?? message.photo_file_size, path);
      }
    }
    assert.ok(missing > 0);
    let same = 0;
    for (const { path, sameBytesAs } of truth.telegram.channels.flatMap((c) => c.posts.flatMap((p) => p.held.flatMap((h) => h.media)))) {
      if (sameBytesAs === null) continue;
      assert.ok((await readFile(join(folder, path))).equals(await readFile(join(folder, sameBytesAs))), path);
      same++;
    }
    assert.ok(same >= 8, `${same} files compared`);
  });
});

describe("what people hand in, in the sample", { skip: needs(NEEDS_FFMPEG) }, () => {
  it("is there, each file with the reader it calls for, and nothing else lies beside it", async () => {
    const { folder, truth } = await madeSample();
    for (const { file, format } of truth.handedIn) {
      assert.ok((await stat(join(folder, file))).size > 100, file);
      assert.match(format, /^[a-z-]+$/);
    }
    const entries = await readdir(join(folder, "handed-in"), { recursive: true, withFileTypes: true });
    assert.equal(entries.filter((e) => e.isFile()).length, truth.handedIn.length);
  });

  it("holds a post of X whose id contradicts its date by two hours", async () => {
    const { folder } = await madeSample();
    const { data } = JSON.parse(await readFile(join(folder, "handed-in/x-post-changed.json"), "utf8")) as {
      data: { id: string; created_at: string };
    };
    const ofId = Number((BigInt(data.id) >> 22n) + 1288834974657n);
    assert.equal(new Date(ofId).toISOString(), "2024-09-14T15:20:17.000Z");
    assert.equal(ofId - Date.parse(data.created_at), 2 * 3_600_000);
  });

  it("has a chat in a ZIP archive that names the picture lying beside it", async () => {
    const { folder } = await madeSample();
    const zip = (await readFile(join(folder, "handed-in/WhatsApp Chat - Market traders.zip"))).toString("latin1");
    const attached = /<attached: ([^>]+)>/.exec(zip)?.[1] ?? "";
    // Once in the text, once in its own header, once in the directory.
    assert.equal(zip.split(attached).length - 1, 3);
  });
});

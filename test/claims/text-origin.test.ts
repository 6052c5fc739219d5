/** Whose text a post of an export is: what is said of the whole export is not said of every channel in it. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { ClaimRow } from "../../src/api/claims.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { serveCase, type ServedCase } from "../support/served-case.ts";

const message = (channel: number, id: number) => ({
  ...{ id, type: "message", date: "2031-05-06T10:00:00", date_unixtime: "1936000800" },
  ...{ from: `Channel ${channel}`, from_id: `channel${channel}`, text: "Seen near the mill.", text_entities: [] },
});
const chat = (id: number) => ({ name: `Channel ${id}`, type: "public_channel", id, messages: [message(id, 1), message(id, 2)] });

describe("a post of an export that somebody is said to have posted", () => {
  let desk: Desk;
  let served: ServedCase;
  const items: string[] = [];

  before(async () => {
    desk = createDesk();
    const kept = join(desk.folder, "case");
    const exports = [{ chats: { list: [chat(77), chat(88)] } }, chat(99)];
    for (const [at, one] of exports.entries()) {
      mkdirSync(join(desk.folder, `export-${at}`));
      writeFileSync(join(desk.folder, `export-${at}`, "result.json"), JSON.stringify(one));
      assert.equal((await desk.run("add", kept, join(desk.folder, `export-${at}`))).code, 0);
    }
    served = await serveCase(desk, kept);
    const listed = await served.get<{ items: { id: string }[] }>("/api/items?limit=50&sort=number");
    items.push(...listed.items.map(({ id }) => id).sort());
    for (const label of ["Whoever exported it", "Keeper of channel 77"])
      await served.post("/api/sources", { sort: "outlet", label, about: null, identity: "none", reason: null });
    const account = { platform: "telegram", platformId: "77", url: "https://channel.example/77", source: "s2", about: null };
    assert.equal((await served.post<{ code?: string; message?: string }>("/api/accounts", account)).message, undefined);
    await served.post("/api/items/attribution", { items, role: "posted-by", source: "s1", basis: "the letter that came with it" });
  });
  after(() => desk.close());

  /** Of a claim from each of its posts. */
  async function publishers(item: string | undefined): Promise<ClaimRow["publisher"][]> {
    type Text = { text: { parts: { part: object; text: string }[] }; reading: string };
    const { text, reading } = await served.get<Text>(`/api/items/${item}/text`);
    const claims = text.parts.map(({ part, text: words }) => ({
      ...{ text: { item, part, reading }, span: { start: 0, end: words.length }, quote: words, event: "unassigned" },
      proposed: { by: "person" },
      statement: {
        ...{ aspect: "where", value: { is: "place", words }, polarity: "affirmed", hedges: [], basis: "unstated", basisWords: null },
        ...{ speakers: [], eventSort: "unclear", valueSpan: { start: 0, end: words.length }, restsOn: [] },
      },
    }));
    const answer = await served.post<{ message?: string }>("/api/claims", { claims });
    assert.equal(answer.message, undefined);
    return (await served.get<{ claims: ClaimRow[] }>(`/api/claims?item=${item}`)).claims.map(({ publisher }) => publisher);
  }

  it("is its own account's where the export holds several channels, and nobody's where it has none", async () => {
    const own = { source: "s2", label: "Keeper of channel 77" };
    const none = { source: "unknown", label: "Channel 88" };
    assert.deepEqual(await publishers(items[0]), [own, own, none, none]);
  });

  it("is theirs where the export is one channel's", async () => {
    const theirs = { source: "s1", label: "Whoever exported it" };
    assert.deepEqual(await publishers(items[1]), [theirs, theirs]);
  });
});

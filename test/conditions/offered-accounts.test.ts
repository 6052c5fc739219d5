/** What readers found and could be an account: an e-mail's sender and an archive's owner are no chat of many. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { AccountRow, SourcesAnswer } from "../../src/api/sources.ts";
import { type AskedServer, openServer } from "../links/ask-server.ts";
import { plainMail } from "../readers/mail-texts.ts";

const owned = `window.YTD.tweets.part0 = [{"tweet":{"id_str":"1506879325286215681","created_at":"Thu Mar 24 06:10:00 +0000 2022","full_text":"The van rolled past the fountain."}}]`;

const handedIn = {
  "mail.eml": plainMail,
  "again.eml": plainMail.replace("noon", "one"),
  "other.eml":
    "Received: from a.example by b.example; Wed, 30 Mar 2022 08:41:00 +0300\r\nMessage-ID: <2@example.org>\r\nMIME-Version: 1.0\r\nTo: desk@example.org\r\nSubject: a van\r\nFrom: Boris <boris@example.org>\r\nDate: Wed, 30 Mar 2022 08:40:00 +0300\r\n\r\nwords\r\n",
  "nobody.eml":
    "Received: from a.example by b.example; Wed, 30 Mar 2022 08:41:00 +0300\r\nMessage-ID: <3@example.org>\r\nMIME-Version: 1.0\r\nFrom: the desk\r\nSubject: a van\r\nTo: desk@example.org\r\nDate: Wed, 30 Mar 2022 08:40:00 +0300\r\n\r\nwords\r\n",
  "tweets.js": owned,
};

describe("accounts of what readers found", () => {
  let server: AskedServer;
  const sources = async () => (await server.get<SourcesAnswer>("/api/sources")).body;
  const kept: { [name: string]: string } = {};
  const offer = async (item: string) => {
    for (;;) {
      const found = (await sources()).channels.find(({ exportItem }) => exportItem === item);
      if (found !== undefined) return found;
      await new Promise((later) => setTimeout(later, 50));
    }
  };
  const make = async (item: string): Promise<AccountRow> => {
    const { channel } = await offer(item);
    const made = await server.post<{ id: string }>("/api/accounts/from-channel", { exportItem: item, channel: channel.id });
    assert.equal(made.status, 200, JSON.stringify(made.body));
    return (await sources()).accounts.find(({ id }) => id === made.body.id) as AccountRow;
  };
  before(async () => {
    server = await openServer();
    for (const [name, words] of Object.entries(handedIn)) kept[name] = await server.upload(name, words);
    // What is handed in is read when the batch is at its end.
    await server.post("/api/uploads/b1/finish");
  });
  after(() => server.close());

  it("an e-mail is offered by its item, and its sender becomes an account only when somebody makes one", async () => {
    const item = kept["mail.eml"] as string;
    const found = await offer(item);
    assert.deepEqual([found.sort, found.channel.name, found.account], ["message", `e-mail of ${item}`, null]);
    assert.doesNotMatch(JSON.stringify(await sources()), /anna@example/);
    const account = await make(item);
    assert.deepEqual([account.platform, account.platformId], ["e-mail", "anna@example.org"]);
    assert.match(account.names[0]?.basis ?? "", /its sender writes/);
    assert.equal((await offer(item)).account, account.id);
  });

  it("a second e-mail of that sender finds the account, and one of another sender does not", async () => {
    const same = kept["again.eml"] as string;
    const other = kept["other.eml"] as string;
    assert.equal((await offer(same)).account, "a1");
    assert.equal((await offer(other)).account, null);
  });

  it("an e-mail that names no sender is refused with that reason", async () => {
    const item = kept["nobody.eml"] as string;
    assert.equal((await offer(item)).sort, "message-unsigned");
    const answer = await server.post<{ message: string }>("/api/accounts/from-channel", { exportItem: item, channel: "e-mail" });
    assert.equal(answer.status, 400);
    assert.match(answer.body.message, /names its sender/);
  });

  it("the owner of an archive becomes an account without an id, once", async () => {
    const item = kept["tweets.js"] as string;
    const found = await offer(item);
    assert.deepEqual([found.sort, found.account], ["archive", null]);
    const account = await make(item);
    assert.deepEqual([account.platform, account.platformId], ["x", "unknown"]);
    assert.equal((await offer(item)).account, account.id);
    assert.equal((await make(item)).id, account.id);
  });
});

/** Which posts of a case say nearly the same, from the tables to the answer. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ItemTextCopies, PostTextCopies, TextCopiesAnswer, TextGroupAnswer } from "../../src/api/text-copies.ts";
import type { Post } from "../../src/core/post/post.ts";
import { writePostLine } from "../../src/core/post/posts-file.ts";
import type { CaseReader } from "../../src/reads/case-reader.ts";
import { getTextGroup } from "../../src/reads/text-copies/get-text-group.ts";
import { itemTextCopies } from "../../src/reads/text-copies/item-text-copies.ts";
import { listTextGroups } from "../../src/reads/text-copies/list-text-groups.ts";
import { postTextCopies } from "../../src/reads/text-copies/post-text-copies.ts";
import type { TimeClaim } from "../../src/core/time/time-claim.ts";
import { openViews, type Views } from "../../src/views/open-views.ts";
import { nameItem, readerOf, viewer } from "../search/case-of-texts.ts";
import { LedgerInMemory, sha256 } from "../support/ledger-in-memory.ts";

const said = "The fountain on the market square of Ostrel has been dry since Tuesday morning, say people who live there";
const page = { offset: 0, limit: 20 };

interface Said {
  readonly id?: string;
  readonly text: string;
  /** Hour of 14 September 2024, UTC; a day without zone; none. */
  readonly at?: number | "day";
  readonly editedAt?: number;
}

const instant = (hour: number) => `2024-09-14T${String(hour).padStart(2, "0")}:00:00Z`;
const claim = (means: "posted" | "edited", hour: number) =>
  ({ means, verbatim: "x", earliest: instant(hour), latest: instant(hour), zone: { state: "utc" }, basis: "x" }) as const;

function postOf({ id, text, at, editedAt }: Said, number: number): Post {
  const day: TimeClaim = {
    ...{ means: "posted", verbatim: "14 Sept", earliest: "2024-09-13T10:00:00Z", latest: "2024-09-15T12:00:00Z", basis: "x" },
    zone: { state: "unknown", reading: "2024-09-14" },
  };
  const posted: Post["posted"] = at === undefined ? "unknown" : at === "day" ? day : claim("posted", at);
  const edited = editedAt === undefined ? {} : { edited: claim("edited", editedAt) };
  return { id: id ?? String(number), channelId: "1", posted, ...edited, text, entities: [], media: [] };
}

interface Export {
  readonly channel: string;
  readonly posts: readonly Said[];
}

/** An export for each channel, items i1, i2 ...; a channel named twice is exported twice. */
async function caseOf(...exports: readonly Export[]): Promise<{ ledger: LedgerInMemory; views: Views; reader: CaseReader }> {
  const ledger = new LedgerInMemory();
  for (const [n, one] of exports.entries()) exportOf(ledger, n + 1, one);
  const views = await openViews({ file: ":memory:", ledger, vault: ledger.vault, sha256 });
  return { ledger, views, reader: readerOf(views, ledger) };
}

function exportOf(ledger: LedgerInMemory, item: number, { channel, posts }: Export): void {
  nameItem(ledger, item, `export ${item}`);
  const object = ledger.keepText(posts.map((one, i) => writePostLine({ ...postOf(one, i), channelId: channel })).join(""));
  const nothing = { cannotTell: [], traps: [], faults: [] };
  const result = ledger.keep({
    ...{ kind: "posts", format: "telegram-desktop", shape: "single-chat", postsFile: "posts.jsonl", ...nothing },
    channels: [{ id: channel, name: channel, platform: "telegram", type: "public_channel" }],
    counts: { posts: posts.length, mediaNotInExport: 0 },
  });
  const ground = { analyser: "telegram-export", version: "1", parameters: {}, inputs: [], decoder: "none" } as const;
  const outcome = { state: "done", result, files: [{ name: "posts.jsonl", object }] } as const;
  ledger.append({
    kind: "analysis.recorded",
    data: { item: `i${item}`, ground: { ...ground, inputs: [] }, outcome: { ...outcome, files: [...outcome.files] } },
  });
}

/** What the interface promises, and finished. */
function done<T extends { state: string }>(answer: T): Extract<T, { state: "done" }> {
  assert.equal(answer.state, "done");
  assert.ok([TextCopiesAnswer, TextGroupAnswer, PostTextCopies, ItemTextCopies].some((shape) => shape.safeParse(answer).success));
  return answer as Extract<T, { state: "done" }>;
}

describe("posts of a case that say nearly the same", () => {
  it("stand in one group, earliest known first, each held against the first, with what it adds", async (t) => {
    const { views, reader } = await caseOf(
      {
        channel: "River News",
        posts: [
          { text: `BREAKING ${said}`, at: 12 },
          { text: "Nothing else happened in the town on this quiet day", at: 13 },
        ],
      },
      { channel: "Hill Voice", posts: [{ text: said, at: 9 }] },
      { channel: "No Clock", posts: [{ text: said.toUpperCase() }] },
    );
    t.after(() => views.close());
    const list = done(await listTextGroups(reader, viewer, page));
    assert.deepEqual([list.posts, list.tooShort, list.total], [4, 0, 1]);
    const [row] = list.groups;
    assert.deepEqual([row?.posts, row?.wordings, row?.sources], [3, 2, 3]);
    assert.deepEqual(row?.earliest, { atOrBefore: instant(9), rests: "posted", post: { item: "i2", at: 0 } });
    assert.equal(row?.beginning, said);
    const group = done(await getTextGroup(reader, viewer, { item: "i3", at: 0 }, page));
    assert.deepEqual(
      group.posts.map(({ source, relation, posted }) => [source, relation, posted === "unknown"]),
      [
        ["Hill Voice", "same-words", false],
        ["River News", "nearly-the-same", false],
        ["No Clock", "same-words", true],
      ],
    );
    const second = group.posts[1];
    assert.deepEqual(
      second?.onlyB.map(({ start, end }) => second.text.slice(start, end)),
      ["BREAKING"],
    );
  });

  it("are bound by when they were surely out: an edit moves a post later, a day without a zone is its latest instant", async (t) => {
    const { views, reader } = await caseOf(
      { channel: "A", posts: [{ text: said, at: 6, editedAt: 20 }] },
      { channel: "B", posts: [{ text: said, at: 10 }] },
      { channel: "C", posts: [{ text: said, at: "day" }] },
    );
    t.after(() => views.close());
    const group = done(await getTextGroup(reader, viewer, { item: "i1", at: 0 }, page));
    assert.deepEqual(group.earliest, { atOrBefore: instant(10), rests: "posted", post: { item: "i2", at: 0 } });
    assert.deepEqual(
      group.posts.map(({ source }) => source),
      ["B", "A", "C"],
    );
    assert.deepEqual(
      group.maybeEarlier.map(({ item }) => item),
      ["i1", "i3"],
    );
  });

  it("do not count the same post of two exports as a copy", async (t) => {
    const { views, reader } = await caseOf(
      { channel: "A", posts: [{ text: said, at: 6 }] },
      { channel: "A", posts: [{ text: said, at: 6 }] },
    );
    t.after(() => views.close());
    assert.equal(done(await listTextGroups(reader, viewer, page)).total, 0);
    await assert.rejects(getTextGroup(reader, viewer, { item: "i1", at: 0 }, page), /expected one that others repeat/);
    const { post, nearTotal } = done(await postTextCopies(reader, viewer, { item: "i1", at: 0 }));
    assert.deepEqual([post.post, nearTotal], [{ item: "i1", at: 0 }, 0]);
  });

  it("are told for one post, with longer posts that quote it and shorter ones that it quotes", async (t) => {
    const long = `${"We cannot say who wrote this or whether it holds and will tell you more when we know it. ".repeat(3)}${said}. Come back later for more of it.`;
    const { views, reader } = await caseOf(
      { channel: "A", posts: [{ text: said, at: 6 }, { text: "ok" }] },
      {
        channel: "B",
        posts: [
          { text: long, at: 7 },
          { text: said.replace("Tuesday", "Monday"), at: 8 },
        ],
      },
    );
    t.after(() => views.close());
    const short = done(await postTextCopies(reader, viewer, { item: "i1", at: 0 }));
    assert.deepEqual(
      short.near.map(({ post, relation }) => [post.item, post.at, relation]),
      [["i2", 1, "nearly-the-same"]],
    );
    assert.deepEqual(
      short.standsIn.map(({ post, relation, text, shared }) => [post.at, relation, shared.map(({ b }) => text.slice(b.start, b.end))]),
      [[0, "a-in-b", [said]]],
    );
    const quoting = done(await postTextCopies(reader, viewer, { item: "i2", at: 0 }));
    assert.deepEqual(
      quoting.holds.map(({ post, relation }) => [post.item, post.at, relation]),
      [["i1", 0, "b-in-a"]],
    );
    assert.equal(done(await postTextCopies(reader, viewer, { item: "i1", at: 1 })).tooShort, true);
    const item = done(await itemTextCopies(reader, viewer, "i2"));
    assert.deepEqual(
      item.posts.map(({ post, groupPosts, sources }) => [post.at, groupPosts, sources]),
      [[1, 2, 2]],
    );
    await assert.rejects(postTextCopies(reader, viewer, { item: "i1", at: 9 }), /expected a post of this case; found none there/);
    await assert.rejects(itemTextCopies(reader, viewer, "i9"), /ITEM_UNKNOWN|expected an item of this case/);
  });

  it("are compared anew when posts come, and what was underway for the old ones is given up", async (t) => {
    const { ledger, views, reader } = await caseOf({
      channel: "A",
      posts: Array.from({ length: 3000 }, (_, n) => ({ text: `${said} number ${n} of very many` })),
    });
    t.after(() => views.close());
    const early = listTextGroups(reader, viewer, page);
    await new Promise((resolve) => setImmediate(resolve));
    const shown = ledger.lines.length;
    exportOf(ledger, 2, { channel: "B", posts: [{ text: said }] });
    await views.apply(ledger.lines.slice(shown));
    const late = done(await finished(() => listTextGroups(reader, viewer, page)));
    assert.equal(late.posts, 3001);
    assert.equal(late.groups[0]?.sources, 2);
    const before = await early;
    assert.ok(before.state === "working" || before.posts === 3000);
  });
});

/** Asks again until it is done, as the screen does. */
async function finished<T extends { state: string }>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer.state !== "working") return answer;
  }
}

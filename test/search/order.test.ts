/** Search answers exactly what somebody finds who reads every text: the same texts, in the same order, with the same counts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Post } from "../../src/core/post/post.ts";
import { writePostLine } from "../../src/core/post/posts-file.ts";
import { foldForSearch } from "../../src/core/search/fold-text.ts";
import { searchTexts } from "../../src/reads/search-texts.ts";
import { openViews } from "../../src/views/open-views.ts";
import { LedgerInMemory, sha256 } from "../support/ledger-in-memory.ts";
import { nameItem, readerOf, viewer } from "./case-of-texts.ts";

const seed = 20240914;
/** Several scripts with what makes each of them hard: case, marks, joined forms, no spaces, signs inside words. */
const part = fc.constantFrom(
  ...["ost", "rel", "OST", "re", "é", "e\u0301", "ß", "İ", "ﬁ", "Ｆ"],
  ...["пло", "ЩА", "й", "ё", "п’я", "ть"],
  ...["محم", "مُح", "ـ", "أ", "ة", "٣"],
  ...["市", "市場", "場の", "ー", "ｶﾞ", "น้ำ", "พุ"],
  ...["-", ".", "'", "🚨", "12", "\u200d", "\u0001"],
);
const word = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""));
const text = fc.array(word, { minLength: 0, maxLength: 7 }).map((words) => words.join(" "));

type Said =
  | { readonly in: "post"; readonly text: string; readonly minute: number; readonly span: number }
  | { readonly in: "name" | "note"; readonly text: string };
const said: fc.Arbitrary<Said> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ in: fc.constant("post" as const), text, minute: fc.integer({ min: -1, max: 6 }), span: fc.nat({ max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ in: fc.constant("name" as const), text }) },
  { weight: 1, arbitrary: fc.record({ in: fc.constant("note" as const), text }) },
);

const instant = (minute: number) => `2024-09-14T13:${String(10 + minute)}:00Z`;

/** Two readings of exports with names and notes between them, each shown by itself, so that the index grows piece by piece. */
async function caseOf(batches: readonly (readonly Said[])[]) {
  const ledger = new LedgerInMemory();
  const views = await openViews({ file: ":memory:", ledger: new LedgerInMemory(), vault: ledger.vault, sha256 });
  const texts: { id: number; said: Said; at: number }[] = [];
  let shown = 0;
  let id = 0;
  nameItem(ledger, 1, "");
  texts.push({ id: ++id, said: { in: "name", text: "" }, at: 0 });
  for (const [batch, some] of batches.entries()) {
    const posts = some.filter((one) => one.in === "post");
    for (const one of some) {
      if (one.in === "name") nameItem(ledger, 100 + texts.length, one.text);
      else if (one.in === "note") {
        const words = ledger.seal(one.text);
        ledger.append({ kind: "note.written", data: { item: "i1", text: words.sealed }, opens: [words.opened] });
      } else continue;
      texts.push({ id: ++id, said: one, at: 0 });
    }
    const exported = `i${2 + batch}` as const;
    nameItem(ledger, 2 + batch, "");
    texts.push({ id: ++id, said: { in: "name", text: "" }, at: 0 });
    const object = ledger.keepText(posts.map((one, i) => writePostLine(postOf(one, i))).join(""));
    const result = ledger.keep(readingOf(posts.length));
    ledger.append({
      kind: "analysis.recorded",
      data: {
        item: exported,
        ground: { analyser: "telegram-export", version: "1", parameters: {}, inputs: [], decoder: "none" },
        outcome: { state: "done", result, files: [{ name: "posts.jsonl", object }] },
      },
    });
    for (const one of posts) texts.push({ id: ++id, said: one, at: one.minute });
    await views.apply(ledger.lines.slice(shown));
    shown = ledger.lines.length;
    // Asked in between, so that each batch becomes a segment of its own.
    await searchTexts(readerOf(views, ledger), viewer, { words: "ost" });
  }
  return { ledger, views, texts };
}

function postOf(one: Extract<Said, { in: "post" }>, place: number): Post {
  const posted: Post["posted"] =
    one.minute < 0
      ? "unknown"
      : {
          means: "posted",
          verbatim: "x",
          earliest: instant(one.minute),
          latest: instant(one.minute + one.span),
          zone: { state: "utc" },
          basis: "x",
        };
  return { id: String(place), channelId: "1", posted, text: one.text.toWellFormed(), entities: [], media: [] };
}

const readingOf = (posts: number) => ({
  kind: "posts",
  format: "telegram-desktop",
  shape: "single-chat",
  channels: [{ id: "1", name: "Ostrel", platform: "telegram", type: "public_channel" }],
  postsFile: "posts.jsonl",
  counts: { posts, mediaNotInExport: 0 },
  cannotTell: [],
  traps: [],
  faults: [],
});

/** How well a word stands in a text, by looking at each place: written anew, not shared with the program. */
function gradeOf(stored: string, wanted: string): number {
  const isWord = (character: string | undefined) =>
    character !== undefined &&
    /[\p{L}\p{M}\p{N}]/u.test(character) &&
    !/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u.test(character);
  const characters = [...stored];
  const sought = [...wanted];
  let best = 0;
  for (let at = 0; at + sought.length <= characters.length; at++) {
    if (!sought.every((one, i) => characters[at + i] === one)) continue;
    const end = at + sought.length;
    const left = !(isWord(characters[at - 1]) && isWord(characters[at]));
    const right = !(isWord(characters[end - 1]) && isWord(characters[end]));
    best = Math.max(best, left ? (right ? 3 : 2) : 1);
  }
  return best;
}

const classOf = { note: 0, name: 1, post: 2 } as const;

test("search finds what reading finds, and in that order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(said, { maxLength: 10 }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.oneof(word, part), { minLength: 0, maxLength: 3 }),
      fc.boolean(),
      fc.option(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 4 })), { nil: undefined }),
      async (batches, asked, quoted, stretch) => {
        const { ledger, views, texts } = await caseOf(batches);
        const typed = quoted ? `"${asked.join(" ")}"` : asked.join(" ");
        const words = [...new Set(quoted ? [foldForSearch(asked.join(" "))] : foldForSearch(asked.join(" ")).split(" "))].filter((one) =>
          /[^\s\p{Cc}\p{Cf}]/u.test(one),
        );
        const [from, to] = stretch === undefined ? [undefined, undefined] : [instant(stretch[0]), instant(stretch[0] + stretch[1])];
        const expected = texts
          .map((one) => ({ ...one, grades: words.map((wanted) => gradeOf(foldForSearch(one.said.text), wanted)) }))
          .filter(({ grades }) => grades.every((grade) => grade > 0))
          .filter(({ said: one }) => {
            if (stretch === undefined) return true;
            return (
              one.in === "post" && one.minute >= 0 && instant(one.minute + one.span) >= (from ?? "") && instant(one.minute) <= (to ?? "")
            );
          })
          .sort((a, b) => {
            const count = (grades: readonly number[], wanted: number) => grades.filter((grade) => grade === wanted).length;
            return (
              count(b.grades, 3) - count(a.grades, 3) ||
              count(b.grades, 2) - count(a.grades, 2) ||
              classOf[a.said.in] - classOf[b.said.in] ||
              (a.said.in === "post" ? b.at - a.at : 0) ||
              b.id - a.id
            );
          });
        const found = await searchTexts(readerOf(views, ledger), viewer, { words: typed, from, to, limit: 100 });
        assert.deepEqual(
          found.hits.map(({ id }) => id),
          expected.map(({ id }) => id),
          JSON.stringify(typed),
        );
        assert.equal(found.total, expected.length);
        assert.equal(found.counted, "exactly");
        const second = await searchTexts(readerOf(views, ledger), viewer, { words: typed, from, to, offset: 1, limit: 2 });
        assert.deepEqual(
          second.hits.map(({ id }) => id),
          expected.slice(1, 3).map(({ id }) => id),
        );
        const posts = expected.filter(({ said: one }) => one.in === "post").length;
        assert.equal(found.counts.in.find(({ value }) => value === "post")?.count ?? 0, posts);
        await views.close();
      },
    ),
    { seed, numRuns: 250 },
  );
});

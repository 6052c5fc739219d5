/** The desk's search finds exactly the items with a text that holds every word of the query as a part, whatever the words are made of. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import { foldForSearch } from "../../src/core/search/fold-text.ts";
import { itemsMatching } from "../../src/reads/match-text.ts";
import { caseOfNames } from "./case-of-texts.ts";

const seed = 20240914;
/** Few letters, so that words share parts and differ all the same; and what means something to an index or to SQL. */
const letter = fc.constantFrom("a", "b", "A", "ж", "Ж", "市", "場", "ก", "*", "%", "_", "-", "(", ":", "\u{1F6A8}", "ﬁ", "İ", "é", "ً");
const word = fc.string({ unit: letter, minLength: 1, maxLength: 9 });

test("a query finds what a plain look at every text finds", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 }),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      fc.tuple(fc.nat(), fc.nat({ max: 4 }), fc.nat()),
      async (texts, others, [which, from, length]) => {
        const names = texts.map((words) => words.join(" "));
        const { views, reader } = await caseOfNames(names);
        const some = names[which % names.length] ?? "";
        const part = [...some].slice(from, from + 1 + (length % 12)).join("");
        for (const query of [part, others.join(" "), `${part} ${others[0] ?? ""}`]) {
          const asked = foldForSearch(query)
            .split(" ")
            .filter((one) => one !== "");
          const expected = names.flatMap((name, i) => (asked.every((one) => foldForSearch(name).includes(one)) ? [i + 1] : []));
          const matching = await itemsMatching(reader, query);
          const { rows } = await sql<{ n: number }>`select number as n from item where number in (${matching}) order by 1`.execute(
            views.db,
          );
          assert.deepEqual(
            rows.map(({ n }) => n),
            expected,
            query,
          );
        }
        await views.close();
      },
    ),
    { seed, numRuns: 200 },
  );
});

/** Search finds exactly the texts that hold every word of the query as a part, whatever the words are made of. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import { itemsMatching } from "../../src/reads/match-text.ts";
import { foldText } from "../../src/views/fold-text.ts";
import { openViews } from "../../src/views/open-views.ts";
import { LedgerInMemory, sha256 } from "../support/ledger-in-memory.ts";

const seed = 20240914;
/** Few letters, so that words share their threes and differ all the same; and what means something to FTS5 or to LIKE. */
const letter = fc.constantFrom("a", "b", "A", "ж", "Ж", "市", "場", '"', "*", "%", "_", "-", "(", ":", "\u{1F6A8}", "ﬁ", "İ");
const word = fc.string({ unit: letter, minLength: 1, maxLength: 9 });

test("a query finds what a plain look at every text finds", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 }),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      fc.tuple(fc.nat(), fc.nat({ max: 4 }), fc.nat()),
      async (texts, others, [which, from, length]) => {
        const ledger = new LedgerInMemory();
        const names = texts.map((words) => words.join(" "));
        for (const [i, path] of names.entries()) {
          const name = ledger.seal({ encoding: "utf-8", path });
          const statedBy = { item: "i1" as const, where: "message 1" };
          ledger.append({
            kind: "item.known",
            data: { item: `i${i + 1}`, name: name.sealed, statedBy, reason: "x" },
            opens: [name.opened],
          });
        }
        const views = await openViews({ file: ":memory:", ledger, vault: ledger.vault, sha256 });
        const some = names[which % names.length] ?? "";
        const part = [...some].slice(from, from + 1 + (length % 12)).join("");
        for (const query of [part, others.join(" "), `${part} ${others[0] ?? ""}`]) {
          const asked = foldText(query)
            .split(/\s+/u)
            .filter((one) => one !== "");
          const expected = names.flatMap((name, i) => (asked.every((one) => foldText(name).includes(one)) ? [i + 1] : []));
          const { rows } = await sql<{
            n: number;
          }>`select number as n from item where number in (${itemsMatching(query)}) order by 1`.execute(views.db);
          assert.deepEqual(
            rows.map(({ n }) => n),
            expected,
            query,
          );
        }
        await views.close();
      },
    ),
    { seed, numRuns: 150 },
  );
});

/** Somebody looks at a case while another writes in it: what is written becomes visible, and nothing that is written is disturbed. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { openViews } from "../../src/views/open-views.ts";
import { sha256 } from "../../src/keep/sha256.ts";
import { adopted, newCase, reopen } from "../crash/make-case.ts";

test("a reader that has the case open sees in its tables what the writer adds", async (t) => {
  const { place, folder } = await newCase(t);
  const file = join(place.path, "derived", "views.sqlite");
  const written = await openViews({ file, ledger: folder.ledger, vault: folder.vault, sha256 });
  const reader = await reopen(place, { access: "read" });
  const seen = await openViews({ file, readOnly: true, ledger: reader.ledger, vault: reader.vault, sha256 });
  assert.equal(seen.head()?.seq, 2);
  await written.apply(await folder.ledger.append([adopted()]));
  assert.equal(seen.head()?.seq, 3);
  const { count } = await seen.db
    .selectFrom("entry")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  assert.equal(count, 3);
  await seen.close();
  await reader.close();
  const again = await reopen(place, { access: "read" });
  assert.equal((await again.ledger.head())?.seq, 3);
  await again.close();
  await written.close();
  await folder.close();
});

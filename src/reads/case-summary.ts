/** What the desk and `status` say of the case as a whole. */
import { sql } from "kysely";
import { shortCode } from "../core/ledger/ledger-line.ts";
import type { Digest } from "../core/hash/digest.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";

export async function caseSummary(reader: CaseReader, viewer: Viewer) {
  demand(viewer, "read");
  const { db } = reader.views;
  const one = sql<number>`1`;
  const sum = <N extends string>(condition: ReturnType<typeof sql<boolean>>, name: N) =>
    sql<number>`coalesce(sum(${condition}), 0)`.as(name);
  const counts = await db
    .selectFrom("item")
    .select([
      sql<number>`coalesce(sum(${one}), 0)`.as("items"),
      sum(sql<boolean>`held = 1`, "held"),
      sum(sql<boolean>`held = 0`, "knownNotHeld"),
      sum(sql<boolean>`held = 1 and assessed = 0`, "notAssessed"),
      sum(sql<boolean>`held = 1 and level = 'unassessed'`, "unrevealedUnassessed"),
      sum(sql<boolean>`failure is not null`, "failedAnalyses"),
    ])
    .where("undone", "is", null)
    .executeTakeFirstOrThrow();
  const { posts } = await db
    .selectFrom("post")
    .select(sql<number>`count(*)`.as("posts"))
    .executeTakeFirstOrThrow();
  const person = await db.selectFrom("person").selectAll().where("id", "=", viewer.person).executeTakeFirst();
  const head = reader.views.head();
  const digest: Digest = head?.head ?? `sha256:${"0".repeat(64)}`;
  return {
    person: { id: viewer.person as string, name: person?.name ?? "withheld" },
    head: { seq: head?.seq ?? 0, digest, shortCode: shortCode(digest) },
    readOnly: viewer.readOnly,
    counts: { ...counts, posts },
  };
}

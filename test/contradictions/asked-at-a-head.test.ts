/** Reports are kept for the head of the ledger at which they were asked: what is recorded while one is made is in the next. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { claimCase } from "../../src/reads/claims/claim-case.ts";
import { readContradictionReport } from "../../src/reads/claims/contradiction-report.ts";
import { caseOrigins } from "../../src/reads/claims/origin-report.ts";
import type { CaseReader } from "../../src/reads/case-reader.ts";
import { openCase } from "../../src/wiring/open-case.ts";
import { caseOf, onDay, stated } from "../support/case-of-claims.ts";
import { type EnteredClaims, enterClaims } from "../support/enter-claims.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { serveCase, type ServedCase } from "../support/served-case.ts";

const nothing = () => Promise.reject(new Error("expected not to be asked for"));
const given = caseOf(
  (["2031-05-06", "2031-05-08"] as const).map((day, i) => stated({ id: `k${i + 1}`, item: `i${i + 1}`, value: onDay(`on ${day}`, day) })),
  [],
  { sources: [1, 2].map((n) => ({ id: `s${n}` as const, label: `Outlet ${n}`, reliability: "F" as const })) },
);

describe("a report that is asked while something is recorded", () => {
  let desk: Desk;
  let kept: string;
  let served: ServedCase;
  let entered: EnteredClaims;
  const open = () => {
    const around = { program: "test", ownPassphrase: nothing, casePassphrase: nothing, verifyPage: nothing, receiptPage: nothing };
    return openCase(around, kept, { access: "read", onProgress: () => undefined });
  };

  before(async () => {
    desk = createDesk();
    process.env["WITNESSMARK_CONFIG"] = join(desk.folder, "config-reader");
    kept = join(desk.folder, "case");
    writeFileSync(join(desk.folder, "note.txt"), "A note.");
    assert.equal((await desk.run("add", kept, join(desk.folder, "note.txt"))).code, 0);
    served = await serveCase(desk, kept);
    entered = await enterClaims(served, given);
  });
  after(() => desk.close());

  it("is not given for the head that came meanwhile, and a failure takes away no later report", async () => {
    const first = entered.idOf("k1");
    const { reader: around, viewer, close } = await open();
    try {
      let head = "before";
      let isBroken = false;
      // The case's own tables; the test says which line of the ledger they show.
      const views = {
        get db() {
          if (isBroken) throw new Error("a disk that failed");
          return around.views.db;
        },
        head: () => ({ head }),
      } as unknown as CaseReader["views"];
      const { vault, derived, versionOf, underway } = around;
      const reader: CaseReader = { views, vault, derived, versionOf, underway };
      const ask = () => readContradictionReport(reader, viewer, { zone: "UTC" }, (problem) => Promise.resolve(problem));
      const claimsOf = ({ events }: Awaited<ReturnType<typeof ask>>) =>
        events.flatMap(({ aspects }) => aspects.flatMap((one) => one.claims));

      await claimCase(reader, viewer);
      const back = await served.post<{ code?: string; message?: string }>(`/api/claims/${first}/withdraw`, { reason: "misread" });
      assert.equal(back.code, undefined, `withdraw: ${back.message}`);
      const asked = ask();
      head = "after";
      assert.deepEqual(claimsOf(await asked), [first, entered.idOf("k2")]);
      assert.deepEqual(claimsOf(await ask()), [entered.idOf("k2")]);

      head = "failing";
      isBroken = true;
      const failing = caseOrigins(reader, viewer);
      [head, isBroken] = ["standing", false];
      const standing = caseOrigins(reader, viewer);
      await assert.rejects(failing, /a disk that failed/);
      await standing;
      assert.equal(caseOrigins(reader, viewer), standing);
    } finally {
      await close();
    }
  });
});

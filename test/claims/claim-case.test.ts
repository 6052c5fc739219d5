/** Thirteen statements entered through the page's routes: what the reasoners are then told, from the case, a rebuilt one and a pack. */
import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { ClaimRow } from "../../src/api/claims.ts";
import type { OriginReport } from "../../src/reason/claims/origins/origin-report-types.ts";
import type { CaseClaim, ClaimCase } from "../../src/reason/claims/claim-case.ts";
import { claimCase } from "../../src/reads/claims/claim-case.ts";
import { openCase } from "../../src/wiring/open-case.ts";
import { claimIds, dmytrivkaCase, events } from "../support/dmytrivka-claims.ts";
import { type EnteredClaims, enterClaims } from "../support/enter-claims.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { serveCase, type ServedCase } from "../support/served-case.ts";

const nothing = () => Promise.reject(new Error("expected not to be asked for"));

describe("the worked public case, entered claim by claim", () => {
  let desk: Desk;
  let kept: string;
  let served: ServedCase;
  let entered: EnteredClaims;
  let readers = 0;
  const wanted = dmytrivkaCase({ conclusion: true });

  /** As the reasoners are told it; the case at `path` is only looked at. */
  async function toldOf(path: string): Promise<ClaimCase> {
    // Somebody who saw none of it before: a copy and the case go on apart.
    process.env["WITNESSMARK_CONFIG"] = join(desk.folder, `config-reader-${readers++}`);
    const around = { program: "test", ownPassphrase: nothing, casePassphrase: nothing, verifyPage: nothing, receiptPage: nothing };
    const session = await openCase(around, path, { access: "read", onProgress: () => undefined });
    try {
      return await claimCase(session.reader, session.viewer);
    } finally {
      await session.close();
    }
  }

  /** The ledger and what it names, without what can be made again. */
  function copyOf(name: string): string {
    const copy = join(desk.folder, name);
    cpSync(kept, copy, { recursive: true, filter: (path) => !path.endsWith("/derived") && !path.endsWith(".lock") });
    return copy;
  }

  before(async () => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    writeFileSync(join(desk.folder, "a.txt"), "Synthetic a.txt");
    assert.equal((await desk.run("add", kept, join(desk.folder, "a.txt"))).code, 0);
    served = await serveCase(desk, kept);
    entered = await enterClaims(served, wanted);
  });
  after(() => desk.close());

  it("tells the reasoners each claim as it was entered, with whose text it is and of when", async () => {
    const told = await toldOf(kept);
    const { idOf } = entered;
    const plain = ({ text: _text, reliability: _reliability, ...claim }: CaseClaim) => claim;
    assert.deepEqual(
      told.claims.map(plain),
      wanted.claims.map((claim) => ({
        ...plain(claim),
        id: idOf(claim.id),
        event: claim.event === "unassigned" ? claim.event : idOf(claim.event),
        publisher: { ...claim.publisher, source: claim.publisher.source === "unknown" ? "unknown" : idOf(claim.publisher.source) },
        statement: {
          ...claim.statement,
          speakers: claim.statement.speakers.map((one) => ({ ...one, source: one.source === "unknown" ? one.source : idOf(one.source) })),
          restsOn: claim.statement.restsOn.map((item) => idOf(item)),
        },
      })),
    );
    assert.deepEqual(
      told.derivations,
      wanted.derivations.map((one) => ({ ...one, id: idOf(one.id as string), derived: idOf(one.derived), from: idOf(one.from) })),
    );
    assert.deepEqual(
      told.events.map(({ id, sort, time, place }) => ({ id, sort, time, place })),
      wanted.events.map(({ id, sort, time, place }) => ({ id: idOf(id), sort, time, place })),
    );
    assert.deepEqual(
      told.links.map(({ from, to, relation }) => [from, to, relation]),
      wanted.links.map(({ from, to, relation }) => [idOf(from), idOf(to), relation]),
    );
    assert.equal(told.assumptions.length, wanted.assumptions.length);
    // The clip and its copy are alike in every byte.
    assert.deepEqual(
      told.copies,
      wanted.copies.map((group) => group.map((item) => idOf(item))),
    );
  });

  it("tells the same from a copy whose tables are made anew from the ledger", async () => {
    assert.deepEqual(await toldOf(copyOf("rebuilt")), await toldOf(kept));
  });

  it("answers a pack that withholds one claim's line with all the others", async () => {
    const id = entered.idOf(claimIds.c10Ambush);
    const { claims } = await served.get<{ claims: ClaimRow[] }>("/api/claims");
    const line = claims.find((claim) => claim.id === id)?.seq;
    const pack = join(desk.folder, "pack");
    // The case itself is open in the server; a colleague seals a copy of it.
    const colleague = createDesk();
    const sealed = await colleague.run("seal", copyOf("sealed"), "--out", pack, "--withhold", `${line}=asked for`);
    colleague.close();
    assert.equal(sealed.code, 0, sealed.err);
    assert.doesNotMatch(readFileSync(join(pack, "data", "ledger.jsonl"), "utf8"), /The ambush was on March 30\./);
    const told = await toldOf(join(pack, "data"));
    const before = await toldOf(kept);
    assert.deepEqual(
      told.claims,
      before.claims.filter((claim) => claim.id !== id),
    );
    rmSync(pack, { recursive: true });
  });

  it("leaves out what rests on a claim that is taken back, and unassigns what was said of an event that is", async () => {
    const { idOf } = entered;
    const first = idOf(claimIds.c1Place);
    const before = await toldOf(kept);
    assert.ok(before.derivations.some(({ from }) => from === first));
    await served.post(`/api/claims/${first}/withdraw`, { reason: "to be read again" });
    await served.post(`/api/case-events/${idOf(events.finds)}/withdraw`, { reason: "not part of this" });
    const told = await toldOf(kept);
    assert.ok(!told.claims.some(({ id }) => id === first));
    assert.ok(!told.derivations.some(({ derived, from }) => derived === first || from === first));
    assert.deepEqual(
      told.claims.filter(({ id }) => id === idOf(claimIds.c8Bodies)).map(({ event }) => event),
      ["unassigned"],
    );
    const origins = await served.get<OriginReport>("/api/claim-reports/origins");
    assert.ok(!JSON.stringify(origins).includes(`"${first}"`));
  });
});

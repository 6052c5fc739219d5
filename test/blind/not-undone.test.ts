/** What somebody could do to a blind review that they dislike, or to its door: ending it, lines by hand, a session that was open before. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { assignBlind } from "../../src/actions/assign-blind.ts";
import { endBlind } from "../../src/actions/end-blind.ts";
import { resolveBlind } from "../../src/actions/resolve-blind.ts";
import { revealAnswer } from "../../src/actions/reveal-answer.ts";
import { createSealing } from "../../src/actions/sealing.ts";
import { CaseError } from "../../src/core/case/case-error.ts";
import type { EntryDraft } from "../../src/core/entry/entry.ts";
import { blindBlockers, blindStateOf } from "../../src/reads/blind/blind-blockers.ts";
import { blindReviews } from "../../src/reads/blind/blind-reviews.ts";
import { blindOfQuestion } from "../../src/reads/report/report-blind.ts";
import { startServer } from "../../src/server/start-server.ts";
import { openCase } from "../../src/wiring/open-case.ts";
import { enterCase } from "../support/served-case.ts";
import {
  askQuestion,
  assigned,
  type BlindCase,
  farAnswer,
  firstAndSecond,
  firstAnswer,
  openBlindCase,
  seal,
  secondAnswer,
} from "./blind-case.ts";

const refused = (words: RegExp) => (error: unknown) => error instanceof CaseError && words.test(error.message);

describe("a blind review that somebody dislikes", { skip: needs({ programs: ["ffmpeg"] }) }, () => {
  let kept: BlindCase;
  afterEach(() => kept.close());

  const byHand = async (who: string, ...drafts: EntryDraft[]) => (await kept.as(who)).writer.append(() => drafts);
  const reveal = async (who: string) => {
    const { blindPorts, viewer } = await kept.as(who);
    return revealAnswer(blindPorts, viewer, { blind: "z1", reason: "" });
  };
  const codes = async () => (await blindBlockers((await kept.as("first")).reader, "qn1")).map(({ code }) => code);
  const report = async () => blindOfQuestion((await kept.as("first")).reader, "qn1", (person) => `P-${person}`);
  const sealedFar = async () => {
    kept = await openBlindCase();
    await assigned(kept);
    await seal(kept, "first", "z1", firstAnswer);
    await seal(kept, "second", "z1", farAnswer);
  };

  it("is not ended by who has seen that the other answer disagrees; a line by hand does not end it either", async () => {
    await sealedFar();
    await reveal("second");
    const first = await kept.as("first");
    const wanted = { blind: "z1", reason: "not needed" } as const;
    await assert.rejects(endBlind(first.blindPorts, first.viewer, wanted), refused(/nothing is revealed yet; found a revealed answer/));
    const { seal: sealed, opens } = createSealing(first.writer);
    await byHand("first", { kind: "blind.ended", data: { blind: "z1", reason: sealed("not needed") }, opens });
    assert.deepEqual(await codes(), ["blind-not-revealed"]);
    await reveal("first");
    assert.deepEqual([await codes(), await blindStateOf(first.reader, "qn1")], [["blind-disagrees"], "disagree"]);
    await assert.rejects(endBlind(first.blindPorts, first.viewer, wanted), refused(/found a revealed answer/));
    await resolveBlind(first.blindPorts, first.viewer, { blind: "z1", how: "resolution", text: "Looked at again together." });
    assert.deepEqual(await codes(), [], "and there is a way out");
    const told = await report();
    assert.deepEqual([told.state, told.resolution], ["disagree", "Looked at again together."]);
    assert.equal(told.says[0]?.slice(0, 41), "The answers disagree. They lie 667 m apar");
  });

  it("does not come to agree by reveals that open no commitment", async () => {
    await sealedFar();
    const sealed = [...(await blindReviews((await kept.as("first")).reader)).reviews.values()][0]?.sealed ?? [];
    for (const [at, who] of ["first", "second"].entries())
      await byHand(who, {
        kind: "answer.revealed",
        data: { blind: "z1", sealed: sealed[at]?.line ?? 0, salt: "0".repeat(64), answer: firstAnswer, early: null },
      });
    assert.deepEqual(await codes(), ["blind-not-revealed"]);
    assert.notEqual(await blindStateOf((await kept.as("first")).reader, "qn1"), "agree");
    assert.deepEqual((await report()).says, ["Answers were asked of 2 people; 2 are sealed, 0 revealed."]);
  });

  it("is told in a report when it was ended, also beside one that is asked since", async () => {
    kept = await openBlindCase();
    const blind = await assigned(kept);
    await seal(kept, "second", blind, secondAnswer);
    const { blindPorts, viewer } = await kept.as("first");
    await endBlind(blindPorts, viewer, { blind, reason: "The clip was cut since." });
    const ended =
      /^Blind review z1 was ended by P-p1 in line \d+\. 1 of 2 answers were sealed, none was revealed\. The reason given: The clip was cut since\.$/;
    const [first, second] = (await report()).says;
    assert.equal(first, "There is no blind second answer to compare.");
    assert.match(second ?? "", ended);
    await kept.as("third");
    const to = [firstAndSecond[0]!, { person: "p3" as const, blind: true }];
    const asking = await kept.as("first");
    const { id } = await assignBlind(asking.blindPorts, asking.viewer, { question: "qn1", items: [], to, reason: "" });
    const again = (await report()).says;
    assert.deepEqual([again.length, again[0]], [2, "Answers were asked of 2 people; 0 are sealed, 0 revealed."]);
    assert.match(again[1] ?? "", ended);
    await endBlind(asking.blindPorts, asking.viewer, { blind: id, reason: "Asked too early." });
    await assignBlind(asking.blindPorts, asking.viewer, { question: "qn1", items: [], to, reason: "Ready now." });
    assert.match(
      (await report()).says.join(" "),
      /P-p3 had been asked before, in z2, and could see the case after that was ended in line \d+\./,
    );
  });

  it("is told as not blind where an answer was revealed early", async () => {
    kept = await openBlindCase();
    const blind = await assigned(kept);
    await seal(kept, "first", blind, firstAnswer);
    const { blindPorts, viewer } = await kept.as("first");
    await revealAnswer(blindPorts, viewer, { blind, reason: "The second analyst left." });
    const { state, says } = await report();
    assert.equal(state, "not-blind");
    assert.match(says.join(" "), /nobody repeated this work without seeing an answer\. The reason given: The second analyst left\./);
  });

  it("opens no door, and shuts nobody out, by the reveal of an answer that counts for nothing", async () => {
    kept = await openBlindCase();
    await assigned(kept);
    const commitment = `sha256:${"a".repeat(64)}` as const;
    const draft: EntryDraft = { kind: "answer.sealed", data: { blind: "z1", question: "qn1", commitment, from: null } };
    await byHand("first", draft);
    const [copy] = await byHand("first", draft);
    const data = { blind: "z1", sealed: copy?.head.seq ?? 0, salt: "0".repeat(64), answer: firstAnswer, early: null } as const;
    await byHand("first", { kind: "answer.revealed", data });
    assert.equal((await kept.as("second")).viewer.doors?.length, 1);
    await seal(kept, "second", "z1", secondAnswer);
  });

  it("shuts the door on a session that the second person had open, to look, before they were asked", async () => {
    kept = await openBlindCase();
    await kept.as("second");
    const first = await kept.as("first");
    const question = await askQuestion(first);
    const page = join(kept.desk.folder, "page");
    mkdirSync(join(page, "assets"), { recursive: true });
    writeFileSync(join(page, "index.html"), "the page itself");
    const nothing = () => Promise.reject(new Error("expected not to be asked for"));
    const around = { program: "test", ownPassphrase: nothing, casePassphrase: nothing, verifyPage: nothing, receiptPage: nothing };
    process.env["WITNESSMARK_CONFIG"] = kept.configOf("second");
    const looking = await openCase(around, kept.path, { access: "read", keepsBlindDoor: true, onProgress: () => undefined });
    process.env["WITNESSMARK_CONFIG"] = kept.configOf("first");
    const server = await startServer({ session: looking, port: 0, page, report: () => undefined });
    try {
      const { origin, cookie } = await enterCase(server.link);
      const statusOf = async (path: string) => (await fetch(origin + path, { headers: { cookie } })).status;
      assert.deepEqual([looking.viewer.readOnly, await statusOf("/api/questions")], [true, 200]);
      await assignBlind(first.blindPorts, first.viewer, { question, items: [], to: firstAndSecond, reason: "" });
      assert.deepEqual(
        await Promise.all(["/api/questions", "/api/custody", "/api/blind", "/api/blind/desk"].map(statusOf)),
        [403, 403, 403, 200],
      );
    } finally {
      await server.close();
      await looking.close();
    }
  });
});

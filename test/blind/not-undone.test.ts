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

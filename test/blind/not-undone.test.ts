/** What somebody could do to a blind review that they dislike, or to its door: ending it, lines by hand, a session that was open before. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { askQuestion as askAnew } from "../../src/actions/ask-question.ts";
import { assignBlind } from "../../src/actions/assign-blind.ts";
import { endBlind } from "../../src/actions/end-blind.ts";
import { resolveBlind } from "../../src/actions/resolve-blind.ts";
import { revealAnswer } from "../../src/actions/reveal-answer.ts";
import { createSealing } from "../../src/actions/sealing.ts";
import { signFinding } from "../../src/actions/sign-finding.ts";
import { writeFinding } from "../../src/actions/write-finding.ts";
import { rowLines } from "../../src/cli/blind-out.ts";
import { CaseError } from "../../src/core/case/case-error.ts";
import type { FindingId } from "../../src/core/finding/finding.ts";
import type { Answer } from "../../src/core/review/answer.ts";
import type { EntryDraft } from "../../src/core/entry/entry.ts";
import { demandNoBlindDoor } from "../../src/keep/blind-door-of-folder.ts";
import { blindBlockers, blindStateOf, blindWarnings } from "../../src/reads/blind/blind-blockers.ts";
import { blindReviews } from "../../src/reads/blind/blind-reviews.ts";
import { blindOfQuestion } from "../../src/reads/report/report-blind.ts";
import { blindRows } from "../../src/reads/blind/list-blind.ts";
import { startServer } from "../../src/server/start-server.ts";
import { findingPorts } from "../../src/jobs/finding-ports.ts";
import { openCase } from "../../src/wiring/open-case.ts";
import { soundFinding } from "../findings/finding-words.ts";
import { enterCase } from "../support/served-case.ts";
import {
  askedWhere,
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
  const codes = async () => (await blindBlockers((await kept.as("first")).reader, "qn1", null)).map(({ code }) => code);
  const report = async () =>
    blindOfQuestion((await kept.as("first")).reader, { question: "qn1", answer: firstAnswer }, (person) => `P-${person}`);
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
    const says = ["Answers were asked of 2 people; 2 are sealed, 0 revealed.", "P-p2 says they knew nothing of it beforehand."];
    assert.deepEqual((await report()).says, says);
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

  it("is not of a question that was asked anew since, nor of a finding that says something else, until somebody writes of it", async () => {
    kept = await openBlindCase();
    await assigned(kept);
    await seal(kept, "first", "z1", firstAnswer);
    await seal(kept, "second", "z1", secondAnswer);
    await reveal("second");
    await reveal("first");
    const first = await kept.as("first");
    const { reader, blindPorts, viewer } = first;
    const ports = findingPorts(first);
    const resolve = (text: string) => resolveBlind(blindPorts, viewer, { blind: "z1", how: "resolution", text });
    const whyNotSigned = (finding: FindingId) =>
      signFinding(ports, viewer, { finding, version: 1 }).then(
        () => "",
        (error: unknown) => (error instanceof CaseError ? error.message : String(error)),
      );
    const elsewhere = soundFinding({ answer: { ...firstAnswer, lat: 50.471 } as Answer });
    await resolve("Both looked at the same imagery.");
    await writeFinding(ports, viewer, { document: soundFinding(), reason: "" });
    await writeFinding(ports, viewer, { document: elsewhere, reason: "" });
    assert.doesNotMatch(await whyNotSigned("f1"), /Blind review/);
    const against = /Blind review z1: the finding's own answer disagrees with answer 1 \(667 m apart, at most 100 m\) and answer 2 \(646 m/;
    assert.match(await whyNotSigned("f2"), against, "what was written before anybody said so does not cover it");
    const held = (await blindOfQuestion(reader, { question: "qn1", answer: elsewhere.answer }, (person) => `P-${person}`)).says;
    assert.match(held.join(" "), /own answer held against that of P-p2: they disagree\. They lie 646 m apart, and 150 m is what both/);
    await resolve("New imagery shows the poles farther north.");
    assert.doesNotMatch(await whyNotSigned("f2"), /Blind review/);
    const vague: Answer = { sort: "place", lat: 50.465, lon: 30.185, radiusM: 3000 };
    assert.deepEqual(await blindWarnings(reader, "qn1", vague), [{ blind: "z1", what: "too-vague", answers: [1, 2] }]);

    const asked = { question: "qn1", sort: "where", text: "Where was the camera?", event: null, items: ["i1"], reason: "Closer." } as const;
    await askAnew(ports, viewer, { ...asked, precision: { sort: "place", radiusM: 20 } });
    assert.deepEqual([await codes(), await blindStateOf(reader, "qn1")], [["blind-question-changed"], "question-changed"]);
    assert.match(await whyNotSigned("f1"), /z1 was asked before the question was changed in line \d+ \(its precision\)/);
    const { state, says, resolution } = await report();
    assert.deepEqual([state, resolution], ["question-changed", null]);
    assert.match(
      says[0] ?? "",
      /was changed in line \d+ after it was put to people \(its precision\): what they answered agrees on nothing/,
    );
    assert.match(says[1] ?? "", /written before that change: Both looked/);
    const [row] = await blindRows(reader, viewer);
    assert.deepEqual([row?.settled, row?.changed?.what], [false, ["precision"]]);
    assert.match(rowLines(row!).join("\n"), /ASKED BEFORE THE QUESTION WAS CHANGED/);
    await askAnew(ports, viewer, { ...asked, precision: askedWhere });
    assert.equal(await blindStateOf(reader, "qn1"), "agree", "asked as it was before");
    await askAnew(ports, viewer, { ...asked, text: "Where was the camera, of the second clip?", precision: askedWhere });
    assert.deepEqual(await codes(), ["blind-question-changed"]);
    await resolve("The second clip is of the same camera.");
    assert.deepEqual(await codes(), []);
    assert.equal((await report()).resolution, "The second clip is of the same camera.");
    await askAnew(ports, viewer, { ...asked, text: "Where was the other camera?", precision: askedWhere });
    await kept.as("third");
    const asking = await kept.as("first");
    const to = [firstAndSecond[0]!, { person: "p3" as const, blind: true }];
    await assignBlind(asking.blindPorts, asking.viewer, { question: "qn1", items: [], to, reason: "" });
    assert.deepEqual(await codes(), ["blind-waiting"], "who is asked now speaks for it");
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

  it("keeps the door of a folder shut where a line that may ask somebody cannot be read, and names that line", async () => {
    kept = await openBlindCase();
    await assigned(kept);
    await kept.leave();
    const whole = readFileSync(join(kept.path, "ledger.jsonl"), "utf8").trimEnd().split("\n");
    const asks = whole.findIndex((line) => line.includes('"kind":"blind.assigned"'));
    const enrols = whole.findIndex((line) => line.includes('"person":"p2"') && line.includes('"kind":"key.enrolled"'));
    const told = async (who: string, change: (line: string, at: number) => string): Promise<string> => {
      const folder = join(kept.desk.folder, "changed");
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "ledger.jsonl"), `${whole.map(change).join("\n")}\n`);
      return demandNoBlindDoor(folder, kept.configOf(who)).then(
        () => "open",
        (error: unknown) => (error instanceof CaseError ? `${error.code} ${error.message}` : String(error)),
      );
    };
    const at = (line: number, change: (text: string) => string) => (text: string, on: number) => (on === line ? change(text) : text);
    assert.match(await told("second", (line) => line), /BLIND_ANSWER_DUE blind review z1: expected your answer/);
    assert.equal(await told("first", (line) => line), "open");
    const cannot = (line: number) => new RegExp(`BLIND_ANSWER_DUE ledger line ${line + 1}: expected a line that says whether you owe`);
    assert.match(
      await told(
        "second",
        at(asks, (text) => text.replace('"items":["i1"]', '"items":"i1"')),
      ),
      cannot(asks),
    );
    assert.match(
      await told(
        "second",
        at(asks, (text) => text.slice(0, -1)),
      ),
      cannot(asks),
      "cut short",
    );
    assert.match(
      await told(
        "second",
        at(enrols, (text) => text.replace('"person":"p2"', '"person":"2"')),
      ),
      cannot(enrols),
      "who they are",
    );
    assert.match(
      await told(
        "second",
        at(1, () => "{"),
      ),
      /blind review z1: expected your answer/,
      "what can be read is told first",
    );
    assert.match(
      await told(
        "first",
        at(2, () => "{"),
      ),
      cannot(2),
      "a line without its kind may have been one of these",
    );
    assert.equal(
      await told(
        "nobody",
        at(asks, () => "{"),
      ),
      "open",
      "whoever is not of this case owes nothing in it",
    );
    writeFileSync(join(kept.configOf("second"), "person.json"), "{}");
    assert.match(await told("second", (line) => line), /person\.json: expected a person's name and key/);
  });

  it("shuts the door on a session that the second person had open, to look, before they were asked", async () => {
    kept = await openBlindCase();
    await kept.as("second");
    const first = await kept.as("first");
    const question = await askQuestion(first);
    const page = aPage(kept);
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
      const heard = await streamOf(origin, cookie);
      await assignBlind(first.blindPorts, first.viewer, { question, items: [], to: firstAndSecond, reason: "" });
      assert.deepEqual(
        await Promise.all(["/api/questions", "/api/custody", "/api/blind", "/api/blind/desk"].map(statusOf)),
        [403, 403, 403, 200],
      );
      looking.board.setPaused(true);
      assert.equal(await heard(), "", "a stream that was open before says nothing more, and ends");
    } finally {
      await server.close();
      await looking.close();
    }
  });

  it("tells a stream of the person who writes nothing of what comes after they were asked", async () => {
    kept = await openBlindCase();
    await kept.as("second");
    const session = await kept.as("first");
    const question = await askQuestion(session);
    const server = await startServer({ session, port: 0, page: aPage(kept), report: () => undefined });
    try {
      const { origin, cookie } = await enterCase(server.link);
      const heard = await streamOf(origin, cookie);
      const to = [
        { person: "p2" as const, blind: false },
        { person: "p1" as const, blind: true },
      ];
      await assignBlind(session.blindPorts, session.viewer, { question, items: [], to, reason: "" });
      const { seal: sealed, opens } = createSealing(session.writer);
      await session.writer.append(() => [{ kind: "note.written", data: { item: "i1", text: sealed("by the church") }, opens }]);
      session.board.setPaused(true);
      assert.equal(await heard(), "");
    } finally {
      await server.close();
    }
  });
});

function aPage(kept: BlindCase): string {
  const page = join(kept.desk.folder, "page");
  mkdirSync(join(page, "assets"), { recursive: true });
  writeFileSync(join(page, "index.html"), "the page itself");
  return page;
}

/** Opens the live events; what is answered reads all that comes after the first of them, up to the end of the stream. */
async function streamOf(origin: string, cookie: string): Promise<() => Promise<string>> {
  const { body } = await fetch(`${origin}/api/events`, { headers: { cookie }, signal: AbortSignal.timeout(10_000) });
  assert.ok(body !== null);
  const reader = body.getReader();
  const read = async () => Buffer.from((await reader.read()).value ?? []).toString();
  assert.match(await read(), /"type":"jobs"/);
  return async () => {
    let all = "";
    for (let part = await read(); part !== ""; part = await read()) all += part;
    return all;
  };
}

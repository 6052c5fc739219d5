/** Two people answer one question, the second without seeing the first answer: through actions, on a real case, each with their own key. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { assignBlind } from "../../src/actions/assign-blind.ts";
import { endBlind } from "../../src/actions/end-blind.ts";
import { resolveBlind } from "../../src/actions/resolve-blind.ts";
import { signFinding } from "../../src/actions/sign-finding.ts";
import { writeFinding } from "../../src/actions/write-finding.ts";
import { findingPorts } from "../../src/jobs/finding-ports.ts";
import { soundFinding } from "../findings/finding-words.ts";
import { revealAnswer } from "../../src/actions/reveal-answer.ts";
import { sealAnswer } from "../../src/actions/seal-answer.ts";
import { createSealing } from "../../src/actions/sealing.ts";
import type { Digest } from "../../src/core/hash/digest.ts";
import { blindOfQuestion } from "../../src/reads/report/report-blind.ts";
import type { BlindId } from "../../src/core/blind/blind.ts";
import { CaseError } from "../../src/core/case/case-error.ts";
import type { Answer } from "../../src/core/review/answer.ts";
import { blindBlockers } from "../../src/reads/blind/blind-blockers.ts";
import { listBlind } from "../../src/reads/blind/list-blind.ts";
import { verifyPath } from "../../src/verify/node/verify-path.ts";
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
  vagueAnswer,
} from "./blind-case.ts";

const skip = needs({ programs: ["ffmpeg"] });
const refused = (code: string, words: RegExp) => (error: unknown) =>
  error instanceof CaseError && error.code === code && words.test(error.message);

describe("a blind second answer between two people", { skip }, () => {
  let kept: BlindCase;
  afterEach(() => kept.close());

  const reveal = async (who: string, blind: BlindId, reason = "") => {
    const { blindPorts, viewer } = await kept.as(who);
    return revealAnswer(blindPorts, viewer, { blind, reason });
  };
  const row = async () => {
    const { reader, viewer } = await kept.as("first");
    const [only] = (await listBlind(reader, viewer)).reviews;
    assert.ok(only);
    return only;
  };
  const both = async (first: Answer, second: Answer): Promise<BlindId> => {
    const blind = await assigned(kept);
    await seal(kept, "first", blind, first);
    await seal(kept, "second", blind, second);
    await reveal("second", blind);
    await reveal("first", blind);
    return blind;
  };

  it("S11: 36.1 m apart within 150 m agree, and the joint region is smaller than either answer", async () => {
    kept = await openBlindCase();
    await both(firstAnswer, secondAnswer);
    const { state, comparisons, answerers } = await row();
    assert.equal(state, "agree");
    const { comparison } = comparisons[0] ?? {};
    assert.ok(comparison?.sort === "place" && comparison.joint !== null);
    assert.equal(comparison.distanceM.toFixed(1), "36.1");
    assert.equal(comparison.sumM, 150);
    // The smaller disc lies wholly inside the larger one here: that disc is the joint region, not the larger radius.
    assert.equal(comparison.joint.shape, "disc-of-a");
    assert.equal(Math.round(comparison.joint.areaM2), Math.round(Math.PI * 50 ** 2));
    const sealed = answerers.map((one) => one.sealed?.line ?? 0);
    const revealed = answerers.map((one) => one.revealed?.line ?? 0);
    assert.ok(Math.max(...sealed) < Math.min(...revealed), "two sealed hashes stand before the first reveal");
    const { reader } = await kept.as("first");
    assert.deepEqual(await blindBlockers(reader, "qn1", null), []);
  });

  it("S11: 667 m apart disagree, and block signing until a resolution or a minority view stands", async () => {
    kept = await openBlindCase();
    const blind = await both(firstAnswer, farAnswer);
    const found = await row();
    assert.equal(found.state, "disagree");
    const { comparison } = found.comparisons[0] ?? {};
    assert.ok(comparison?.sort === "place");
    assert.equal(Math.round(comparison.distanceM), 667);
    assert.equal(comparison.joint, null);
    const session = await kept.as("first");
    const { reader, blindPorts, viewer } = session;
    const whyNotSigned = () =>
      signFinding(findingPorts(session), viewer, { finding: "f1", version: 1 }).then(
        () => "",
        (error: unknown) => (error instanceof CaseError ? error.message : String(error)),
      );
    await writeFinding(findingPorts(session), viewer, { document: soundFinding(), reason: "" });
    assert.match(await whyNotSigned(), /Blind review z1: the answers disagree\. Write a resolution/);
    assert.deepEqual(
      (await blindBlockers(reader, "qn1", null)).map(({ code }) => code),
      ["blind-disagrees"],
    );
    await assert.rejects(resolveBlind(blindPorts, viewer, { blind, how: "resolution", text: " " }), refused("INPUT_INVALID", /in words/));
    await resolveBlind(blindPorts, viewer, { blind, how: "resolution", text: "The poles were counted again together." });
    assert.deepEqual(await blindBlockers(reader, "qn1", null), []);
    assert.doesNotMatch(await whyNotSigned(), /Blind review/);
    assert.equal((await row()).state, "disagree", "the disagreement itself stays");
  });

  it("S11: an answer of 10 km is consistent, too vague, and agrees with nothing", async () => {
    kept = await openBlindCase();
    await both(firstAnswer, vagueAnswer);
    const { state, settled, comparisons } = await row();
    assert.deepEqual([state, settled], ["too-vague", false]);
    const { comparison } = comparisons[0] ?? {};
    assert.deepEqual(comparison?.sort === "place" ? comparison.tooVague : undefined, ["b"]);
  });

  it("nobody reveals before everybody has sealed, unless a reason stands in the case; who had not sealed can no longer answer", async () => {
    kept = await openBlindCase();
    const blind = await assigned(kept);
    await seal(kept, "first", blind, firstAnswer);
    await assert.rejects(reveal("first", blind), refused("INPUT_INVALID", /1 of 2 are waited for/));
    await reveal("first", blind, "The second analyst left the team.");
    assert.equal((await row()).state, "not-blind");
    await assert.rejects(seal(kept, "second", blind, secondAnswer), refused("INPUT_INVALID", /would not be blind/));
    const report = await verifyPath(kept.path, {});
    assert.deepEqual(
      report.findings.filter(({ code }) => code.startsWith("answer-")).map(({ code, weight }) => [code, weight]),
      [["answer-early", "notice"]],
    );
  });

  it("answer and salt lie in the person's own folder for that person alone, and nowhere in the case, until the reveal", async () => {
    kept = await openBlindCase();
    const blind = await assigned(kept);
    await seal(kept, "second", blind, secondAnswer);
    const folder = join(kept.configOf("second"), "answers");
    const [caseId = ""] = readdirSync(folder);
    const [file = ""] = readdirSync(join(folder, caseId));
    const path = join(folder, caseId, file);
    assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    const { answers } = (await kept.as("second")).blindPorts;
    const { salt = "", answer } = (await answers.find(`sha256:${file.replace(".json", "")}` as Digest)) ?? {};
    assert.deepEqual([answer, salt.length], [secondAnswer, 64]);
    for (const secret of ["50.4652", "30.1854", salt]) assert.ok(!readFileSync(path, "utf8").includes(secret), "it is encrypted there");
    await kept.as("first");
    for (const secret of ["50.4652", "30.1854", salt]) assert.deepEqual(filesHolding(kept.path, secret), [], secret);
    await seal(kept, "first", blind, firstAnswer);
    await reveal("second", blind);
    assert.deepEqual(readdirSync(join(folder, caseId)), [], "once it is in the case, the store lets go of it");
  });

  it("asks who answers blind what they knew; who saw an answer agrees with nobody, and what the case records stands beside it", async () => {
    kept = await openBlindCase();
    const blind = await assigned(kept);
    const { blindPorts, viewer } = await kept.as("second");
    const unsaid = { blind, answer: secondAnswer, prior: null };
    await assert.rejects(sealAnswer(blindPorts, viewer, unsaid), refused("INPUT_INVALID", /expected what you knew beforehand/));
    const silent = { ...unsaid, prior: { knew: "saw-answer" as const, words: " " } };
    await assert.rejects(sealAnswer(blindPorts, viewer, silent), refused("INPUT_INVALID", /in words; found none/));
    await seal(kept, "first", blind, firstAnswer);
    await seal(kept, "second", blind, secondAnswer, { knew: "saw-answer", words: "in a talk" });
    await reveal("second", blind);
    await reveal("first", blind);
    const { state, settled, comparisons, answerers } = await row();
    assert.deepEqual([state, settled, comparisons[0]?.notIndependent], ["not-independent", false, "saw-answer"]);
    assert.deepEqual([answerers[0]?.sealed?.prior, answerers[1]?.sealed?.prior], [null, { knew: "saw-answer", words: "in a talk" }]);
    const { reader } = await kept.as("first");
    const [blocker] = await blindBlockers(reader, "qn1", null);
    assert.equal(blocker?.code, "blind-not-independent");
    const { says, state: told } = await blindOfQuestion(reader, { question: "qn1", answer: firstAnswer }, (person) => `P-${person}`);
    assert.equal(told, "not-independent");
    assert.match(
      says.join(" "),
      /that is no agreement of two: who answered blind says they had seen an answer before\. They lie 36(\.1)? m apart/,
    );
    assert.match(says.join(" "), /P-p2 says they had seen an answer to it before\. In their words: in a talk/);
    assert.doesNotMatch(says.join(" "), /\bagree\b/);
  });

  it("tells by which lines somebody can have known: named in a comment, handed an edition, at work beside a finding", async () => {
    kept = await openBlindCase();
    await kept.as("second");
    const { writer, viewer, blindPorts } = await kept.as("first");
    const question = await askQuestion(await kept.as("first"));
    const { seal: sealed, opens } = createSealing(writer);
    const finding = { finding: "f1" as const, version: 1 };
    const name = [...(await listBlind((await kept.as("first")).reader, viewer)).people].find(({ person }) => person === "p2")?.name ?? "";
    const lines = await writer.append(() => [
      { kind: "finding.written", data: { ...finding, question, document: anObject, reason: null } },
      {
        kind: "comment.written",
        data: { comment: "cm1", about: { record: "f1", atS: null }, answers: null, text: sealed("look at this"), mentions: ["p2"] },
        opens,
      },
      {
        kind: "edition.sealed",
        data: {
          ...{
            edition: "ed1",
            version: 1,
            sort: "court",
            findings: [{ ...finding, document: anObject }],
            plan: anObject,
            manifest: anObject,
          },
          ...{ seq: 1, head: anObject, objects: 0, withheld: 0, leaks: null, openings: null },
        },
      },
    ]);
    const to = createSealing(writer);
    const data = {
      edition: "ed1" as const,
      version: 1,
      manifest: anObject,
      to: to.seal(`the desk of ${name}`),
      at: "2024-01-02T03:04:05Z",
    };
    const disclosed = { ...data, why: to.seal("asked"), how: to.seal("by hand") };
    const [handed] = await writer.append(() => [{ kind: "edition.disclosed", data: disclosed, opens: to.opens }]);
    await assignBlind(blindPorts, viewer, { question, items: [], to: firstAndSecond, reason: "" });
    const ways = (await row()).answerers[1]?.ways;
    assert.deepEqual(ways, [
      { how: "named-in-comment", line: (lines[0]?.head.seq ?? 0) + 1 },
      { how: "handed-edition", line: handed?.head.seq },
    ]);
    await seal(kept, "second", "z1", secondAnswer, { knew: "not-sure", words: "perhaps the comment" });
    const { says } = await blindOfQuestion(
      (await kept.as("first")).reader,
      { question: "qn1", answer: firstAnswer },
      (person) => `P-${person}`,
    );
    assert.match(
      says.join(" "),
      /P-p2 says they are not sure.*by what P-p2 can have known: line \d+ names them in a comment on it; line \d+ hands an edition/,
    );
  });

  it("refuses a second answer, one of somebody who was not asked, and one of another sort", async () => {
    kept = await openBlindCase();
    const blind = await assigned(kept);
    await seal(kept, "second", blind, secondAnswer);
    await assert.rejects(seal(kept, "second", blind, farAnswer), refused("INPUT_INVALID", /sealed already/));
    await assert.rejects(seal(kept, "third", blind, farAnswer), refused("NOT_ALLOWED", /who is not/));
    await assert.rejects(
      seal(kept, "first", blind, { sort: "words", words: "50.465 30.185, by the church" }),
      (error) => refused("INPUT_INVALID", /expected an answer of the sort/)(error) && !/church|50\.465/.test((error as Error).message),
    );
  });

  it("refuses as blind whoever found something on it, and a person twice, and nobody blind", async () => {
    kept = await openBlindCase();
    const second = await kept.as("second");
    const { seal: sealed, opens } = createSealing(second.writer);
    const text = sealed("by the church");
    await second.writer.append(() => [
      { kind: "observation.made", data: { observation: "o1", sort: "observation", target: aTarget, text }, opens },
    ]);
    await kept.as("third");
    const { writer, blindPorts, viewer } = await kept.as("first");
    const question = await askQuestion(await kept.as("first"));
    const ask = (to: typeof firstAndSecond, reason = "") => assignBlind(blindPorts, viewer, { question, items: [], to, reason });
    const firstAndThird: typeof firstAndSecond = [firstAndSecond[0]!, { person: "p3", blind: true }];
    await assert.rejects(ask([firstAndSecond[0]!, { person: "p1", blind: true }]), refused("INPUT_INVALID", /own second/));
    await assert.rejects(ask([firstAndSecond[0]!, { person: "p2", blind: false }]), refused("INPUT_INVALID", /answers blind/));
    await assert.rejects(ask([firstAndSecond[0]!, { person: "p9", blind: true }]), refused("INPUT_INVALID", /who is none/));
    await assert.rejects(ask(firstAndSecond), refused("NOT_ALLOWED", /p2 wrote line \d+ \(observation.made\)/));
    await writer.append(() => [
      { kind: "finding.written", data: { finding: "f1", version: 1, question, document: anObject, reason: null } },
    ]);
    await assert.rejects(
      ask([
        { person: "p2", blind: false },
        { person: "p1", blind: true },
      ]),
      refused("NOT_ALLOWED", /p1 wrote line \d+ \(finding.written\)/),
    );
    assert.equal((await ask(firstAndThird)).id, "z1");
    await assert.rejects(ask(firstAndThird), refused("INPUT_INVALID", /z1. End it first/));
    await endBlind(blindPorts, viewer, { blind: "z1", reason: "asked wrongly" });
    await assert.rejects(ask(firstAndThird), refused("INPUT_INVALID", /p3 was asked before, in z1, which was ended in line \d+/));
    assert.equal((await ask(firstAndThird, "Two questions were mixed up.")).id, "z2");
  });
});

const anObject = `sha256:${"a".repeat(64)}` as const;
const aTarget = { item: "i1" as const, object: anObject };

/** Files below a folder that hold these words in UTF-8, whatever they are. */
function filesHolding(folder: string, words: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "lock.sqlite")
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(words));
}

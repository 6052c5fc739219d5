/** Verifying a history in which somebody wrote blind answers by hand: copies, reveals that open nothing, and reveals before their time. */
import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { needs } from "../../scripts/testing/needs.ts";
import { commitmentOf } from "../../src/core/blind/commitment.ts";
import type { EntryDraft } from "../../src/core/entry/entry.ts";
import { sha256 } from "../../src/keep/sha256.ts";
import { listBlind } from "../../src/reads/blind/list-blind.ts";
import { verifyPath } from "../../src/verify/node/verify-path.ts";
import { assigned, type BlindCase, farAnswer, firstAnswer, openBlindCase, seal, secondAnswer } from "./blind-case.ts";

const salt = "5a".repeat(32);
const place = { caseId: "000102030405060708090a0b0c0d0e0f", question: "qn1", blind: "z1", answerer: "p2" } as const;

describe("the commitment of an answer", () => {
  it("is the hash that the format page states, over text that sha256sum can repeat", () => {
    const page = readFileSync(fileURLToPath(new URL("../../docs/format/v1/README.md", import.meta.url)), "utf8");
    assert.ok(page.includes(commitmentOf(sha256, place, salt, firstAnswer)));
  });
  it("opens for no other case, question, review, person, salt or answer", () => {
    const own = commitmentOf(sha256, place, salt, firstAnswer);
    const others = [
      commitmentOf(sha256, { ...place, caseId: "100102030405060708090a0b0c0d0e0f" }, salt, firstAnswer),
      commitmentOf(sha256, { ...place, question: "qn2" }, salt, firstAnswer),
      commitmentOf(sha256, { ...place, blind: "z2" }, salt, firstAnswer),
      commitmentOf(sha256, { ...place, answerer: "p1" }, salt, firstAnswer),
      commitmentOf(sha256, place, "5b".repeat(32), firstAnswer),
      commitmentOf(sha256, place, salt, { ...firstAnswer, radiusM: 51 } as typeof firstAnswer),
    ];
    assert.equal(new Set([own, ...others]).size, 7);
  });
});

describe("verifying blind answers", { skip: needs({ programs: ["ffmpeg"] }) }, () => {
  let kept: BlindCase;
  afterEach(() => kept.close());

  const write = async (who: string, ...drafts: EntryDraft[]) => (await kept.as(who)).writer.append(() => drafts);
  const found = async () => {
    const { verdict, findings } = await verifyPath(kept.path, {});
    return [verdict, ...findings.filter(({ code }) => code.startsWith("answer-")).map(({ code, line }) => `${code} ${line}`)];
  };
  const sealOf = (commitment: `sha256:${string}`): EntryDraft => ({
    kind: "answer.sealed",
    data: { blind: "z1", question: "qn1", commitment, from: null },
  });

  it("names a commitment that another person copied, which then opens nothing and counts for nothing", async () => {
    kept = await openBlindCase();
    const blind = await assigned(kept);
    const { seq } = await seal(kept, "first", blind, firstAnswer);
    const { writer, reader, viewer, blindPorts } = await kept.as("second");
    assert.ok(viewer.doors?.length === 1);
    const [mine] = [...(await blindPorts.blind.reviews()).values()].flatMap(({ sealed }) => sealed);
    const [copy] = await writer.append(() => [sealOf(mine!.commitment)]);
    const line = copy?.head.seq ?? 0;
    assert.deepEqual(await found(), ["does-not-verify", `answer-copied ${line}`]);
    assert.equal(viewer.doors?.length, 1, "whoever copies still owes an answer");
    const first = await kept.as("first");
    const { reviews } = await listBlind(first.reader, first.viewer);
    assert.deepEqual(reviews[0]?.uncounted, [{ line, why: "copied" }]);
    assert.equal(reviews[0]?.state, "waiting");
    assert.ok(reader && seq < line);
  });

  it("names a reveal that does not open its commitment, and one before the others sealed that gives no reason", async () => {
    kept = await openBlindCase();
    const blind = await assigned(kept);
    const { seq } = await seal(kept, "first", blind, firstAnswer);
    const [line] = await write("first", {
      kind: "answer.revealed",
      data: { blind, sealed: seq, salt, answer: farAnswer, early: null },
    });
    assert.deepEqual(await found(), ["does-not-verify", `answer-wrong ${line?.head.seq}`, `answer-early ${line?.head.seq}`]);
    const { reader, viewer } = await kept.as("first");
    const { reviews } = await listBlind(reader, viewer);
    assert.equal(reviews[0]?.answerers[0]?.revealed, null, "what opens nothing is shown as nothing");
  });

  it("names the reveal of another person's answer, and says nothing of a review in order", async () => {
    kept = await openBlindCase();
    const blind = await assigned(kept);
    const { seq } = await seal(kept, "second", blind, secondAnswer);
    await seal(kept, "first", blind, firstAnswer);
    assert.deepEqual(await found(), ["verifies"]);
    const [line] = await write("first", { kind: "answer.revealed", data: { blind, sealed: seq, salt, answer: secondAnswer, early: null } });
    assert.deepEqual(await found(), ["does-not-verify", `answer-wrong ${line?.head.seq}`, `answer-wrong ${line?.head.seq}`]);
  });
});

/** Verifying a history in which somebody wrote blind answers by hand: copies, reveals that open nothing, and reveals before their time. */
import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { fileURLToPath } from "node:url";
import { needs } from "../../scripts/testing/needs.ts";
import { createSealing } from "../../src/actions/sealing.ts";
import { revealAnswer } from "../../src/actions/reveal-answer.ts";
import { rowLines } from "../../src/cli/blind-out.ts";
import { type Answerer, commitmentOf, sealedOutsideText } from "../../src/core/blind/commitment.ts";
import { packetBinding, packetContent } from "../../src/core/blind/packet-binding.ts";
import { PriorKnowledge } from "../../src/core/blind/prior-knowledge.ts";
import type { Digest } from "../../src/core/hash/digest.ts";
import type { PersonId } from "../../src/core/key/key.ts";
import { listKeys } from "../../src/reads/list-keys.ts";
import { notIndependent } from "../../src/reason/agreement/independence.ts";
import type { EntryDraft } from "../../src/core/entry/entry.ts";
import { sha256 } from "../../src/keep/sha256.ts";
import { listBlind } from "../../src/reads/blind/list-blind.ts";
import { verifyPath } from "../../src/verify/node/verify-path.ts";
import { assigned, type BlindCase, farAnswer, firstAnswer, openBlindCase, seal, secondAnswer } from "./blind-case.ts";

const salt = "5a".repeat(32);
const outsideKey = `sha256:${"7c".repeat(32)}` as const;
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

describe("what ties an answer to a packet", () => {
  const asked = { caseId: place.caseId, question: "qn1", blind: "z1" } as const;
  const document = { ...asked, sort: "where", text: "Where was the camera?", precision: { sort: "place", radiusM: 200 }, items: [] };
  const nonce = "6b".repeat(32);
  const content = packetContent(sha256, document);
  const packet = packetBinding(sha256, asked, { nonce, content });

  it("is the hash that the format page states, in the packet, in the answer and in what is signed", () => {
    const page = readFileSync(fileURLToPath(new URL("../../docs/format/v1/README.md", import.meta.url)), "utf8");
    const answered = commitmentOf(sha256, { ...place, answerer: outsideKey, packet }, salt, firstAnswer);
    for (const vector of [content, packet, answered]) assert.ok(page.includes(vector), vector);
    const prior = { knew: "none", words: null } as const;
    const signed = Buffer.from(sealedOutsideText({ ...asked, packet, prior }, answered)).toString();
    assert.equal(signed, `witnessmark-sealed-answer-v2\n${place.caseId}\nqn1\nz1\n${packet}\nnone\n-\n${answered}`);
  });

  it("is another for any other nonce, case, question, review, media or words that are asked", () => {
    const hex = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("hex"));
    fc.assert(
      fc.property(hex, hex, (one, other) => {
        fc.pre(one !== other);
        assert.notEqual(packetBinding(sha256, asked, { nonce: one, content }), packetBinding(sha256, asked, { nonce: other, content }));
        const item = (digits: string) => ({ item: "i1", object: `sha256:${digits}`, bytes: 1 });
        assert.notEqual(
          packetContent(sha256, { ...document, items: [item(one)] }),
          packetContent(sha256, { ...document, items: [item(other)] }),
        );
      }),
    );
    const others = [
      packetBinding(sha256, { ...asked, caseId: "100102030405060708090a0b0c0d0e0f" }, { nonce, content }),
      packetBinding(sha256, { ...asked, question: "qn2" }, { nonce, content }),
      packetBinding(sha256, { ...asked, blind: "z2" }, { nonce, content }),
      packetBinding(sha256, asked, { nonce, content: packetContent(sha256, { ...document, text: "Where was it?" }) }),
      commitmentOf(sha256, place, salt, firstAnswer),
      commitmentOf(sha256, { ...place, packet }, salt, firstAnswer),
      commitmentOf(sha256, { ...place, packet: content }, salt, firstAnswer),
    ];
    assert.equal(new Set([packet, ...others]).size, 8);
  });
});

describe("whether two answers are those of two people", () => {
  const keys = (...pairs: [Digest, PersonId[]][]) => new Map(pairs.map(([key, people]) => [key, new Set(people)]));
  const digest = (digit: string): Digest => `sha256:${digit.repeat(64)}`;
  const of = (answerer: Answerer, knew?: PriorKnowledge) => ({ answerer, prior: knew === undefined ? null : { knew, words: null } });

  it("follows every key that leads from one to the other, in either order", () => {
    const known = keys([digest("a"), ["p1"]], [digest("b"), ["p2", "p3"]], [digest("c"), ["p3"]]);
    const one = (a: Answerer, b: Answerer) => [notIndependent(known, of(a), of(b)), notIndependent(known, of(b), of(a))];
    assert.deepEqual(one("p1", "p2"), [null, null]);
    assert.deepEqual(one("p1", digest("a")), ["same-person", "same-person"]);
    assert.deepEqual(one("p2", "p3"), ["same-person", "same-person"], "one key under two names");
    assert.deepEqual(one("p2", digest("c")), ["same-person", "same-person"], "by way of that name");
    assert.deepEqual(one(digest("c"), digest("b")), ["same-person", "same-person"], "two keys of one");
    assert.deepEqual(one(digest("e"), digest("f")), [null, null]);
  });

  it("takes somebody at their word who says that they saw an answer, and calls nobody else dependent", () => {
    for (const knew of PriorKnowledge.options)
      assert.equal(notIndependent(new Map(), of("p1"), of("p2", knew)), knew === "saw-answer" ? "saw-answer" : null);
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

  it("never says that two answers agree which one key gave under two names", async () => {
    kept = await openBlindCase();
    await assigned(kept);
    const first = await kept.as("first");
    const [own] = await listKeys(first.reader, first.viewer);
    assert.ok(own !== undefined);
    const { seal: sealed, opens } = createSealing(first.writer);
    const key = { algorithm: "Ed25519" as const, base64: own.publicKey };
    await first.writer.append(() => [{ kind: "key.enrolled", data: { person: "p2", key, name: sealed("another name") }, opens }]);
    for (const [who, answer] of [
      ["first", firstAnswer],
      ["second", secondAnswer],
    ] as const)
      await seal(kept, who, "z1", answer);
    for (const who of ["second", "first"]) {
      const { blindPorts, viewer } = await kept.as(who);
      await revealAnswer(blindPorts, viewer, { blind: "z1", reason: "" });
    }
    const { reader, viewer } = await kept.as("first");
    const [review] = (await listBlind(reader, viewer)).reviews;
    assert.deepEqual([review?.state, review?.comparisons[0]?.notIndependent], ["not-independent", "same-person"]);
    assert.doesNotMatch(review === undefined ? "agree" : rowLines(review).join("\n"), /\bagree\b|^AGREE/m);
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

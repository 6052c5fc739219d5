/** A program that is killed while it seals an answer: no commitment is left without what opens it. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { needs } from "../../scripts/testing/needs.ts";
import { revealAnswer } from "../../src/actions/reveal-answer.ts";
import { CaseError } from "../../src/core/case/case-error.ts";
import type { Digest } from "../../src/core/hash/digest.ts";
import { blindAnswersOf, encryptClearAnswers } from "../../src/keep/blind-answers.ts";
import { loadOrCreateIdentity, setPassphrase } from "../../src/keep/person-keys.ts";
import { assigned, type BlindCase, firstAnswer, openBlindCase, seal, secondAnswer } from "./blind-case.ts";

const child = fileURLToPath(new URL("./seal-child.ts", import.meta.url));
const encryptChild = fileURLToPath(new URL("./encrypt-child.ts", import.meta.url));

describe("sealing an answer and being killed", { skip: needs({ programs: ["ffmpeg"] }) }, () => {
  let kept: BlindCase;
  afterEach(() => kept.close());

  const killed = async (when: "before" | "after") => {
    kept = await openBlindCase();
    await assigned(kept);
    await kept.leave();
    const env = { ...process.env, WITNESSMARK_CONFIG: kept.configOf("second") };
    const { signal } = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", child, kept.path, when], { env });
    assert.equal(signal, "SIGKILL");
    return (await kept.as("second")).blindPorts;
  };
  const heldBy = (who: string) => {
    const folder = join(kept.configOf(who), "answers");
    return readdirSync(folder).flatMap((caseId) => readdirSync(join(folder, caseId)));
  };

  it("before its line: the answer lies there and counts for nothing; sealing again replaces it", async () => {
    const { blind } = await killed("before");
    assert.equal([...(await blind.reviews()).values()][0]?.sealed.length, 0);
    assert.equal(heldBy("second").length, 1);
    await seal(kept, "second", "z1", secondAnswer);
    assert.equal(heldBy("second").length, 1);
  });

  it("with a passphrase: the answer that waits is encrypted to it, a wrong one opens nothing and loses nothing", async () => {
    kept = await openBlindCase();
    await assigned(kept);
    await kept.leave();
    await setPassphrase(kept.configOf("second"), { next: "correct horse" });
    const env = { ...process.env, WITNESSMARK_CONFIG: kept.configOf("second"), WITNESSMARK_PASSPHRASE: "correct horse" };
    spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", child, kept.path, "after"], { env });
    const [name = ""] = heldBy("second");
    const open = async (passphrase: string) => {
      const { secrets } = await loadOrCreateIdentity(kept.configOf("second"), { name: "me", passphrase, unlock: "later" });
      const store = blindAnswersOf(kept.configOf("second"), (await kept.as("first")).caseId, secrets);
      return store.find(`sha256:${name.replace(".json", "")}` as Digest);
    };
    await assert.rejects(open("another horse"), (error) => error instanceof CaseError && error.code === "PASSPHRASE_WRONG");
    assert.deepEqual((await open("correct horse"))?.answer, secondAnswer);
    await setPassphrase(kept.configOf("second"), { passphrase: "correct horse", next: "other horse" });
    assert.deepEqual((await open("other horse"))?.answer, secondAnswer, "a changed passphrase holds for it at once");
  });

  it("while answers of before, in clear, are encrypted: each is there, and can be opened, at every moment", async () => {
    const place = mkdtempSync(join(tmpdir(), "witnessmark-answers-"));
    try {
      const caseId = "ab".repeat(16);
      const folder = join(place, "answers", caseId);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const { secrets } = await loadOrCreateIdentity(place, { name: "me" });
      const store = blindAnswersOf(place, caseId, secrets);
      const commitments = Array.from({ length: 60 }, (_, at) => `sha256:${at.toString(16).padStart(64, "0")}` as Digest);
      const clear = (commitment: Digest) => ({
        v: 1,
        caseId,
        question: "qn1",
        blind: "z1",
        commitment,
        salt: "5a".repeat(32),
        answer: firstAnswer,
      });
      for (const one of commitments) writeFileSync(join(folder, `${one.slice(7)}.json`), JSON.stringify(clear(one)), { mode: 0o600 });
      for (let round = 0; round < 3; round++) {
        const encrypting = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", encryptChild, place], {
          stdio: ["ignore", "pipe", "inherit"],
        });
        await once(encrypting.stdout, "data");
        await setTimeout(Math.random() * 15);
        encrypting.kill("SIGKILL");
        await once(encrypting, "close");
        for (const one of commitments) assert.deepEqual((await store.find(one))?.answer, firstAnswer, `round ${round}`);
      }
      await encryptClearAnswers(place, secrets);
      for (const one of commitments) {
        assert.doesNotMatch(readFileSync(join(folder, `${one.slice(7)}.json`), "utf8"), /50\.465|5a5a/);
        assert.deepEqual((await store.find(one))?.answer, firstAnswer);
      }
    } finally {
      rmSync(place, { recursive: true });
    }
  });

  it("right after its line: the answer is there and is revealed as it was sealed", async () => {
    await killed("after");
    await seal(kept, "first", "z1", firstAnswer);
    const { blindPorts, viewer } = await kept.as("second");
    await revealAnswer(blindPorts, viewer, { blind: "z1", reason: "" });
    const [review] = [...(await blindPorts.blind.reviews()).values()];
    assert.deepEqual(review?.sealed[0]?.revealed?.answer, secondAnswer);
  });
});

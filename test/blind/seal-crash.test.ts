/** A program that is killed while it seals an answer: no commitment is left without what opens it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { needs } from "../../scripts/testing/needs.ts";
import { revealAnswer } from "../../src/actions/reveal-answer.ts";
import { assigned, type BlindCase, firstAnswer, openBlindCase, seal, secondAnswer } from "./blind-case.ts";

const child = fileURLToPath(new URL("./seal-child.ts", import.meta.url));

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

  it("right after its line: the answer is there and is revealed as it was sealed", async () => {
    await killed("after");
    await seal(kept, "first", "z1", firstAnswer);
    const { blindPorts, viewer } = await kept.as("second");
    await revealAnswer(blindPorts, viewer, { blind: "z1", reason: "" });
    const [review] = [...(await blindPorts.blind.reviews()).values()];
    assert.deepEqual(review?.sealed[0]?.revealed?.answer, secondAnswer);
  });
});

/**
 * Flips every bit of some files of a pack, one at a time, and tells which changes verified all the same. A thread of its own: the
 * test runner follows every promise that its own thread makes, and a flip makes hundreds.
 */
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { crateName } from "../../../src/formats/ro-crate/write-ro-crate.ts";
import { nodePlatform } from "../../../src/verify/node/platform.ts";
import { verifyFiles } from "../../../src/verify/verify-case.ts";
import type { VerifyPlatform } from "../../../src/verify/verify-options.ts";
import { type Files, filesInMemory } from "./files-in-memory.ts";

interface Asked {
  readonly files: Files;
  readonly paths: readonly string[];
}

export interface Flipped {
  readonly flips: number;
  /** "path byte 3 bit 5" of each change that verified. */
  readonly unseen: readonly string[];
}

/** @throws Error when the pack does not verify before anything is flipped. */
export function flipBits(files: Files, paths: readonly string[]): Promise<Flipped> {
  const asked: Asked = { files, paths };
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: asked });
    thread.once("message", resolve).once("error", reject);
  });
}

/** Signatures over the same bytes by the same key give the same answer: asked once, remembered for the other flips. */
function rememberingPlatform(): VerifyPlatform {
  const known = new Map<string, Promise<boolean>>();
  return {
    ...nodePlatform,
    verifyEd25519(publicKey, message, signature) {
      const key = [publicKey, message, signature].map((bytes) => Buffer.from(bytes).toString("base64")).join(" ");
      const answer = known.get(key) ?? nodePlatform.verifyEd25519(publicKey, message, signature);
      known.set(key, answer);
      return answer;
    },
  };
}

async function flipAll({ files, paths }: Asked): Promise<Flipped> {
  const platform = rememberingPlatform();
  const whole = await verifyFiles(filesInMemory(files), platform);
  if (whole.verdict !== "verifies") throw new Error(`expected a pack that verifies; found ${JSON.stringify(whole.findings, null, 1)}`);
  let flips = 0;
  const unseen: string[] = [];
  for (const path of paths) {
    const mine = Buffer.from(files.get(path) as Uint8Array);
    const pack = filesInMemory(new Map([...files, [path, mine]]));
    for (let at = 0; at < mine.length; at++) {
      // Long, and checked as the page beside it is: of each of its bytes one bit.
      for (let bit = path === crateName ? at % 8 : 0; bit < 8; bit += path === crateName ? 8 : 1) {
        mine[at] = (mine[at] as number) ^ (1 << bit);
        const { verdict } = await verifyFiles(pack, platform);
        mine[at] = (mine[at] as number) ^ (1 << bit);
        flips++;
        if (verdict !== "does-not-verify") unseen.push(`${path} byte ${at} bit ${bit}`);
      }
    }
  }
  return { flips, unseen };
}

if (!isMainThread) parentPort?.postMessage(await flipAll(workerData as Asked));

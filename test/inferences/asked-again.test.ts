/** What an inference rests on may be taken back while the answer is worked out: it is asked for again when it is its turn to be kept. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { InferencePorts } from "../../src/actions/inference-ports.ts";
import { keepInference, type WantedInference } from "../../src/actions/keep-inference.ts";
import type { EntryDraft } from "../../src/core/entry/entry.ts";
import { LedgerInMemory } from "../support/ledger-in-memory.ts";

const problem = JSON.parse(readFileSync(join(import.meta.dirname, "../../docs/cli/examples/time-conflict.json"), "utf8")) as unknown;
const wanted: WantedInference = { sort: "time", title: "Synthetic", about: "e1", items: ["i1"], problem, reason: "" };

describe("an inference is refused when, before its turn,", () => {
  const ways = {
    "its event is withdrawn": { event: "withdrawn" },
    "its item is said to bear nothing on the event": { bearings: [{ id: "b1", sort: "none" }] },
    "a record that it cites is taken back": { cited: ["k1: expected a record that stands; found one that was taken back: misread"] },
    "somebody says that its picture shows something else": { pictures: [{ name: "x1", shows: { is: "something-else" }, open: [] }] },
  };
  for (const [what, change] of Object.entries(ways))
    it(what, async () => {
      let now = { event: "stands", bearings: [] as unknown[], pictures: [] as unknown[], cited: [] as string[] };
      const ledger = new LedgerInMemory();
      const ports = {
        writer: {
          seal: (value: never) => ledger.seal(value),
          async append(decide: (numbers: object) => Promise<readonly EntryDraft[]>) {
            now = { ...now, ...change };
            return (await decide({ next: () => "n1" })).map((draft) => ledger.append(draft));
          },
        },
        unknownItems: () => Promise.resolve([]),
        known: { event: () => Promise.resolve(now.event), bearings: () => Promise.resolve(now.bearings) },
        inferences: { citedFaults: () => Promise.resolve(now.cited) },
        exhibits: { standing: () => Promise.resolve(now.pictures) },
        vault: { stage: () => Promise.resolve({ digest: `sha256:${"0".repeat(64)}`, size: 1 }), commit: () => Promise.resolve() },
      } as unknown as InferencePorts;
      await assert.rejects(keepInference(ports, { person: "p1", readOnly: false }, wanted), { code: "INPUT_INVALID" });
      assert.deepEqual(ledger.lines, []);
    });
});

/** Entries about recordings on one clock, from two numbers: one of a few pairs and marks, one of six kinds. */
import type { EntryDraft } from "../../src/core/entry/entry.ts";
import type { Digest } from "../../src/core/hash/digest.ts";
import { writeRecordLine } from "../../src/core/json/records-file.ts";
import type { LedgerInMemory } from "../support/ledger-in-memory.ts";
import { fakeVersions, measured, refused } from "../sync-records/fake-measurer.ts";

const nowhere: Digest = `sha256:${"0".repeat(64)}`;

export function performOnSync(ledger: LedgerInMemory, items: number, { of, place }: { of: number; place: number }): void {
  if (items < 2) return;
  const first = 1 + (of % (items - 1));
  const [a, b] = [`i${first}`, `i${first + 1}`] as const;
  const mark = `j${1 + (of % 3)}` as const;
  const words = ledger.seal(`words ${of}`);
  // Some copies withhold them.
  const opens = of % 4 === 0 ? [] : [words.opened];
  const { sealed } = words;
  const add = (draft: EntryDraft) => void ledger.append(draft);
  const line = writeRecordLine({ a, b, measurement: of % 3 === 0 ? refused() : measured(of) });
  const result = ledger.keepText(of % 5 === 4 ? line.slice(0, -5) : line);
  switch (place % 6) {
    case 0:
    case 1: {
      const counts = of % 3 === 0 ? { measured: 0, refused: 1 } : { measured: 1, refused: 0 };
      const named = of % 7 === 6 ? nowhere : result;
      return add({ kind: "sync.measured", data: { items: [a, b], versions: fakeVersions, result: named, unread: [], ...counts } });
    }
    case 2: {
      const object = ledger.keep(`bytes ${of}`);
      const points = [a, b].map((item) => ({ item, object, channel: "sound" as const, atS: `${place}.5`, plusMinusS: "0.1" }));
      return add({
        kind: "sync-mark.made",
        data: { mark, sort: "flash", points, text: sealed, reason: of % 2 === 0 ? sealed : null },
        opens,
      });
    }
    case 3:
      return add({ kind: "sync-mark.withdrawn", data: { mark, reason: sealed }, opens });
    case 4: {
      const verdict = of % 2 === 0 ? ("accepted" as const) : ("rejected" as const);
      return add({ kind: "sync-pair.judged", data: { a, b, result, verdict, reason: sealed }, opens });
    }
    default:
      return add({ kind: "sync-pair.judgement-withdrawn", data: { judged: 1 + of, reason: sealed }, opens });
  }
}

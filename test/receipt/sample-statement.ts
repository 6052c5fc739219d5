/** A statement of a receipt with invented, harmless content. */
import type { PublicKey } from "../../src/core/key/key.ts";
import type { ReceiptStatement } from "../../src/formats/receipt/receipt.ts";

export function sampleStatement(key: PublicKey): ReceiptStatement {
  return {
    v: 1,
    caseId: "0123456789abcdef0123456789abcdef",
    receipt: "r1",
    head: { seq: 12, head: `sha256:${"ab".repeat(32)}` },
    madeAt: "2026-03-01T10:00:00Z",
    clockSource: "system",
    program: "witnessmark test",
    person: "p1",
    key,
    items: [
      {
        item: "i1",
        name: "market <b>&\"'\u202e.mp4",
        size: 41,
        sha256: `sha256:${"cd".repeat(32)}`,
        receivedAt: "2026-03-01T09:59:00Z",
        clockSource: "system-synchronised",
        line: 7,
      },
    ],
    to: null,
  };
}

/** Signs a proof of receipt for held items, keeps what was signed as an object, and says in the ledger that it was given. */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { CaseId, EntryData } from "../core/entry/entry.ts";
import type { ReceiptId } from "../core/entry/kinds/receipts.ts";
import type { ItemId } from "../core/item/item.ts";
import type { Signer } from "../core/key/key.ts";
import type { LedgerReader } from "../core/ledger/ledger.port.ts";
import type { Clock } from "../core/time/clock.port.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import { type ReceiptStatement, signReceipt } from "../formats/receipt/receipt.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { once } from "./once.ts";

export interface GiveReceiptPorts {
  readonly writer: CaseWriter;
  readonly ledger: LedgerReader;
  readonly vault: Vault;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly clockSource: EntryData<"collection.started">["clockSource"];
  readonly program: string;
  readonly caseId: CaseId;
  /** What was received, in the order asked for. Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
  readonly received: (items: readonly ItemId[]) => Promise<ReceiptStatement["items"]>;
}

export interface ReceiptWanted {
  readonly items: readonly ItemId[];
  /** To whom; empty for nobody named. Kept in the case, sealed. */
  readonly to: string;
  /** The giver wishes to stand in the file too. */
  readonly nameInFile: boolean;
}

export interface GivenReceipt {
  readonly receipt: ReceiptId;
  readonly seq: number;
  readonly text: string;
  readonly statement: ReceiptStatement;
}

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
export async function giveReceipt(
  ports: GiveReceiptPorts,
  viewer: Viewer,
  { items, to, nameInFile }: ReceiptWanted,
): Promise<GivenReceipt> {
  demand(viewer, "append");
  const name = to.trim();
  if (nameInFile && name === "") throw new CaseError("INPUT_INVALID", "receipt: expected a name to write into the file; found none");
  const { writer, ledger, vault, signer, clock, clockSource, program, caseId } = ports;
  const received = await ports.received([...new Set(items)]);
  let made: Omit<GivenReceipt, "seq"> | undefined;
  const [line] = await writer.append(async (numbers) => {
    const head = await ledger.head();
    if (head === undefined) throw new RangeError("receipt: expected a case with its first line; found an empty ledger");
    const receipt = numbers.next("r");
    const statement: ReceiptStatement = {
      ...{ v: 1, caseId, receipt, head, madeAt: clock.now(), clockSource, program, person: viewer.person, key: signer.publicKey },
      ...{ items: received, to: nameInFile ? name : null },
    };
    const text = await signReceipt(signer, statement);
    made = { receipt, text, statement };
    const staged = await vault.stage(once(encodeUtf8(text)));
    await vault.commit([staged]);
    const sealed = name === "" ? undefined : writer.seal(name);
    return [
      {
        kind: "receipt.given",
        data: { receipt, items: received.map(({ item }) => item), head, to: sealed?.sealed ?? null, object: staged.digest },
        ...(sealed === undefined ? {} : { opens: [sealed.opened] }),
      },
    ];
  });
  return { ...(made as Omit<GivenReceipt, "seq">), seq: line?.head.seq ?? 0 };
}

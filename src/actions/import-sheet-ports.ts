/** What imports of sheets need of the case around them. */
import type { Digest } from "../core/hash/digest.ts";
import type { GraphicLevel, ItemId, TriageState } from "../core/item/item.ts";
import type { KnownTargets } from "../core/sheet/plan-import.ts";
import type { RowRead } from "../core/sheet/read-row.ts";
import type { ExportRow } from "../core/sheet/export-row.ts";
import type { RecordedRow, SheetColumn, SheetImportId } from "../core/sheet/sheet-records.ts";
import type { Sha256 } from "../core/hash/digest.ts";
import type { MakeDecoder } from "../formats/text-encoding/text-decoder.port.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { CaseWriter } from "./case-writer.ts";

export interface SheetImportStands {
  readonly undone: boolean;
  readonly rows: readonly RecordedRow[];
  /** Imports that stand and whose rows stand for some of this one's. */
  readonly replacedBy: readonly SheetImportId[];
}

export interface ImportSheetPorts {
  readonly writer: CaseWriter;
  readonly vault: Vault;
  readonly sha256: Sha256;
  readonly makeDecoder: MakeDecoder;
  /** Bytes of a held item. Throws CaseError ITEM_UNKNOWN, ITEM_NOT_HELD. */
  readonly objectOf: (item: ItemId) => Promise<Digest>;
  /** Columns of the last import of a sheet with these headers that still stands. */
  readonly remembered: (columns: readonly SheetColumn[]) => Promise<readonly SheetColumn[] | undefined>;
  /** Items that the rows may speak of. */
  readonly targets: (rows: readonly RowRead[]) => Promise<KnownTargets>;
  readonly standingOf: (
    items: readonly ItemId[],
  ) => Promise<ReadonlyMap<ItemId, { readonly level: GraphicLevel; readonly triage: TriageState }>>;
  /** Rows of an import; undefined when there is none of that id. */
  readonly importOf: (id: SheetImportId) => Promise<SheetImportStands | undefined>;
  /** The case as its export would have it now. */
  readonly exportRows: () => Promise<readonly ExportRow[]>;
}

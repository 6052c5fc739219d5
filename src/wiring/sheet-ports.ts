/** What imports of sheets need: the case's tables, its vault, and this platform's decoders. */
import type { CaseWriter } from "../actions/case-writer.ts";
import type { ImportSheetPorts } from "../actions/import-sheet-ports.ts";
import type { Sha256 } from "../core/hash/digest.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { exportRowsOf } from "../reads/export-rows.ts";
import { heldItem } from "../reads/find-media.ts";
import { rememberedColumns, sheetImportOf } from "../reads/sheet-imports.ts";
import { sheetTargets, standingOf } from "../reads/sheet-targets.ts";

export function sheetPortsOf({
  writer,
  vault,
  reader,
  viewer,
  sha256,
}: {
  writer: CaseWriter;
  vault: Vault;
  reader: CaseReader;
  viewer: Viewer;
  sha256: Sha256;
}): ImportSheetPorts {
  return {
    writer,
    vault,
    sha256,
    makeDecoder: (label) => new TextDecoder(label, { ignoreBOM: true }),
    objectOf: async (item) => (await heldItem(reader, viewer, item)).object,
    remembered: (columns) => rememberedColumns(reader, columns),
    targets: (rows) => sheetTargets(reader, rows),
    standingOf: (items) => standingOf(reader, items),
    importOf: (id) => sheetImportOf(reader, id),
    exportRows: () => exportRowsOf(reader, viewer),
  };
}

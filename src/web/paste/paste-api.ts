/** What the paste screen asks of the server. */
import type { z } from "zod";
import {
  ImportAnswer,
  type ImportRequest,
  PreviewAnswer,
  type PreviewRequest,
  RowStatementsAnswer,
  SheetImportsAnswer,
  UndoAnswer,
} from "../../api/sheet-import.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { SheetImportId } from "../../core/sheet/sheet-records.ts";
import { ask } from "../api-client/ask.ts";

export const pasteApi = {
  preview: (body: z.input<typeof PreviewRequest>, signal?: AbortSignal) =>
    ask(PreviewAnswer, "/api/sheets/preview", { method: "POST", body, signal }),
  import: (body: z.input<typeof ImportRequest>) => ask(ImportAnswer, "/api/sheets/import", { method: "POST", body }),
  imports: (signal?: AbortSignal) => ask(SheetImportsAnswer, "/api/sheets/imports", { signal }),
  undo: (id: SheetImportId, reason: string) => ask(UndoAnswer, `/api/sheets/imports/${id}/undo`, { method: "POST", body: { reason } }),
  statements: (id: ItemId, signal?: AbortSignal) => ask(RowStatementsAnswer, `/api/items/${id}/row-statements`, { signal }),
} as const;

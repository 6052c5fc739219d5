/** Routes of element sheets. */
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { ElementSheetsAnswer, type WriteElementSheetRequest } from "../../api/elements.ts";
import type { ElementSheetId } from "../../core/element/element-sheet.ts";
import { ask } from "./ask.ts";
import { queryKeys } from "./query-keys.ts";

const Written = z.looseObject({ id: z.string(), version: z.number().int(), seq: z.number().int() });
const Appended = z.looseObject({ seq: z.number().int() });

export const elementApi = {
  list: (signal?: AbortSignal) => ask(ElementSheetsAnswer, "/api/element-sheets", { signal }),
  write: (body: WriteElementSheetRequest) => ask(Written, "/api/element-sheets", { method: "POST", body }),
  withdraw: (id: ElementSheetId, reason: string) =>
    ask(Appended, `/api/element-sheets/${id}/withdraw`, { method: "POST", body: { reason } }),
} as const;

export function useElementSheets() {
  return useQuery({ queryKey: [...queryKeys.records, "element-sheets"], queryFn: ({ signal }) => elementApi.list(signal) });
}

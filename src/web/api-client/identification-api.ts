/** Routes of identifications, and of notes whose words stay on this machine. */
import { z } from "zod";
import { IdentificationsAnswer, type MakeIdentificationRequest } from "../../api/identifications.ts";
import type { IdentificationId } from "../../core/identification/identification.ts";
import type { ItemId } from "../../core/item/item.ts";
import { ask } from "./ask.ts";

const Made = z.looseObject({ id: z.string(), seq: z.number().int() });
const Appended = z.looseObject({ seq: z.number().int() });

export const identificationApi = {
  list: (signal?: AbortSignal) => ask(IdentificationsAnswer, "/api/identifications", { signal }),
  make: (body: MakeIdentificationRequest) => ask(Made, "/api/identifications", { method: "POST", body }),
  withdraw: (id: IdentificationId, reason: string) =>
    ask(Appended, `/api/identifications/${id}/withdraw`, { method: "POST", body: { reason } }),
  /** The words go to the private store and nowhere else. */
  writeRestrictedNote: (item: ItemId, text: string) =>
    ask(Appended, `/api/items/${item}/restricted-notes`, { method: "POST", body: { text } }),
} as const;

/** Routes of pictures that stand beside texts. */
import { z } from "zod";
import { type DescribeExhibitRequest, ExhibitsAnswer, type ExhibitsQuery } from "../../api/exhibits.ts";
import type { ExhibitId } from "../../core/exhibit/exhibit.ts";
import { queryString } from "./api.ts";
import { ask } from "./ask.ts";

const Made = z.looseObject({ id: z.string(), seq: z.number().int() });
const Appended = z.looseObject({ seq: z.number().int() });

export const exhibitApi = {
  list: (wanted: Partial<z.infer<typeof ExhibitsQuery>>, signal?: AbortSignal) =>
    ask(ExhibitsAnswer, `/api/exhibits${queryString(wanted)}`, { signal }),
  describe: (body: DescribeExhibitRequest) => ask(Made, "/api/exhibits", { method: "POST", body }),
  withdraw: (id: ExhibitId, reason: string) => ask(Appended, `/api/exhibits/${id}/withdraw`, { method: "POST", body: { reason } }),
} as const;

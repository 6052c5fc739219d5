/** Item time of frames, from the table that the probe recorded. Stored time stamps are not what a player's clock shows. */
import { FrameTable, ProbeResult } from "../../core/analysis/probe-result.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { type CaseReader, readJson } from "../case-reader.ts";

export interface FrameClock {
  /** Undefined where the item has no frames, or its table is not here. */
  secondsOf(item: string, frame: number): Promise<number | undefined>;
  /** First frame whose picture is on the screen at that moment. */
  frameAt(item: string, atS: number): Promise<{ frame: number; pts: number; timeBase: string } | undefined>;
  /** End of the last frame, item time. */
  endOf(item: string): Promise<number | undefined>;
}

export function frameClock(reader: CaseReader): FrameClock {
  const tables = new Map<string, Promise<FrameTable | undefined>>();
  const tableOf = (item: string): Promise<FrameTable | undefined> => {
    let table = tables.get(item);
    if (table === undefined) tables.set(item, (table = readTable(reader, item)));
    return table;
  };
  return {
    async secondsOf(item, frame) {
      return (await tableOf(item))?.edited[frame] ?? undefined;
    },
    async frameAt(item, atS) {
      const table = await tableOf(item);
      if (table === undefined) return undefined;
      let found = -1;
      for (const [frame, at] of table.edited.entries()) if (at !== null && at <= atS + 1e-6) found = frame;
      const pts = table.pts[found];
      return pts === undefined ? undefined : { frame: found, pts, timeBase: `${table.timeBase.num}/${table.timeBase.den}` };
    },
    async endOf(item) {
      const table = await tableOf(item);
      const shown = table?.edited.filter((at) => at !== null) ?? [];
      const last = shown.at(-1);
      return last === undefined ? undefined : last + (last - (shown.at(-2) ?? last));
    },
  };
}

async function readTable(reader: CaseReader, item: string): Promise<FrameTable | undefined> {
  const row = await reader.views.db
    .selectFrom("analysis")
    .select(["result", "files_json"])
    .where("item", "=", Number(item.slice(1)))
    .where("analyser", "=", "probe")
    .where("state", "=", "done")
    .executeTakeFirst();
  if (row === undefined || row.result === null || !(await reader.vault.has(row.result as Digest))) return undefined;
  const probe = ProbeResult.safeParse(await readJson(reader.vault, row.result as Digest)).data;
  const file = (JSON.parse(row.files_json) as { name: string; object: Digest }[]).find(({ name }) => name === probe?.frameTable);
  if (file === undefined || !(await reader.vault.has(file.object))) return undefined;
  return FrameTable.safeParse(await readJson(reader.vault, file.object)).data;
}

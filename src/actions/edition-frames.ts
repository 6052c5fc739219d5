/** Which frames an edition shows beside its grounds, and where the files of items stand in its report. */
import type { EditionPlan } from "../core/edition/edition.ts";
import type { ItemId } from "../core/item/item.ts";
import type { EditionFile } from "../core/report/report-item.ts";
import { unreadWords } from "../core/report/report-words.ts";
import type { ReportModel } from "../core/report/report.ts";

/** A court edition shows the frame of every ground of an item that it holds in full; a public one shows those that were chosen and looked at. */
export function withFrames(plan: EditionPlan, { records, items }: ReportModel): EditionPlan {
  if (plan.sort === "public") return plan;
  const kinds = new Map(items.map(({ item, kind }) => [item, kind]));
  const exhibits = records.flatMap((record) => record.exhibits);
  return {
    ...plan,
    items: plan.items.map((asked) => {
      if (asked.as !== "full" || !/video|picture/.test(kinds.get(asked.item) ?? "")) return asked;
      const own = exhibits.filter(({ item }) => item === asked.item).map(({ range }) => range?.fromS ?? 0);
      const missing = [...new Set(own)].filter((at) => !asked.stills.some(({ atS }) => Math.abs(atS - at) < framesApartS));
      return { ...asked, stills: [...asked.stills, ...missing.slice(0, framesAtMost).map((atS) => ({ atS, redacted: false }))] };
    }),
  };
}

const framesAtMost = 100;
/** Two moments nearer than this are one frame to a reader. */
const framesApartS = 0.05;

/** The files of each item, and beside each ground the frame that shows it. */
export function withMedia(model: ReportModel, files: ReadonlyMap<ItemId, readonly EditionFile[]>): ReportModel {
  const stillOf = (item: ItemId, atS: number | undefined): string | null => {
    const pictures = (files.get(item) ?? []).filter(({ sort, mediaType }) => mediaType.startsWith("image/") && sort !== "full");
    const found =
      atS === undefined
        ? pictures.find(({ range }) => range === null)
        : pictures.find(({ range }) => range !== null && Math.abs(range.fromS - atS) < 0.5);
    return (found ?? pictures.find(({ range }) => range === null))?.path ?? null;
  };
  return {
    ...model,
    items: model.items.map((item) => ({ ...item, files: files.get(item.item) ?? [] })),
    leftOut: { ...model.leftOut, notDone: [...model.leftOut.notDone, ...unreadFrames(files)] },
    records: model.records.map((record) => ({
      ...record,
      exhibits: record.exhibits.map((exhibit) => ({ ...exhibit, still: stillOf(exhibit.item, exhibit.range?.fromS) })),
    })),
  };
}

/** A copy of a broken original looks whole: what is missing in it is said where a reader looks for what was not done. */
function unreadFrames(files: ReadonlyMap<ItemId, readonly EditionFile[]>): string[] {
  return [...files].flatMap(([item, own]) =>
    own.flatMap(({ path, unreadFrames: unread }) => (unread === undefined ? [] : [`${item}, for ${path}: ${unreadWords(unread)}`])),
  );
}

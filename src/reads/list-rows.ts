/** A page of the rows of a sheet, each with what the case holds of the hashes and files that it names. */
import { sql } from "kysely";
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import { publicAddress } from "../core/link/public-address.ts";
import type { RowMeaning, SheetRow } from "../core/sheet/sheet-row.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { foldText } from "../views/fold-text.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";

export interface RowCheck {
  said: string;
  state: "held" | "differs" | "not-held";
  item?: ItemId;
}

/** Looked for on one row; the rest stands in its cells. */
const mostChecks = 40;

/** Throws CaseError ITEM_UNKNOWN. */
export async function listRows(
  reader: CaseReader,
  viewer: Viewer,
  id: ItemId,
  { q, offset, limit }: { readonly q?: string | undefined; readonly offset: number; readonly limit: number },
): Promise<{ total: number; offset: number; rows: (SheetRow & { checks: RowCheck[] })[] }> {
  demand(viewer, "read");
  const { db } = reader.views;
  const number = Number(id.slice(1));
  const sheet = await db.selectFrom("item").select("path").where("number", "=", number).executeTakeFirst();
  if (sheet === undefined) throw new CaseError("ITEM_UNKNOWN", `item ${id}: expected an item of this case; found none of that number`);
  const folded = foldText(q ?? "").trim();
  let wanted = db.selectFrom("sheet_row").where("item", "=", number);
  if (folded !== "") wanted = wanted.where(sql<boolean>`instr(text, ${folded}) > 0`);
  const { total } = await wanted.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const found = await wanted.selectAll().orderBy("row").limit(limit).offset(offset).execute();
  const rows = [];
  for (const { row, row_id, cells_json, means_json } of found) {
    const means = JSON.parse(means_json) as RowMeaning;
    rows.push({
      row,
      ...(row_id === null ? {} : { id: row_id }),
      cells: JSON.parse(cells_json) as string[],
      // The cells are evidence, word for word; what is read out of them is shown as every link is.
      means: { ...means, links: means.links.map((link) => publicAddress(link).address) },
      checks: await checksOf(reader, sheet.path, means),
    });
  }
  return { total, offset, rows };
}

/** Hashes against all that is held; files against what lies beside the sheet. */
async function checksOf(reader: CaseReader, sheetPath: string | null, { hashes, files }: RowMeaning): Promise<RowCheck[]> {
  const checks: RowCheck[] = [];
  const stated = hashes.filter((hash) => hash.startsWith("sha256:"));
  for (const said of stated.slice(0, mostChecks)) {
    const [held] = await itemsWith(reader, "object", said);
    checks.push(held === undefined ? { said, state: "not-held" } : { said, state: "held", item: itemId(held.number) });
  }
  if (sheetPath === null) return checks;
  const folder = sheetPath.includes("/") ? sheetPath.slice(0, sheetPath.lastIndexOf("/") + 1) : "";
  for (const said of files.slice(0, mostChecks)) {
    if (said.includes("://") || said.split("/").includes("..")) continue;
    const beside = await fileBeside(reader, `${folder}${said.replace(/^\.?\//, "")}`);
    if (beside === undefined) {
      checks.push({ said, state: "not-held" });
      continue;
    }
    // Only where the row states one hash is it clear whose it is.
    const differs = stated.length === 1 && stated[0] !== beside.object;
    checks.push({ said, state: differs ? "differs" : "held", item: itemId(beside.number) });
  }
  return checks;
}

/** The file of that path; of a name without an ending, the file that has one. */
async function fileBeside(reader: CaseReader, path: string): Promise<{ number: number; object: string | null } | undefined> {
  const [exact] = await itemsWith(reader, "path", path);
  if (exact !== undefined || /\.[A-Za-z0-9]{1,8}$/.test(path)) return exact;
  return (
    reader.views.db
      .selectFrom("item")
      .select(["number", "object"])
      .where("held", "=", 1)
      // "." to "/": every name that goes on behind a dot.
      .where("path", ">=", `${path}.`)
      .where("path", "<", `${path}/`)
      .orderBy("number")
      .executeTakeFirst()
  );
}

async function itemsWith(
  reader: CaseReader,
  column: "object" | "path",
  value: string,
): Promise<{ number: number; object: string | null }[]> {
  return reader.views.db
    .selectFrom("item")
    .select(["number", "object"])
    .where("held", "=", 1)
    .where(column, "=", value)
    .orderBy("number")
    .limit(1)
    .execute();
}

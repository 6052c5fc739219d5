/**
 * The book of a person's exposure: one file in their own configuration folder that nobody else on this machine may read, in no case and
 * no pack. Not in the browser's storage: a browser may hand what it stores on to another machine, and finds
 * nothing of it where a case is served from another port. Turns are taken within one program; two at a time may lose seconds.
 */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { CaseError } from "../core/case/case-error.ts";
import { addExposure, emptyBook, ExposureBook, type ExposureSeconds, type ExposureWishes } from "../core/wellbeing/exposure.ts";
import { codeOf, makeFolders, replaceFile } from "./durable.ts";

const fileName = "wellbeing.json";

interface ExposureStore {
  read(): Promise<ExposureBook>;
  add(day: string, seconds: ExposureSeconds): Promise<void>;
  wish(wishes: ExposureWishes): Promise<void>;
  /** Minutes and wishes. */
  forget(): Promise<void>;
}

export function exposureStoreOf(configFolder: string): ExposureStore {
  const path = join(configFolder, fileName);
  let turn: Promise<unknown> = Promise.resolve();
  const changed = (change: (book: ExposureBook) => ExposureBook): Promise<void> => {
    const mine = turn.then(async () => {
      const book = change(await readBook(path));
      await makeFolders(configFolder, { mode: 0o700 });
      await replaceFile(path, Buffer.from(`${JSON.stringify(book)}\n`), { mode: 0o600 });
    });
    turn = mine.catch(() => undefined);
    return mine;
  };
  return {
    read: () => readBook(path),
    add: (day, seconds) => changed((book) => addExposure(book, day, seconds)),
    wish: (wishes) => changed((book) => ({ ...book, wishes })),
    forget() {
      const mine = turn.then(() => rm(path, { force: true }));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** What the file says is told in no message. Throws CaseError INPUT_INVALID for one that cannot be read. */
async function readBook(path: string): Promise<ExposureBook> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return emptyBook;
    throw error;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const book = ExposureBook.safeParse(value);
  if (!book.success)
    throw new CaseError(
      "INPUT_INVALID",
      `${fileName} in your own folder: expected your minutes; found something else. Delete it to begin anew.`,
    );
  return book.data;
}

/** The thread that makes one segment file of texts in the tables, on a connection of its own, so that whoever answers goes on answering. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";
import { writeSegmentFile } from "./segment-file.ts";
import { segmentName } from "./segment-name.ts";
import { gatherTexts } from "./segment-rows.ts";

export interface BuildOrder {
  readonly database: string;
  readonly folder: string;
  readonly token: string;
  readonly after: number;
  readonly last: number;
}

/** A file that is whole. */
export interface BuildAnswer {
  readonly file: string;
}

function build({ database: file, folder, token, after, last }: BuildOrder): void {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const builder = gatherTexts(database, after, last);
    if (builder.size === 0) return;
    const segment = builder.finish();
    const name = segmentName(token, segment);
    writeSegmentFile(join(folder, name), segment);
    parentPort?.postMessage({ file: name } satisfies BuildAnswer);
  } finally {
    database.close();
  }
}

build(workerData as BuildOrder);

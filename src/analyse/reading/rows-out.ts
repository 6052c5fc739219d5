/** What every reader of rows in a child needs: the object as a stream that reports its progress, and the file that rows go into as they come. */
import { closeSync, createReadStream, openSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { SheetReading } from "../../core/analysis/reading-result.ts";
import { rowsFileName, type SheetRow } from "../../core/sheet/sheet-row.ts";
import { writeRowLine } from "../../core/sheet/rows-file.ts";
import type { ByteStream } from "../../core/vault/vault.port.ts";
import type { Made, Making } from "../child-contract.ts";

const chunkBytes = 1024 * 1024;
/** Text gathered before it is written. */
const gatheredUnits = 512 * 1024;

/** Reads the object by a reader of rows; the rows go into their file beside the answer. */
export async function madeOfRows(
  { object, folder, onProgress }: Making,
  read: (bytes: ByteStream, write: (row: SheetRow) => void) => Promise<SheetReading>,
): Promise<Made> {
  const { size } = statSync(object);
  const file = openSync(join(folder, rowsFileName), "wx");
  let lines: string[] = [];
  let units = 0;
  const flush = () => {
    const bytes = Buffer.from(lines.join(""));
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    lines = [];
    units = 0;
  };
  const bytes = counted(createReadStream(object, { highWaterMark: chunkBytes }), (done) => onProgress(size === 0 ? 1 : done / size));
  const result = await read(bytes, (row) => {
    const line = writeRowLine(row);
    lines.push(line);
    units += line.length;
    if (units >= gatheredUnits) flush();
  });
  flush();
  closeSync(file);
  return { state: "done", result, files: [{ name: rowsFileName, mediaType: "application/jsonl" }] };
}

async function* counted(bytes: AsyncIterable<Uint8Array>, onBytes: (done: number) => void): AsyncIterable<Uint8Array> {
  let done = 0;
  for await (const chunk of bytes) {
    yield chunk;
    done += chunk.length;
    onBytes(done);
  }
}

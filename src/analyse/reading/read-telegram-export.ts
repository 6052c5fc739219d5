/** Reads a Telegram Desktop export in the child: bytes from the object, text by the platform's decoder, nothing else. */
import { createReadStream, statSync } from "node:fs";
import { readTelegramExport } from "../../formats/telegram-export/read-export.ts";
import type { Made, Making } from "../child-contract.ts";
import { platformDecoder } from "./platform-decoder.ts";

const chunkBytes = 1024 * 1024;

export async function telegramExport({ object, onProgress }: Making): Promise<Made> {
  const { size } = statSync(object);
  const bytes = counted(createReadStream(object, { highWaterMark: chunkBytes }), (done) => onProgress(size === 0 ? 1 : done / size));
  return { state: "done", result: await readTelegramExport(bytes, platformDecoder), files: [] };
}

async function* counted(bytes: AsyncIterable<Uint8Array>, onBytes: (done: number) => void): AsyncIterable<Uint8Array> {
  let done = 0;
  for await (const chunk of bytes) {
    yield chunk;
    done += chunk.length;
    onBytes(done);
  }
}

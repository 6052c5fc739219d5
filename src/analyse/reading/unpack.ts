/** Opens a ZIP archive in the child: its members' bytes go into one file of the private folder, their list into another. */
import { crc32 } from "node:zlib";
import { unpackZip } from "../../formats/zip/unpack-zip.ts";
import type { Made, Making } from "../child-contract.ts";
import { openBytes } from "../probe/byte-reader.ts";
import { inflate } from "./inflate.ts";
import { openMembersOut } from "./members-out.ts";

export async function unpack({ object, folder, onProgress }: Making): Promise<Made> {
  const file = await openBytes(object);
  const sink = openMembersOut(folder);
  try {
    const result = await unpackZip({ file, inflate, crc32: (bytes, before) => crc32(bytes, before), sink, onProgress });
    return { state: "done", result, files: sink.files };
  } finally {
    sink.close();
    await file.close();
  }
}

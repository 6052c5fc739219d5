/** Opens a ZIP archive or an e-mail in the child: its members' bytes go into one file of the private folder, their list into another. */
import { crc32 } from "node:zlib";
import type { ContainerReading } from "../../core/analysis/reading-result.ts";
import { mostMessageBytes } from "../../formats/e-mail/read-e-mail.ts";
import { unpackEMail } from "../../formats/e-mail/unpack-e-mail.ts";
import { type MemberSink, unpackZip } from "../../formats/zip/unpack-zip.ts";
import type { Made, Making } from "../child-contract.ts";
import { openBytes } from "../probe/byte-reader.ts";
import { firstBytes } from "./first-bytes.ts";
import { inflate } from "./inflate.ts";
import { openMembersOut } from "./members-out.ts";
import { platformDecoder } from "./platform-decoder.ts";

export async function unpack(making: Making): Promise<Made> {
  const sink = openMembersOut(making.folder);
  try {
    return { state: "done", result: await opened(making, sink), files: sink.files };
  } finally {
    sink.close();
  }
}

async function opened({ object, onProgress }: Making, sink: MemberSink): Promise<ContainerReading> {
  const file = await openBytes(object);
  try {
    const zip = (await file.read(0, 2)).toString("latin1") === "PK";
    if (zip) return await unpackZip({ file, inflate, crc32: (bytes, before) => crc32(bytes, before), sink, onProgress });
    return unpackEMail(firstBytes(object, mostMessageBytes), platformDecoder, sink);
  } finally {
    await file.close();
  }
}

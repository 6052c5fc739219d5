/** Takes the attachments of an e-mail out, as members of it. */
import type { ContainerReading } from "../../core/analysis/reading-result.ts";
import { memberBytesFileName, membersFileName } from "../../core/unpacking/member.ts";
import type { MakeDecoder } from "../text-encoding/text-decoder.port.ts";
import type { MemberSink } from "../zip/unpack-zip.ts";
import { attachmentsOf } from "./attachments.ts";
import { createEMailLog } from "./e-mail-log.ts";
import { readMime } from "./mime-part.ts";
import { mostMessageBytes } from "./read-e-mail.ts";

const unknownEncoding = "it travelled in an encoding that is not known here";

/** Traps and what cannot be told stand in the reading of the e-mail itself. */
export function unpackEMail(bytes: Uint8Array, makeDecoder: MakeDecoder, sink: MemberSink): ContainerReading {
  const log = createEMailLog();
  const message = readMime(bytes.subarray(0, mostMessageBytes), () => undefined);
  const counts = { members: 0, unpacked: 0, leftOut: 0, bytes: 0 };
  for (const { where, path, bytes: taken } of attachmentsOf(message, makeDecoder, log)) {
    counts.members++;
    const found = taken();
    if (found === undefined) {
      counts.leftOut++;
      log.fault({ where, expected: "a transfer encoding of RFC 2045", found: "another one" });
      sink.member({ state: "left-out", where, path, reason: unknownEncoding });
      continue;
    }
    const start = sink.position();
    sink.write(found);
    counts.unpacked++;
    counts.bytes += found.length;
    sink.member({ state: "unpacked", where, path, size: found.length, start, sha256: sink.keep(start), written: "unknown" });
  }
  return {
    kind: "container",
    format: "e-mail",
    membersFile: membersFileName,
    bytesFile: memberBytesFileName,
    counts,
    cannotTell: [],
    traps: [],
    faults: log.faults(),
  };
}

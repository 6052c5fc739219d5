/**
 * The probe: what a file is by its bytes, what is in it, when its frames are shown, what it states about itself, and
 * what misleads in it. Packets are listed, not decoded. What cannot be opened is a stated failure; what no reader takes
 * is a document that we say we cannot read.
 */
import { failed, type Made, type Making } from "../child-contract.ts";
import { openBytes } from "./byte-reader.ts";
import { documentResult } from "./document-result.ts";
import { probeMedia } from "./probe-media.ts";
import { probePicture } from "./probe-picture.ts";
import { headLength, recognise } from "./signature.ts";
import { textKind } from "./text-kind.ts";

export async function probe(making: Making): Promise<Made> {
  const bytes = await openBytes(making.object);
  try {
    if (bytes.size === 0) return failed("empty", "probe: expected bytes; found a file of none");
    const head = await bytes.read(0, headLength);
    const signature = recognise(head);
    if (signature?.family === "picture") return await probePicture(making, bytes, signature);
    if (signature?.family === "media") return await probeMedia(making, bytes, { head, signature });
    if (signature?.family === "document")
      return documentResult(making, { ...signature, kind: "document", readable: signature.container === "zip" });
    const text = await textKind(bytes, head);
    if (text !== undefined) return documentResult(making, text);
    // No signature and no text: ffprobe may know more stream formats than we do, of the listed ones.
    const guessed = await probeMedia(making, bytes, { head, signature: undefined });
    if (guessed.state === "done") return guessed;
    return documentResult(making, { kind: "unknown", container: "unknown", says: "a file of no kind known here", readable: false });
  } finally {
    await bytes.close();
  }
}

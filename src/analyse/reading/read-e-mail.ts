/** Reads an e-mail in the child: bytes from the object, text by the platform's decoder, one post. */
import { writeFileSync } from "node:fs";
import { basename } from "node:path/posix";
import { join } from "node:path";
import { postsFileName, writePostLine } from "../../core/post/posts-file.ts";
import { mostMessageBytes, readEMail } from "../../formats/e-mail/read-e-mail.ts";
import type { Made, Making } from "../child-contract.ts";
import { firstBytes } from "./first-bytes.ts";
import { platformDecoder } from "./platform-decoder.ts";

export async function eMail({ object, folder, nameHint, onProgress }: Making): Promise<Made> {
  const bytes = firstBytes(object, mostMessageBytes + 1);
  onProgress(0.5);
  const { reading, post } = readEMail(bytes, basename(nameHint), platformDecoder);
  writeFileSync(join(folder, postsFileName), writePostLine(post), { flag: "wx" });
  return { state: "done", result: reading, files: [{ name: postsFileName, mediaType: "application/jsonl" }] };
}

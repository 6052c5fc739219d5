/** Packs encrypted to people, for the commands that hand one over. */
import { basename } from "node:path";
import { CaseError } from "../core/case/case-error.ts";
import { type Given, texts } from "./command.ts";
import type { EncryptedPackFile } from "../core/edition/encrypted-pack.ts";
import type { Program } from "./program.ts";

/** Checked before anything is made. Throws CaseError INPUT_INVALID. */
export async function recipientsOf(program: Program, given: Given): Promise<readonly string[]> {
  const recipients = texts(given, "to");
  if (recipients.length > 0) await program.demandRecipients(recipients);
  return recipients;
}

export function encryptFor(program: Program, pack: string, out: string, recipients: readonly string[]): Promise<EncryptedPackFile> {
  if (recipients.length === 0) throw new CaseError("INPUT_INVALID", "--to: expected a recipient of age (age1...); found none");
  return program.encryptPack(pack, out, recipients, {
    signal: program.signal,
    onProgress: (share, detail) =>
      program.out.progress(`encrypting: ${share === "unknown" ? "" : `${Math.floor(share * 100)} % `}${detail}`),
  });
}

export function encryptedLines({ out, bytes, digest }: EncryptedPackFile, recipients: number): string[] {
  return [
    `The pack is encrypted to ${recipients === 1 ? "one recipient" : `${recipients} recipients`}: ${out}, ${bytes} bytes, ${digest}.`,
    `It opens with \`witnessmark open-pack ${basename(out)} --identity KEYFILE --out FOLDER\`, or \`age -d -i KEYFILE ${basename(out)} | tar x\`.`,
    "Beside it the folder of the pack lies as it was, readable by whoever has this disk. Who the recipients are is in no line of the case.",
  ];
}

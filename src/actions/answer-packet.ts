/**
 * Answers a packet where it lies: what fixes the answer, and later what opens it, are written as files beside the packet. The answer is
 * durable in the person's own store before the first file is there; stopped in between, the file is written when the packet is opened
 * again. A file that is there and is something else is never written over.
 */
import { parseAnswerFile, type RevealedAnswerFile, type SealedAnswerFile, writeAnswerFile } from "../core/blind/answer-files.ts";
import type { PacketDocument } from "../core/blind/packet-document.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import { type OutsideAnswer, type OutsidePorts, revealOutsideAnswer, sealedBefore, sealOutsideAnswer } from "./seal-outside-answer.ts";

export interface AnsweringPorts {
  readonly outside: OutsidePorts;
  /** Files beside the packet. */
  readonly beside: {
    readonly sealed: string;
    readonly revealed: string;
    /** Undefined where there is none. */
    read(path: string): Promise<Uint8Array | undefined>;
    /** Whole or not at all. */
    write(path: string, bytes: Uint8Array): Promise<void>;
    /** Throws CaseError PATH_REFUSED where nothing can be written. */
    demandPlace(path: string): void;
  };
}

export interface PacketAnswers {
  readonly sealed: { readonly file: string; readonly commitment: Digest } | null;
  readonly revealed: string | null;
}

/** What this person has sealed and told of it; writes the sealed file anew where it is gone. Throws CaseError PATH_REFUSED. */
export async function packetAnswers({ outside, beside }: AnsweringPorts, packet: PacketDocument): Promise<PacketAnswers> {
  const before = await sealedBefore(outside, packet);
  if (before === undefined) return { sealed: null, revealed: null };
  await place({ beside }, beside.sealed, before);
  const told = (await beside.read(beside.revealed)) !== undefined;
  return { sealed: { file: beside.sealed, commitment: before.commitment }, revealed: told ? beside.revealed : null };
}

/** Throws CaseError INPUT_INVALID, PATH_REFUSED before anything is sealed. */
export async function answerPacket(
  { outside, beside }: AnsweringPorts,
  packet: PacketDocument,
  given: OutsideAnswer,
): Promise<{ commitment: Digest }> {
  beside.demandPlace(beside.sealed);
  const sealed = await sealOutsideAnswer(outside, packet, given);
  await place({ beside }, beside.sealed, sealed);
  return { commitment: sealed.commitment };
}

/** Throws CaseError INPUT_INVALID where nothing is sealed. */
export async function tellPacketAnswer({ outside, beside }: AnsweringPorts, packet: PacketDocument): Promise<{ file: string }> {
  const before = await sealedBefore(outside, packet);
  if (before === undefined)
    throw new CaseError("INPUT_INVALID", `blind review ${packet.blind}: expected an answer that you sealed on this machine; found none`);
  await place({ beside }, beside.revealed, await revealOutsideAnswer(outside, before));
  return { file: beside.revealed };
}

async function place({ beside }: Pick<AnsweringPorts, "beside">, path: string, file: SealedAnswerFile | RevealedAnswerFile): Promise<void> {
  const there = await beside.read(path);
  if (there === undefined) return beside.write(path, writeAnswerFile(file));
  const same = isOf(there, file);
  if (!same)
    throw new CaseError(
      "PATH_REFUSED",
      `${path}: expected the file of your answer, or none; found another. Move it away; nothing is lost.`,
    );
}

function isOf(bytes: Uint8Array, { format, commitment }: SealedAnswerFile | RevealedAnswerFile): boolean {
  try {
    const there = parseAnswerFile(bytes);
    return there.format === format && there.commitment === commitment;
  } catch (error) {
    if (error instanceof CaseError) return false;
    throw error;
  }
}

/**
 * Protobuf messages out of foreign bytes. The decoder itself reads past the end of a message without a word; everything here
 * stays within the bounds that the message states, and refuses what does not.
 */
import { PbfReader } from "pbf";
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import { ExtractUnreadable } from "../../core/map-extract/extract-unreadable.ts";

export interface Message {
  readonly reader: PbfReader;
  /** How a person finds it: "blob 12". */
  readonly where: string;
  readonly end: number;
}

export function messageOf(bytes: Uint8Array, where: string): Message {
  return { reader: new PbfReader(bytes), where, end: bytes.length };
}

/** Calls `use` for each field; what it does not read is skipped. */
export function eachField({ reader, where, end }: Message, use: (field: number) => void): void {
  try {
    for (let field = reader.nextField(end); field !== 0; field = reader.nextField(end)) {
      if (reader.type !== 0 && reader.type !== 1 && reader.type !== 2 && reader.type !== 5)
        throw new ExtractUnreadable(where, "a field of a kind that protobuf has", `kind ${reader.type}`);
      const start = reader.pos;
      if (reader.type === 2 && reader.readVarint() + reader.pos > end)
        throw new ExtractUnreadable(where, `field ${field} within its message`, "a length beyond its end");
      reader.pos = start;
      use(field);
      if (reader.pos > end) throw new ExtractUnreadable(where, `field ${field} within its message`, "one that goes on beyond its end");
    }
  } catch (error) {
    // Its only complaint: a number of more than ten bytes.
    if (error instanceof Error && error.message.startsWith("Expected varint"))
      throw new ExtractUnreadable(where, "numbers of at most ten bytes", "a longer one");
    throw error;
  }
  // At the end no tag was read; a field of number 0, which protobuf does not have, ends the loop too.
  if (reader.pos !== end || reader.pos === reader._valueStart)
    throw new ExtractUnreadable(where, "a message that fills its length", "another end");
}

/** The message that the current field holds. */
export function inner({ reader, where, end }: Message): Message {
  if (reader.type !== 2) throw new ExtractUnreadable(where, "a message in a field", "a number");
  const own = reader.readVarint() + reader.pos;
  if (own > end) throw new ExtractUnreadable(where, "a message within the one around it", "one that goes on beyond its end");
  return { reader, where, end: own };
}

export function bytesOf(message: Message): Uint8Array {
  const { reader, end } = inner(message);
  const bytes = reader.buf.subarray(reader.pos, end);
  reader.pos = end;
  return bytes;
}

export function numberOf({ reader, where }: Message, signed: boolean): number {
  if (reader.type !== 0) throw new ExtractUnreadable(where, "a number in a field", "something else");
  return reader.readVarint(signed);
}

/** Numbers packed into one field. */
export function numbersOf(message: Message, form: "signed" | "zigzag"): number[] {
  const { reader, where, end } = inner(message);
  const numbers: number[] = [];
  if (form === "zigzag") while (reader.pos < end) numbers.push(reader.readSVarint());
  else while (reader.pos < end) numbers.push(reader.readVarint(true));
  if (reader.pos !== end) throw new ExtractUnreadable(where, "packed numbers that fill their length", "a number cut off");
  return numbers;
}

/** Each the difference to the one before it; the numbers that they stand for, which have to be exact. */
export function undelta(deltas: number[], where: string, what: string): number[] {
  let sum = 0;
  for (let at = 0; at < deltas.length; at++) {
    sum += deltas[at] as number;
    if (!Number.isSafeInteger(sum)) throw new ExtractUnreadable(where, `${what} below 2^53`, "a larger one");
    deltas[at] = sum;
  }
  return deltas;
}

/** What is no UTF-8 becomes U+FFFD: one broken word does not lose a country. */
export function textOf(bytes: Uint8Array): string {
  return decodeUtf8(bytes) ?? "\ufffd";
}

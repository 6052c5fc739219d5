/** Makes hostile inputs out of good ones: cut, flipped, repeated, reordered, spliced, with tokens where nobody expects them. */
import type { Random } from "../../scripts/sample/random.ts";
import { bytesOf } from "./fuzz-target.ts";

export interface Mutating {
  readonly seeds: readonly Uint8Array[];
  readonly dictionary: readonly Uint8Array[];
  readonly random: Random;
  readonly longest: number;
}

/** Tokens that some parser of any format has stumbled over. */
export const commonTokens: readonly Uint8Array[] = [
  ...["\0", "\r", "\n", "\r\n", "\t", " ", '"', "'", "\\", "%", "\\u0000", "\u202e", "\u2066", "\ufeff", "\ufffd", "\u2028", "é", "𝄞"],
  ...["0", "-1", "-0", "1e999", "NaN", "Infinity", "9007199254740993", "99999999999999999999999", "2147483648", "4294967296"],
  ...["__proto__", "constructor", "toString", "null", "../../etc", "=cmd|' /C calc'!A0", "<script>", "javascript:0"],
].map(bytesOf);
const rawTokens: readonly Uint8Array[] = [
  Uint8Array.of(0xff, 0xfe),
  Uint8Array.of(0xfe, 0xff),
  Uint8Array.of(0xed, 0xa0, 0x80),
  Uint8Array.of(0xc0, 0x80),
  Uint8Array.of(0xf4, 0x90, 0x80, 0x80),
  Uint8Array.of(0xff, 0xff, 0xff, 0xff),
  Uint8Array.of(0, 0, 0, 0),
];

export function mutate(parts: Mutating): Uint8Array {
  const { seeds, random, longest } = parts;
  const below = (limit: number) => Math.floor(random() * limit);
  let bytes = pick(seeds, below) ?? new Uint8Array();
  // Mostly few changes: an input broken everywhere is refused at its first byte.
  const changes = random() < 0.7 ? 1 + below(4) : 1 + below(24);
  for (let n = 0; n < changes; n++) bytes = changed(bytes, parts, below);
  return bytes.length > longest ? bytes.slice(0, longest) : bytes;
}

type Below = (limit: number) => number;

function changed(bytes: Uint8Array, { seeds, dictionary, longest }: Mutating, below: Below): Uint8Array {
  const [from, to] = range(bytes, below);
  const at = below(bytes.length + 1);
  switch (below(13)) {
    case 0:
      return withByte(bytes, below(bytes.length), (byte) => byte ^ (1 << below(8)));
    case 1:
      return withByte(bytes, below(bytes.length), () => below(256));
    case 2:
      return bytes.slice(0, at);
    case 3:
      return joined(bytes.subarray(0, from), bytes.subarray(to));
    case 4:
      return joined(bytes.subarray(0, to), bytes.subarray(from));
    case 5:
      return reordered(bytes, below);
    case 6:
    case 7:
      return joined(bytes.subarray(0, at), token(dictionary, below), bytes.subarray(at));
    case 8:
      return joined(bytes.subarray(0, from), token(dictionary, below), bytes.subarray(to));
    case 9:
      return joined(bytes.subarray(0, at), repeated(token(dictionary, below), below, longest), bytes.subarray(at));
    case 10: {
      const other = pick(seeds, below) ?? bytes;
      return joined(bytes.subarray(0, at), other.subarray(below(other.length + 1)));
    }
    case 11:
      return movedLine(bytes, below);
    default:
      return joined(
        bytes.subarray(0, at),
        Uint8Array.from({ length: 1 + below(16) }, () => below(256)),
        bytes.subarray(at),
      );
  }
}

function range(bytes: Uint8Array, below: Below): [number, number] {
  const from = below(bytes.length + 1);
  const longest = below(4) === 0 ? bytes.length : 32;
  return [from, Math.min(bytes.length, from + below(longest + 1))];
}

function reordered(bytes: Uint8Array, below: Below): Uint8Array {
  const [a, b, c] = [below(bytes.length + 1), below(bytes.length + 1), below(bytes.length + 1)].toSorted((x, y) => x - y) as [
    number,
    number,
    number,
  ];
  return joined(bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c));
}

/** A whole line to another place: order that only a person would notice. */
function movedLine(bytes: Uint8Array, below: Below): Uint8Array {
  const start = bytes.lastIndexOf(10, below(bytes.length + 1)) + 1;
  const end = bytes.indexOf(10, start) + 1 || bytes.length;
  const rest = joined(bytes.subarray(0, start), bytes.subarray(end));
  const at = rest.lastIndexOf(10, below(rest.length + 1)) + 1;
  return joined(rest.subarray(0, at), bytes.subarray(start, end), rest.subarray(at));
}

function repeated(one: Uint8Array, below: Below, longest: number): Uint8Array {
  const most = Math.max(1, Math.floor(longest / Math.max(1, one.length)));
  const times = below(8) === 0 ? most : 1 + below(Math.min(most, 64));
  const out = new Uint8Array(one.length * times);
  for (let n = 0; n < times; n++) out.set(one, n * one.length);
  return out;
}

function token(dictionary: readonly Uint8Array[], below: Below): Uint8Array {
  const from = below(10) < 6 && dictionary.length > 0 ? dictionary : below(4) === 0 ? rawTokens : commonTokens;
  return pick(from, below) ?? new Uint8Array();
}

function withByte(bytes: Uint8Array, at: number, change: (byte: number) => number): Uint8Array {
  const out = bytes.slice();
  if (out.length > 0) out[at] = change(out[at] as number);
  return out;
}

function pick<T>(list: readonly T[], below: Below): T | undefined {
  return list[below(list.length)];
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

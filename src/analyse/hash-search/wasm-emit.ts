/**
 * Writes a WebAssembly module (W3C core specification 2.0, binary format, chapter 5) from expressions: as much of the format
 * as the scan needs, so that no binary and no assembler stands in the repository. Every helper returns the bytes of one
 * expression in stack order, operands first. Nothing is checked here; the engine refuses a module that is not valid.
 */

const valueTypes = { i32: 0x7f, i64: 0x7e } as const;
type ValueType = keyof typeof valueTypes;
export type Code = readonly number[];

interface WasmFunction {
  readonly name: string;
  readonly params: readonly ValueType[];
  readonly locals: readonly ValueType[];
  readonly body: Code;
}

/** LEB128, without and with a sign. */
function unsigned(value: number): Code {
  const bytes: number[] = [];
  for (let rest = value; ;) {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest === 0 ? low : low | 0x80);
    if (rest === 0) return bytes;
  }
}
function signed(value: number): Code {
  const bytes: number[] = [];
  for (let rest = value; ;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const last = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(last ? low : low | 0x80);
    if (last) return bytes;
  }
}

const unary =
  (opcode: number) =>
  (a: Code): Code => [...a, opcode];
const binary =
  (opcode: number) =>
  (a: Code, b: Code): Code => [...a, ...b, opcode];
/** `align` is the power of two that the address is a multiple of: a hint, never a promise. */
const load =
  (opcode: number, align: number) =>
  (address: Code, offset = 0): Code => [...address, opcode, align, ...unsigned(offset)];
const store =
  (opcode: number, align: number) =>
  (address: Code, value: Code, offset = 0): Code => [...address, ...value, opcode, align, ...unsigned(offset)];

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  load: load(0x28, 2),
  load8: load(0x2d, 0),
  load16: load(0x2f, 1),
  store: store(0x36, 2),
  eqz: unary(0x45),
  ltU: binary(0x49),
  gtU: binary(0x4b),
  leU: binary(0x4d),
  popcnt: unary(0x69),
  add: binary(0x6a),
  sub: binary(0x6b),
  mul: binary(0x6c),
  and: binary(0x71),
  or: binary(0x72),
  xor: binary(0x73),
  shl: binary(0x74),
  shrU: binary(0x76),
  wrap: unary(0xa7),
} as const;

export const i64 = {
  load: load(0x29, 3),
  gtU: binary(0x56),
  leU: binary(0x58),
  popcnt: unary(0x7b),
  add: binary(0x7c),
  xor: binary(0x85),
  extend: unary(0xad),
} as const;

export const get = (variable: number): Code => [0x20, ...unsigned(variable)];
export const set = (variable: number, value: Code): Code => [...value, 0x21, ...unsigned(variable)];
export const give = (value: Code): Code => [...value, 0x0f];
export const sequence = (...parts: readonly Code[]): Code => parts.flat();
const noResult = 0x40;
export const when = (condition: Code, ...then: readonly Code[]): Code => [...condition, 0x04, noResult, ...then.flat(), 0x0b];
/** Runs `body`, and again as long as `condition` holds after it. */
export const repeatWhile = (condition: Code, ...body: readonly Code[]): Code => [
  0x03,
  noResult,
  ...body.flat(),
  ...condition,
  0x0d,
  ...unsigned(0),
  0x0b,
];

/** A function whose variables go by name, in this order; it gives back an i32. */
export function wasmFunction<P extends string, L extends string>(
  name: string,
  params: Readonly<Record<P, ValueType>>,
  locals: Readonly<Record<L, ValueType>>,
  body: (numbers: Readonly<Record<P | L, number>>) => readonly Code[],
): WasmFunction {
  const names = [...Object.keys(params), ...Object.keys(locals)];
  const numbers = Object.fromEntries(names.map((one, number) => [one, number])) as Record<P | L, number>;
  return {
    name,
    params: Object.values<ValueType>(params),
    locals: Object.values<ValueType>(locals),
    body: body(numbers).flat(),
  };
}

/** Size of a page of memory, and how many of them 32-bit addresses reach. */
export const pageBytes = 65_536;
export const mostPages = 65_536;

/** A module that imports one shared memory as `env.memory` and exports its functions by name. */
export function wasmModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ params }) => [0x60, ...list(params.map((type) => [valueTypes[type]])), 0x01, valueTypes.i32]);
  const memory = [...text("env"), ...text("memory"), 0x02, 0x03, ...unsigned(0), ...unsigned(mostPages)];
  const bodies = functions.map(({ locals, body }) => sized([...list(locals.map((type) => [0x01, valueTypes[type]])), ...body, 0x0b]));
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list(types)),
    ...section(2, list([memory])),
    ...section(3, list(functions.map((_, number) => unsigned(number)))),
    ...section(7, list(functions.map(({ name }, number) => [...text(name), 0x00, ...unsigned(number)]))),
    ...section(10, list(bodies)),
  ]);
}

const list = (parts: readonly Code[]): Code => [...unsigned(parts.length), ...parts.flat()];
const sized = (code: Code): Code => [...unsigned(code.length), ...code];
const section = (number: number, content: Code): Code => [number, ...sized(content)];
/** Names are ASCII here. */
const text = (name: string): Code => sized(Array.from(name, (letter) => letter.charCodeAt(0)));

/**
 * The two ways to compare hashes, as one small WebAssembly module over shared memory. A hash stands in two planes of 16
 * bytes: the distance over its first half is a lower bound, and of unrelated hashes one in 10^8 stays within 31 on 128 bits,
 * so nearly always the second half is never read. Both give every row within the distance, by construction:
 * `scan` looks at each row; `join` looks up each row's sixteen 16-bit slots in tables made of the queries (query-index.ts).
 * The count of 64 bits is used rather than vector lanes: WebAssembly counts bits of bytes only, which processors emulate; four
 * rows at a time that way took 1.6 to 2 times as long as this, in cache and out of it.
 */
import { type Code, get, give, i32, i64, repeatWhile, sequence, set, wasmFunction, wasmModule, when } from "./wasm-emit.ts";

/** Bytes of a hash in one plane, and of a hash kept whole. */
export const halfBytes = 16;
/** One hit: row as u32, then query * `distanceSteps` + distance as u32. */
export const hitBytes = 8;
export const distanceSteps = 512;
/** Returned instead of a count when the hits did not fit. */
export const noRoom = -1;

export interface ScanExports {
  /**
   * Rows of one query. `first` and `second` are where the halves of the first row stand, `query` where the query's 32 bytes
   * do; `row` is the number of the first row, `number` that of the query. Returns the hits written at `out`.
   */
  scan(first: number, second: number, rows: number, row: number, query: number, number: number, most: number, out: number): number;
  /** Rows of a block of queries. `index` is where an index lies (query-index.ts). Returns the hits, or -1 when more than `room`. */
  join(first: number, second: number, rows: number, row: number, index: number, most: number, out: number, room: number): number;
}

/** Where the parts of a query index stand, from its beginning. */
export const indexParts = {
  /** A byte a slot: bits in which a row may differ from a query there, plus 1; 0 for a slot that is not looked at. */
  tolerances: 0,
  /** A bit a value and slot: whether any query is near it. */
  marks: 16,
  /** A u32 a value and slot: where its queries begin in the list; ends where the next one begins. */
  starts: 16 + 16 * 8192,
  /** Where the list of query numbers (u16) and the queries (32 bytes each) begin, as addresses. */
  listAt: 16 + 16 * 8192 + (16 * 65_536 + 1) * 4,
  queriesAt: 16 + 16 * 8192 + (16 * 65_536 + 1) * 4 + 4,
  end: 16 + 16 * 8192 + (16 * 65_536 + 1) * 4 + 8,
} as const;

const n = i32.const;
const increase = (variable: number, by: number): Code => set(variable, i32.add(get(variable), n(by)));
const bitsApart = (address: Code, other: Code, offset: number, otherOffset = offset): Code =>
  i64.popcnt(i64.xor(i64.load(address, offset), i64.load(other, otherOffset)));

const scan = wasmFunction(
  "scan",
  { first: "i32", second: "i32", rows: "i32", row: "i32", query: "i32", number: "i32", most: "i32", out: "i32" },
  { end: "i32", begin: "i32", q0: "i64", q1: "i64", limit: "i64", d: "i64" },
  (v) => {
    const half = (at: number, offset: number): Code =>
      i64.add(i64.popcnt(i64.xor(get(v.q0), i64.load(get(at), offset))), i64.popcnt(i64.xor(get(v.q1), i64.load(get(at), offset + 8))));
    const look = (place: number): Code => {
      const offset = place * halfBytes;
      return sequence(
        set(v.d, half(v.first, offset)),
        when(
          i64.leU(get(v.d), get(v.limit)),
          set(
            v.d,
            i64.add(
              get(v.d),
              i64.add(bitsApart(get(v.second), get(v.query), offset, 16), bitsApart(get(v.second), get(v.query), offset + 8, 24)),
            ),
          ),
          when(
            i64.leU(get(v.d), get(v.limit)),
            i32.store(get(v.out), i32.add(get(v.row), n(place))),
            i32.store(get(v.out), i32.add(get(v.number), i32.wrap(get(v.d))), 4),
            increase(v.out, hitBytes),
          ),
        ),
      );
    };
    /** As many rows as `step` at a time, up to `end`. */
    const through = (step: number): Code =>
      when(
        i32.ltU(get(v.first), get(v.end)),
        repeatWhile(
          i32.ltU(get(v.first), get(v.end)),
          ...Array.from({ length: step }, (_, place) => look(place)),
          increase(v.first, step * halfBytes),
          increase(v.second, step * halfBytes),
          increase(v.row, step),
        ),
      );
    return [
      set(v.begin, get(v.out)),
      set(v.number, i32.mul(get(v.number), n(distanceSteps))),
      set(v.q0, i64.load(get(v.query))),
      set(v.q1, i64.load(get(v.query), 8)),
      set(v.limit, i64.extend(get(v.most))),
      set(v.end, i32.add(get(v.first), i32.mul(i32.and(get(v.rows), n(-4)), n(halfBytes)))),
      through(4),
      set(v.end, i32.add(get(v.first), i32.mul(i32.and(get(v.rows), n(3)), n(halfBytes)))),
      through(1),
      give(i32.shrU(i32.sub(get(v.out), get(v.begin)), n(3))),
    ];
  },
);

const join = wasmFunction(
  "join",
  { first: "i32", second: "i32", rows: "i32", row: "i32", index: "i32", most: "i32", out: "i32", room: "i32" },
  {
    slot: "i32",
    at: "i32",
    end: "i32",
    marks: "i32",
    starts: "i32",
    value: "i32",
    from: "i32",
    to: "i32",
    list: "i32",
    queries: "i32",
    query: "i32",
    a: "i32",
    b: "i32",
    begin: "i32",
    full: "i32",
    earlier: "i32",
    tolerance: "i32",
    limit: "i64",
    d: "i64",
  },
  (v) => {
    /** A pair near in several slots is met in each; it is told in the first of them. */
    const seenEarlier: Code = sequence(
      set(v.earlier, n(0)),
      set(v.tolerance, n(0)),
      when(
        get(v.slot),
        repeatWhile(
          i32.and(i32.ltU(get(v.earlier), get(v.slot)), i32.eqz(get(v.tolerance))),
          set(
            v.tolerance,
            i32.ltU(
              i32.popcnt(
                i32.xor(
                  // The second plane is addressed as if it continued the first one.
                  i32.load16(
                    i32.add(
                      i32.add(get(v.a), i32.mul(i32.shrU(get(v.earlier), n(3)), i32.sub(i32.sub(get(v.b), get(v.a)), n(halfBytes)))),
                      i32.shl(get(v.earlier), n(1)),
                    ),
                  ),
                  i32.load16(i32.add(get(v.query), i32.shl(get(v.earlier), n(1)))),
                ),
              ),
              i32.load8(i32.add(get(v.index), get(v.earlier)), indexParts.tolerances),
            ),
          ),
          increase(v.earlier, 1),
        ),
      ),
    );
    const compare: Code = sequence(
      set(v.query, i32.add(get(v.queries), i32.shl(i32.load16(get(v.from)), n(5)))),
      set(v.d, i64.add(bitsApart(get(v.a), get(v.query), 0), bitsApart(get(v.a), get(v.query), 8))),
      when(
        i64.leU(get(v.d), get(v.limit)),
        set(v.d, i64.add(get(v.d), i64.add(bitsApart(get(v.b), get(v.query), 0, 16), bitsApart(get(v.b), get(v.query), 8, 24)))),
        when(
          i64.leU(get(v.d), get(v.limit)),
          seenEarlier,
          when(
            i32.eqz(get(v.tolerance)),
            when(i32.leU(get(v.full), get(v.out)), give(n(-1))),
            i32.store(get(v.out), i32.add(get(v.row), i32.shrU(i32.sub(get(v.a), get(v.first)), n(4)))),
            i32.store(get(v.out), i32.add(i32.mul(i32.load16(get(v.from)), n(distanceSteps)), i32.wrap(get(v.d))), 4),
            increase(v.out, hitBytes),
          ),
        ),
      ),
    );
    const lookUp: Code = sequence(
      set(v.value, i32.load16(get(v.at))),
      when(
        i32.and(i32.shrU(i32.load8(i32.add(get(v.marks), i32.shrU(get(v.value), n(3)))), i32.and(get(v.value), n(7))), n(1)),
        set(v.value, i32.add(get(v.starts), i32.shl(get(v.value), n(2)))),
        set(v.from, i32.add(get(v.list), i32.shl(i32.load(get(v.value)), n(1)))),
        set(v.to, i32.add(get(v.list), i32.shl(i32.load(get(v.value), 4), n(1)))),
        repeatWhile(i32.ltU(get(v.from), get(v.to)), compare, increase(v.from, 2)),
      ),
      increase(v.a, halfBytes),
      increase(v.b, halfBytes),
      increase(v.at, halfBytes),
    );
    return [
      when(i32.eqz(get(v.rows)), give(n(0))),
      set(v.begin, get(v.out)),
      set(v.full, i32.add(get(v.out), i32.shl(get(v.room), n(3)))),
      set(v.limit, i64.extend(get(v.most))),
      set(v.list, i32.load(get(v.index), indexParts.listAt)),
      set(v.queries, i32.load(get(v.index), indexParts.queriesAt)),
      repeatWhile(
        i32.ltU(get(v.slot), n(16)),
        when(
          i32.load8(i32.add(get(v.index), get(v.slot)), indexParts.tolerances),
          set(v.marks, i32.add(get(v.index), i32.add(n(indexParts.marks), i32.shl(get(v.slot), n(13))))),
          set(v.starts, i32.add(get(v.index), i32.add(n(indexParts.starts), i32.shl(get(v.slot), n(18))))),
          set(v.a, get(v.first)),
          set(v.b, get(v.second)),
          set(
            v.at,
            i32.add(
              i32.add(get(v.first), i32.mul(i32.shrU(get(v.slot), n(3)), i32.sub(get(v.second), get(v.first)))),
              i32.shl(i32.and(get(v.slot), n(7)), n(1)),
            ),
          ),
          set(v.end, i32.add(get(v.a), i32.shl(get(v.rows), n(4)))),
          repeatWhile(i32.ltU(get(v.a), get(v.end)), lookUp),
        ),
        increase(v.slot, 1),
      ),
      give(i32.shrU(i32.sub(get(v.out), get(v.begin)), n(3))),
    ];
  },
);

export const scanModuleBytes = (): Uint8Array<ArrayBuffer> => wasmModule([scan, join]);

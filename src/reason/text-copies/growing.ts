/** A list of whole numbers that grows: four bytes each. */

export interface GrowingInts {
  push(value: number): void;
  readonly length: number;
  /** The numbers so far; not to be kept over a push. */
  values(): Int32Array;
}

export function growingInts(): GrowingInts {
  let values = new Int32Array(1024);
  let length = 0;
  return {
    push(value) {
      if (length === values.length) {
        const more = new Int32Array(values.length * 2);
        more.set(values);
        values = more;
      }
      values[length++] = value;
    },
    get length() {
      return length;
    },
    values: () => values.subarray(0, length),
  };
}

/** Columns that grow with the frames: nothing is made anew for a frame. */
import { hashBytes, thumbBytes } from "../../core/copies/frame-prints.ts";

export interface FrameColumns {
  readonly count: number;
  readonly times: Float64Array;
  readonly quality: Uint8Array;
  readonly hashes: Uint8Array;
  readonly innerHashes: Uint8Array;
  readonly thumbs: Uint8Array;
}

export interface GrowingColumns extends FrameColumns {
  count: number;
  /** Makes room for one more; the arrays may be others afterwards. */
  reserve(): void;
  /** Cut to the frames that are there. */
  end(): FrameColumns;
}

const firstRoom = 2048;

export function createFrameColumns(): GrowingColumns {
  const columns = {
    count: 0,
    times: new Float64Array(firstRoom),
    quality: new Uint8Array(firstRoom),
    hashes: new Uint8Array(firstRoom * hashBytes),
    innerHashes: new Uint8Array(firstRoom * hashBytes),
    thumbs: new Uint8Array(firstRoom * thumbBytes),
    reserve() {
      if (columns.count < columns.quality.length) return;
      const room = columns.quality.length * 2;
      const times = new Float64Array(room);
      times.set(columns.times);
      columns.times = times;
      columns.quality = grown(columns.quality, room);
      columns.hashes = grown(columns.hashes, room * hashBytes);
      columns.innerHashes = grown(columns.innerHashes, room * hashBytes);
      columns.thumbs = grown(columns.thumbs, room * thumbBytes);
    },
    end() {
      const { count } = columns;
      return {
        count,
        times: columns.times.subarray(0, count),
        quality: columns.quality.subarray(0, count),
        hashes: columns.hashes.subarray(0, count * hashBytes),
        innerHashes: columns.innerHashes.subarray(0, count * hashBytes),
        thumbs: columns.thumbs.subarray(0, count * thumbBytes),
      };
    },
  };
  return columns;
}

function grown(from: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const to = new Uint8Array(length);
  to.set(from);
  return to;
}

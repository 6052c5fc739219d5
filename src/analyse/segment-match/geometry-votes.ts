/**
 * Votes of single landmark pairs for a coarse geometry: turn, size and where the middle of the frame goes (a Hough transform
 * as in Lowe 2004, 7.3; for indexes: weak geometric consistency, Jegou, Douze and Schmid 2008). Pairs that are alike by
 * chance spread over thousands of cells, those of a copy meet in a few.
 */

const turnCells = 16;
const sizeCells = 12;
/** Each size step is a third of a doubling: one level of the pyramid. */
const sizeStep = 3;
const placeCells = 24;
/** Parts of the frame's longer side between places. */
const placeStep = 0.2;

export interface GeometryVotes {
  /** A landmark of the question and one of an item, of which only the geometry is looked at. */
  add(item: number, mirrored: boolean, asked: ArrayLike<number>, at: number, found: ArrayLike<number>, to: number, weight: number): void;
  /** Most votes of one cell, for each item. */
  most(items: number): Float64Array;
}

/** A landmark here is four numbers: x and y from the middle of the frame in parts of its longer side, size, turn in radians. */
export const landmarkNumbers = 4;

export function createGeometryVotes(): GeometryVotes {
  let votes = emptyTable(1 << 16);
  /** Open addressing (Knuth 6.4): a map of objects would take ten times the room and the time. */
  const count = (cell: number, weight: number): void => {
    if (votes.filled * 2 > votes.keys.length) votes = grown(votes);
    put(votes, cell + 1, weight);
  };
  return {
    add(item, mirrored, asked, at, found, to, weight) {
      const scale = (found[to + 2] ?? 1) / Math.max(1e-6, asked[at + 2] ?? 1);
      const turn = (found[to + 3] ?? 0) - (asked[at + 3] ?? 0);
      const cosine = Math.cos(turn) * scale;
      const sine = Math.sin(turn) * scale;
      const x = asked[at] ?? 0;
      const y = asked[at + 1] ?? 0;
      const u = ((found[to] ?? 0) - cosine * x + sine * y) / placeStep + placeCells / 2;
      const v = ((found[to + 1] ?? 0) - sine * x - cosine * y) / placeStep + placeCells / 2;
      if (u < 1 || v < 1 || u >= placeCells - 1 || v >= placeCells - 1) return;
      const turnPlace = (turn / (2 * Math.PI)) * turnCells;
      const sizePlace = Math.log2(scale) * sizeStep + sizeCells / 2;
      if (sizePlace < 0 || sizePlace >= sizeCells - 1) return;
      // A pair votes for the two nearest cells of each measure it is unsure of.
      for (let dv = 0; dv < 2; dv += 1)
        for (let du = 0; du < 2; du += 1)
          for (let dt = 0; dt < 2; dt += 1) {
            const turned = (((Math.floor(turnPlace) + dt) % turnCells) + turnCells) % turnCells;
            const cell =
              ((((item * 2 + (mirrored ? 1 : 0)) * turnCells + turned) * sizeCells + Math.round(sizePlace)) * placeCells +
                Math.floor(v - 0.5) +
                dv) *
                placeCells +
              Math.floor(u - 0.5) +
              du;
            count(cell, weight);
          }
    },
    most(items) {
      const most = new Float64Array(items);
      const cells = 2 * turnCells * sizeCells * placeCells * placeCells;
      for (let place = 0; place < votes.keys.length; place += 1) {
        const key = votes.keys[place] ?? 0;
        if (key === 0) continue;
        const item = Math.floor((key - 1) / cells);
        most[item] = Math.max(most[item] ?? 0, votes.weights[place] ?? 0);
      }
      return most;
    },
  };
}

interface Table {
  /** Cell + 1; 0 is an empty place. */
  readonly keys: Float64Array;
  readonly weights: Float32Array;
  filled: number;
}

const emptyTable = (size: number): Table => ({ keys: new Float64Array(size), weights: new Float32Array(size), filled: 0 });

function put(table: Table, key: number, weight: number): void {
  const last = table.keys.length - 1;
  let place = Math.imul(key % 4_294_967_291, 2_654_435_761) >>> 0;
  place = (place ^ (place >>> 15)) & last;
  while (table.keys[place] !== 0 && table.keys[place] !== key) place = (place + 1) & last;
  if (table.keys[place] === 0) {
    table.keys[place] = key;
    table.filled += 1;
  }
  table.weights[place] = (table.weights[place] ?? 0) + weight;
}

function grown(table: Table): Table {
  const larger = emptyTable(table.keys.length * 2);
  for (let place = 0; place < table.keys.length; place += 1)
    if (table.keys[place] !== 0) put(larger, table.keys[place] ?? 0, table.weights[place] ?? 0);
  return larger;
}

/** Seeded value noise and grain for the scenes: the same seed gives the same picture on every machine. */

/** A number in [0, 1) of a lattice point. */
export function lattice(x: number, y: number, seed: number): number {
  let h = (Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Smooth noise in [0, 1) with features of about one unit. */
export function smooth(x: number, y: number, seed: number): number {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - column, y - row];
  const [u, v] = [fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)];
  const top = lattice(column, row, seed) * (1 - u) + lattice(column + 1, row, seed) * u;
  const bottom = lattice(column, row + 1, seed) * (1 - u) + lattice(column + 1, row + 1, seed) * u;
  return top * (1 - v) + bottom * v;
}

/** Noise of several sizes at once, each half as large and half as strong as the one before. */
export function layered(x: number, y: number, seed: number, layers: number): number {
  let [sum, weight, total] = [0, 1, 0];
  for (let layer = 0; layer < layers; layer++) {
    sum += weight * smooth(x * 2 ** layer, y * 2 ** layer, seed + layer * 31);
    total += weight;
    weight *= 0.55;
  }
  return sum / total;
}

/** What a small sensor adds: one table, read from another place in each row of each frame. */
export function grainTable(random: () => number): Float32Array {
  return Float32Array.from({ length: 65536 }, () => random() + random() + random() - 1.5);
}

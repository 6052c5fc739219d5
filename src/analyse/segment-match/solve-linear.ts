/** Solves a small linear system by elimination with pivots; null where it has no single answer. `matrix` is changed. */
export function solveLinear(matrix: Float64Array, right: Float64Array): Float64Array | null {
  const size = right.length;
  const at = (row: number, column: number): number => matrix[row * size + column] ?? 0;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) if (Math.abs(at(row, column)) > Math.abs(at(pivot, column))) pivot = row;
    if (Math.abs(at(pivot, column)) < 1e-12) return null;
    if (pivot !== column) {
      for (let k = 0; k < size; k += 1) {
        const kept = at(column, k);
        matrix[column * size + k] = at(pivot, k);
        matrix[pivot * size + k] = kept;
      }
      const kept = right[column] ?? 0;
      right[column] = right[pivot] ?? 0;
      right[pivot] = kept;
    }
    for (let row = column + 1; row < size; row += 1) {
      const factor = at(row, column) / at(column, column);
      if (factor === 0) continue;
      for (let k = column; k < size; k += 1) matrix[row * size + k] = at(row, k) - factor * at(column, k);
      right[row] = (right[row] ?? 0) - factor * (right[column] ?? 0);
    }
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = right[row] ?? 0;
    for (let k = row + 1; k < size; k += 1) sum -= at(row, k) * (right[k] ?? 0);
    right[row] = sum / at(row, row);
  }
  return right;
}

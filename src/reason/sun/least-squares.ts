/** The least squares answer of a small linear system, by its normal equations; undefined where the rows do not settle it. */

export function leastSquares(rows: readonly (readonly number[])[], wanted: readonly number[]): number[] | undefined {
  const size = rows[0]?.length ?? 0;
  const normal = Array.from({ length: size }, (_, i) => [
    ...Array.from({ length: size }, (__, j) => rows.reduce((sum, row) => sum + (row[i] as number) * (row[j] as number), 0)),
    rows.reduce((sum, row, k) => sum + (row[i] as number) * (wanted[k] as number), 0),
  ]);
  const largest = Math.max(...normal.flatMap((row) => row.slice(0, size).map(Math.abs)));
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(cell(normal, row, column)) > Math.abs(cell(normal, pivot, column))) pivot = row;
    if (Math.abs(cell(normal, pivot, column)) < 1e-10 * largest) return undefined;
    [normal[column], normal[pivot]] = [normal[pivot] as number[], normal[column] as number[]];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const share = cell(normal, row, column) / cell(normal, column, column);
      for (let at = column; at <= size; at++) (normal[row] as number[])[at] = cell(normal, row, at) - share * cell(normal, column, at);
    }
  }
  return normal.map((row, i) => (row[size] as number) / (row[i] as number));
}

function cell(matrix: readonly (readonly number[])[], row: number, column: number): number {
  return matrix[row]?.[column] as number;
}

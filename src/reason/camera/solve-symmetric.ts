/** Cholesky decomposition of a small symmetric positive matrix, scaled by its diagonal so that metres and radians stand side by side. */

/** Solves matrix x = right. Null when the matrix is singular to `least`, as a share of its diagonal. */
export function solveSymmetric(matrix: Float64Array, right: Float64Array, size: number, least: number): Float64Array | null {
  const scale = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const own = matrix[i * size + i] as number;
    if (!(own > 0)) return null;
    scale[i] = 1 / Math.sqrt(own);
  }
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = (matrix[i * size + j] as number) * (scale[i] as number) * (scale[j] as number);
      for (let k = 0; k < j; k++) sum -= (lower[i * size + k] as number) * (lower[j * size + k] as number);
      if (i === j) {
        if (sum <= least) return null;
        lower[i * size + i] = Math.sqrt(sum);
      } else lower[i * size + j] = sum / (lower[j * size + j] as number);
    }
  const found = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = (right[i] as number) * (scale[i] as number);
    for (let k = 0; k < i; k++) sum -= (lower[i * size + k] as number) * (found[k] as number);
    found[i] = sum / (lower[i * size + i] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = found[i] as number;
    for (let k = i + 1; k < size; k++) sum -= (lower[k * size + i] as number) * (found[k] as number);
    found[i] = sum / (lower[i * size + i] as number);
  }
  for (let i = 0; i < size; i++) found[i] = (found[i] as number) * (scale[i] as number);
  return found;
}

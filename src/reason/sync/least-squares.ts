/**
 * Weighted least squares by normal equations, dense: as many unknowns as there are clips of a group, and a few more. Rows can be taken
 * out and put back without solving anew (Sherman and Morrison 1950), so that trying what one pair does costs a square and not a cube.
 * Errors are 95 % half-widths throughout, and so are the roots of the variances that come out.
 */

/** factors . unknowns = value, more or less. Columns that are left out are known to be nothing. */
export interface Row {
  readonly columns: readonly number[];
  readonly factors: readonly number[];
  readonly value: number;
  readonly error: number;
}

export interface Fit {
  readonly estimate: Float64Array;
  /** Of what the unknowns say of the row. */
  predicted(row: Row): number;
  residual(row: Row): number;
  variance(row: Row): number;
  covariance(one: Row, other: Row): number;
  /** The row must be in the fit, and something else must still say what it says. */
  remove(row: Row): void;
  add(row: Row): void;
  copy(): Fit;
}

/** Every unknown must be reached by the rows. */
export function leastSquares(size: number, rows: readonly Row[]): Fit {
  const normal = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (const { columns, factors, value, error } of rows) {
    const weight = 1 / error ** 2;
    for (let i = 0; i < columns.length; i++) {
      const [column, factor] = [columns[i] as number, factors[i] as number];
      right[column] = (right[column] as number) + weight * factor * value;
      for (let j = 0; j < columns.length; j++) {
        const at = column * size + (columns[j] as number);
        normal[at] = (normal[at] as number) + weight * factor * (factors[j] as number);
      }
    }
  }
  const inverse = inverseOf(normal, size);
  const estimate = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += (inverse[i * size + j] as number) * (right[j] as number);
    estimate[i] = sum;
  }
  return fitOf(size, inverse, estimate);
}

function fitOf(size: number, inverse: Float64Array, estimate: Float64Array): Fit {
  const fit: Fit = {
    estimate,
    predicted: ({ columns, factors }) => columns.reduce((sum, column, i) => sum + (factors[i] as number) * (estimate[column] as number), 0),
    residual: (row) => row.value - fit.predicted(row),
    variance: (row) => fit.covariance(row, row),
    covariance(one, other) {
      let sum = 0;
      for (let i = 0; i < one.columns.length; i++)
        for (let j = 0; j < other.columns.length; j++)
          sum +=
            (one.factors[i] as number) *
            (other.factors[j] as number) *
            (inverse[(one.columns[i] as number) * size + (other.columns[j] as number)] as number);
      return sum;
    },
    remove: (row) => update(row, -1 / row.error ** 2),
    add: (row) => update(row, 1 / row.error ** 2),
    copy: () => fitOf(size, inverse.slice(), estimate.slice()),
  };
  return fit;

  function update(row: Row, weight: number): void {
    const gain = new Float64Array(size);
    for (let i = 0; i < row.columns.length; i++) {
      const [from, factor] = [(row.columns[i] as number) * size, row.factors[i] as number];
      for (let j = 0; j < size; j++) gain[j] = (gain[j] as number) + factor * (inverse[from + j] as number);
    }
    const scale = weight / (1 + weight * fit.variance(row));
    const step = scale * fit.residual(row);
    for (let i = 0; i < size; i++) {
      const by = scale * (gain[i] as number);
      estimate[i] = (estimate[i] as number) + step * (gain[i] as number);
      for (let j = 0; j < size; j++) inverse[i * size + j] = (inverse[i * size + j] as number) - by * (gain[j] as number);
    }
  }
}

/** By Cholesky: the matrix is symmetric and positive. */
function inverseOf(matrix: Float64Array, size: number): Float64Array {
  const lower = matrix.slice();
  for (let j = 0; j < size; j++) {
    const rowJ = j * size;
    for (let i = j; i < size; i++) {
      const rowI = i * size;
      let sum = lower[rowI + j] as number;
      for (let k = 0; k < j; k++) sum -= (lower[rowI + k] as number) * (lower[rowJ + k] as number);
      if (i === j) {
        if (!(sum > 0)) throw new RangeError("expected every unknown to be reached by a row; found one that is not");
        lower[rowJ + j] = Math.sqrt(sum);
      } else lower[rowI + j] = sum / (lower[rowJ + j] as number);
    }
  }
  // Rows of the inverse of the lower part, kept as columns so that the product below reads straight ahead.
  const half = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    half[j * size + j] = 1 / (lower[j * size + j] as number);
    for (let i = j + 1; i < size; i++) {
      let sum = 0;
      for (let k = j; k < i; k++) sum -= (lower[i * size + k] as number) * (half[j * size + k] as number);
      half[j * size + i] = sum / (lower[i * size + i] as number);
    }
  }
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) {
      let sum = 0;
      for (let k = j; k < size; k++) sum += (half[i * size + k] as number) * (half[j * size + k] as number);
      inverse[i * size + j] = inverse[j * size + i] = sum;
    }
  }
  return inverse;
}

/** Fast Fourier transform (Cooley and Tukey), in place, of lengths that are powers of two. */
export function transform(real: Float64Array, imaginary: Float64Array, back = false): void {
  const n = real.length;
  for (let at = 1, other = 0; at < n; at++) {
    let bit = n >> 1;
    for (; other & bit; bit >>= 1) other ^= bit;
    other ^= bit;
    if (at < other) {
      [real[at], real[other]] = [real[other] as number, real[at] as number];
      [imaginary[at], imaginary[other]] = [imaginary[other] as number, imaginary[at] as number];
    }
  }
  for (let length = 2; length <= n; length <<= 1) {
    const turn = ((back ? 2 : -2) * Math.PI) / length;
    const half = length >> 1;
    const [cosines, sines] = [new Float64Array(half), new Float64Array(half)];
    for (let k = 0; k < half; k++) {
      cosines[k] = Math.cos(turn * k);
      sines[k] = Math.sin(turn * k);
    }
    for (let from = 0; from < n; from += length)
      for (let k = 0; k < half; k++) {
        const [a, b] = [from + k, from + k + half];
        const [wr, wi] = [cosines[k] as number, sines[k] as number];
        const tr = (real[b] as number) * wr - (imaginary[b] as number) * wi;
        const ti = (real[b] as number) * wi + (imaginary[b] as number) * wr;
        real[b] = (real[a] as number) - tr;
        imaginary[b] = (imaginary[a] as number) - ti;
        real[a] = (real[a] as number) + tr;
        imaginary[a] = (imaginary[a] as number) + ti;
      }
  }
  if (!back) return;
  for (let at = 0; at < n; at++) {
    real[at] = (real[at] as number) / n;
    imaginary[at] = (imaginary[at] as number) / n;
  }
}

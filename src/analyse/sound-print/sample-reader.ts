/** Samples out of chunks that may end inside one. The array handed on is used again. */
const bytesPerSample = 4;
const room = 16_384;

export function createSampleReader(use: (samples: Float32Array) => void): (chunk: Buffer) => void {
  const samples = new Float32Array(room);
  const bytes = new Uint8Array(samples.buffer);
  let filled = 0;
  return (chunk) => {
    for (let at = 0; at < chunk.length;) {
      const part = Math.min(bytes.length - filled, chunk.length - at);
      bytes.set(chunk.subarray(at, at + part), filled);
      filled += part;
      at += part;
      const whole = Math.floor(filled / bytesPerSample);
      if (whole === 0) continue;
      use(samples.subarray(0, whole));
      bytes.copyWithin(0, whole * bytesPerSample, filled);
      filled -= whole * bytesPerSample;
    }
  };
}

/** Numbers as ZIP stores them: lowest byte first. Beyond the end all is zero. */

export function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

export function u32(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;
}

/** Undefined beyond 2^53: no archive that exists is that large. */
export function u64(bytes: Uint8Array, at: number): number | undefined {
  const high = u32(bytes, at + 4);
  return high >= 0x200000 ? undefined : high * 0x1_0000_0000 + u32(bytes, at);
}

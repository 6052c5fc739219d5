/** Where a recording is cut, from the prints of its frames in the vault: what stands on both sides was not filmed in one go. */
import type { Digest } from "../core/hash/digest.ts";
import type { VaultReader } from "../core/vault/vault.port.ts";
import { readCuts } from "../formats/frame-prints/read-cuts.ts";

/** Seconds as the container states them. Throws FramePrintsRefused. */
export function findCuts(vault: Pick<VaultReader, "read">, prints: Digest): Promise<number[]> {
  return readCuts(async (start, end) => {
    const bytes = new Uint8Array(end - start);
    let filled = 0;
    for await (const part of vault.read(prints, { start, end })) {
      const fits = part.subarray(0, bytes.length - filled);
      bytes.set(fits, filled);
      filled += fits.length;
    }
    return bytes.subarray(0, filled);
  });
}

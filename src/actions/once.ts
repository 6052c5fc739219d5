/** Bytes that are in memory already, as a stream. */
import type { ByteStream } from "../core/vault/vault.port.ts";

export async function* once(bytes: Uint8Array): ByteStream {
  yield bytes;
}

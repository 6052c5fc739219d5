/** Node's text decoder behind the port of the formats. */
import type { MakeDecoder } from "../../formats/text-encoding/text-decoder.port.ts";

export const platformDecoder: MakeDecoder = (label) => {
  try {
    return new TextDecoder(label, { ignoreBOM: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** Ports of unpacking for tests in which nothing is unpacked. */
import type { UnpackingPorts } from "../../src/actions/record-unpacked.ts";

const never = () => {
  throw new Error("expected nothing to be unpacked");
};
export const noUnpacking: UnpackingPorts = { unpackedPlaces: never, pathOfItem: never, erasedObjects: never, readRange: never };

/** What the planted targets share: a seed, and faults that only a changed input reaches. */
import { bytesOf } from "../fuzz-target.ts";

export const seeds = () => [bytesOf("value,1\nvalue,2\n")];
export const dictionary = ["trip"];
export const tripped = (bytes: Uint8Array) => new TextDecoder().decode(bytes).includes("trip");

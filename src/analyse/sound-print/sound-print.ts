/** Prints of the first sound stream. */
import { failed, type Made, type Making } from "../child-contract.ts";

export async function soundPrint({ analyser }: Making): Promise<Made> {
  return failed("refused", `${analyser}: expected an analyser; found none yet`);
}

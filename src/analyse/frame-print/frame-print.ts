/** Prints of every frame of a picture or video. */
import { failed, type Made, type Making } from "../child-contract.ts";

export async function framePrint({ analyser }: Making): Promise<Made> {
  return failed("refused", `${analyser}: expected an analyser; found none yet`);
}

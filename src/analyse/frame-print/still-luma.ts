/** A still picture as one small grey frame: turned by its flag, first page only, on grey where it is see-through. */
import { failed, type Made } from "../child-contract.ts";
import { decodable, mostPixels, openPicture } from "../picture/open-picture.ts";
import type { Signature } from "../probe/signature.ts";
import { type PrintSize, printSize } from "./print-size.ts";

const ground = { r: 128, g: 128, b: 128 };

export interface StillLuma extends PrintSize {
  readonly luma: Uint8Array;
  readonly shown: PrintSize;
  readonly pages: number;
}

export async function stillLuma(
  path: string,
  { format, says }: Extract<Signature, { family: "picture" }>,
): Promise<StillLuma | { failure: Made }> {
  if (!decodable.has(format))
    return { failure: failed("refused", `frame-print: expected a picture format that can be decoded here; found ${says}`) };
  try {
    const { width, height, autoOrient, pages = 1 } = await openPicture(path).metadata();
    if (width * height > mostPixels)
      return { failure: failed("refused", `frame-print: expected at most ${mostPixels} pixels; found ${width} x ${height}`) };
    const size = printSize(autoOrient.width, autoOrient.height);
    const colours = await openPicture(path)
      .autoOrient()
      .resize(size.width, size.height, { fit: "fill", kernel: "linear" })
      .flatten({ background: ground })
      .toColourspace("srgb")
      .removeAlpha()
      .raw()
      .toBuffer();
    return { luma: lumaOf(colours), ...size, shown: { width: autoOrient.width, height: autoOrient.height }, pages };
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    const found = /pixel limit/i.test(said)
      ? failed("refused", `frame-print: expected at most ${mostPixels} pixels; found a picture that claims more`)
      : failed("not-media", "frame-print: expected a picture that can be decoded; found one that is damaged");
    return { failure: found };
  }
}

/** As video stores it (ITU-R BT.601), so that a still and a frame of the same scene get the same prints. */
function lumaOf(colours: Uint8Array): Uint8Array {
  const luma = new Uint8Array(colours.length / 3);
  for (let n = 0; n < luma.length; n += 1) {
    const at = n * 3;
    luma[n] = 0.5 + 0.299 * (colours[at] as number) + 0.587 * (colours[at + 1] as number) + 0.114 * (colours[at + 2] as number);
  }
  return luma;
}

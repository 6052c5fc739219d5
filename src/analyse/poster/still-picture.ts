/** A still picture as a viewer shows it: turned by its flag, first page only, on grey where it is see-through. */
import { failed, type Made } from "../child-contract.ts";
import { decodable, mostPixels, openPicture } from "../picture/open-picture.ts";
import type { Signature } from "../probe/signature.ts";
import { fitInside, keptPixels, type Pixels } from "../shield/blur.ts";

/** Longer side of the clear picture: enough to fill a large screen. */
const clearLength = 2560;
const ground = { r: 128, g: 128, b: 128 };

export interface Still {
  readonly kept: Pixels;
  readonly shape: { readonly width: number; readonly height: number };
}

export async function stillPixels(
  path: string,
  { format, says }: Extract<Signature, { family: "picture" }>,
): Promise<Still | { failure: Made }> {
  if (!decodable.has(format))
    return { failure: failed("refused", `poster: expected a picture format that can be decoded here; found ${says}`) };
  try {
    const { width, height, autoOrient } = await openPicture(path).metadata();
    if (width * height > mostPixels)
      return { failure: failed("refused", `poster: expected at most ${mostPixels} pixels; found ${width} x ${height}`) };
    const fit = fitInside(autoOrient.width, autoOrient.height, keptPixels);
    const { data, info } = await openPicture(path)
      .autoOrient()
      .resize(fit.width, fit.height, { fit: "fill" })
      .flatten({ background: ground })
      .toColourspace("srgb")
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { kept: { data: data.subarray(0), width: info.width, height: info.height }, shape: autoOrient };
  } catch (error) {
    return { failure: refusal(error) };
  }
}

export async function writeClearPicture(path: string, to: string): Promise<void> {
  await openPicture(path)
    .autoOrient()
    .resize(clearLength, clearLength, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 88 })
    .toFile(to);
}

function refusal(error: unknown): Made {
  const said = error instanceof Error ? error.message : "";
  if (/pixel limit/i.test(said))
    return failed("refused", `poster: expected at most ${mostPixels} pixels; found a picture that claims more`);
  return failed("not-media", "poster: expected a picture that can be decoded; found one that is damaged");
}

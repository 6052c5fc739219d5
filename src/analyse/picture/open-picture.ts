/** Still pictures, opened by libvips with a short list of loaders. A picture that claims more pixels than the limit is refused unread. */
import sharp, { type Sharp } from "sharp";
import type { PictureFormat } from "../probe/signature.ts";

/** A 200-megapixel telephone picture passes, a bomb of 50,000 x 50,000 does not. */
export const mostPixels = 268_402_689;

/** Formats that a decoder is here for. HEIC pictures are HEVC inside, for which there is none. */
export const decodable: ReadonlySet<PictureFormat> = new Set(["jpeg", "png", "gif", "webp", "tiff", "avif"]);

sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Nsgif", "Webp", "Tiff", "Heif"].map((loader) => `VipsForeignLoad${loader}`),
});
sharp.cache(false);
// One thread, so that the same bytes come out of the same build.
sharp.concurrency(1);

/** Build that decodes them: the same bytes are promised for the same one. */
export const pictureDecoder = `libvips ${sharp.versions.vips}`;

/** The first page or frame. What can be decoded of a damaged picture is given; the rest stays grey. */
export function openPicture(path: string): Sharp {
  return sharp(path, { limitInputPixels: mostPixels, failOn: "none", page: 0, pages: 1, sequentialRead: true });
}

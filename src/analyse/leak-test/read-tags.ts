/** Metadata of a picture or recording as exiftool reads them: places stand there as fractions that no text search would find. */
import { readMetadata } from "../probe/metadata.ts";

export type Tags = { readonly words: string; readonly personal: readonly string[] } | { readonly refused: string };

/** Groups that a camera or an editor writes; a redacted file has none of them. */
const personalGroup = /^(?:IFD\d|ExifIFD|GPS|InteropIFD|XMP|IPTC|MakerNotes|Canon|Nikon|Apple|Sony|Keys|UserData|ItemList|Photoshop)/;
/** What encoders and colour management write into every file. */
const harmless =
  /^(?:Encoder|XResolution|YResolution|ResolutionUnit|YCbCrPositioning|ColorSpace|Orientation|ExifVersion|ComponentsConfiguration|FlashpixVersion|HandlerType|HandlerVendorID|.*ImageWidth|.*ImageHeight)$/;

export async function readTags(path: string): Promise<Tags> {
  const read = await readMetadata(path);
  if (read.state === "not-read") return { refused: `metadata: ${read.why}` };
  const rows = read.rows.filter(({ group }) => !/^(?:File|ExifTool|Composite)\b/.test(group) || /GPS/.test(group));
  const personal = rows
    .filter(({ group, tag }) => personalGroup.test(group) && !harmless.test(tag))
    .map(({ group, tag }) => `${group} ${tag}`);
  return { words: read.rows.map(({ tag, value }) => `${tag}: ${value}`).join("\n"), personal };
}

/** Whether a name claims another kind of file than the bytes are. The name decides nothing; a false one is worth knowing. */
const families: readonly (readonly [container: RegExp, endings: readonly string[]])[] = [
  [/^mov,/, ["mp4", "m4v", "m4a", "mov", "qt", "3gp", "3g2", "mj2", "f4v", "insv", "lrv"]],
  [/^matroska,/, ["mkv", "webm", "mka", "mks"]],
  [/^avi$/, ["avi", "divx"]],
  [/^asf$/, ["wmv", "wma", "asf"]],
  [/^flv$/, ["flv"]],
  [/^mpeg$/, ["mpg", "mpeg", "vob", "mp2"]],
  [/^mpegts$/, ["ts", "mts", "m2ts", "m2t"]],
  [/^mxf$/, ["mxf"]],
  [/^mp3$/, ["mp3", "mpga"]],
  [/^aac$/, ["aac"]],
  [/^ogg$/, ["ogg", "ogv", "oga", "opus", "spx"]],
  [/^wav$/, ["wav"]],
  [/^flac$/, ["flac"]],
  [/^amr$/, ["amr"]],
  [/^aiff$/, ["aif", "aiff", "aifc"]],
  [/^caf$/, ["caf"]],
  [/^jpeg$/, ["jpg", "jpeg", "jpe", "jfif", "mpo", "insp"]],
  [/^png$/, ["png", "apng"]],
  [/^gif$/, ["gif"]],
  [/^webp$/, ["webp"]],
  [/^tiff$/, ["tif", "tiff", "dng", "nef", "arw", "cr2"]],
  [/^bmp$/, ["bmp", "dib"]],
  [/^(heic|avif)$/, ["heic", "heif", "avif", "hif"]],
  [/^jxl$/, ["jxl"]],
  [/^pdf$/, ["pdf", "ai"]],
  [/^(telegram-desktop-json|atlos-json|yt-dlp-json|x-post-json|geojson|json)$/, ["json", "jsonl", "geojson", "har"]],
  [/^kml$/, ["kml", "xml"]],
  [/^(html|telegram-html|link-list|xml)$/, ["html", "htm", "xhtml", "xml", "svg", "kml", "gpx"]],
];

/** The ending that the name has and the bytes do not bear out; undefined when they agree or the ending is not known. */
export function falseEnding(name: string, container: string): string | undefined {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) return undefined;
  const claimed = families.find(([, endings]) => endings.includes(ending));
  return claimed === undefined || claimed[0].test(container) ? undefined : ending;
}

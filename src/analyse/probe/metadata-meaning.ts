/** What a tag means for time or place, where that is easily misread. */
import type { TimeMeaning } from "../../core/time/time-claim.ts";

export interface TimeTag {
  readonly means: TimeMeaning;
  /** "utc": by the format's own rule. "none": a wall clock, unless the value or another tag names an offset. */
  readonly zone: "utc" | "none";
  /** Tags in the same group that complete it. */
  readonly offsetTag?: string;
  readonly subSecTag?: string;
  readonly meaning: string;
}

const exifWall = "Camera's wall clock. No time zone unless an offset tag stands beside it; the clock itself may be wrong.";
const container =
  "When the container was written, by the writer's clock. Meant as UTC, but many cameras and programs write local time; after a download or a re-encoding it is not the time of filming.";
const xmp = "Written by a program. Carries a zone only where the value ends in one.";

/** By exiftool's group and tag. */
export const timeTags: ReadonlyMap<string, TimeTag> = new Map<string, TimeTag>([
  [
    "ExifIFD DateTimeOriginal",
    { means: "recorded", zone: "none", offsetTag: "OffsetTimeOriginal", subSecTag: "SubSecTimeOriginal", meaning: exifWall },
  ],
  [
    "ExifIFD CreateDate",
    { means: "recorded", zone: "none", offsetTag: "OffsetTimeDigitized", subSecTag: "SubSecTimeDigitized", meaning: exifWall },
  ],
  [
    "IFD0 ModifyDate",
    {
      means: "modified",
      zone: "none",
      offsetTag: "OffsetTime",
      subSecTag: "SubSecTime",
      meaning: "When the picture was last changed by whatever wrote it. Later than the recording: it was edited or re-saved.",
    },
  ],
  ["QuickTime CreateDate", { means: "file-written", zone: "utc", meaning: container }],
  ["QuickTime ModifyDate", { means: "modified", zone: "utc", meaning: container }],
  [
    "Keys CreationDate",
    { means: "recorded", zone: "none", meaning: "The phone's time of recording, with its zone. Kept by some programs that re-encode." },
  ],
  ["UserData DateTimeOriginal", { means: "recorded", zone: "none", meaning: exifWall }],
  [
    "Info DateTimeOriginal",
    { means: "file-written", zone: "utc", meaning: "When the Matroska file was written (UTC by the format's rule)." },
  ],
  ["RIFF DateTimeOriginal", { means: "recorded", zone: "none", meaning: exifWall }],
  ["PNG ModifyDate", { means: "modified", zone: "utc", meaning: "When the picture was last changed (UTC by the format's rule)." }],
  ["PDF CreateDate", { means: "file-written", zone: "none", meaning: xmp }],
  ["PDF ModifyDate", { means: "modified", zone: "none", meaning: xmp }],
  ["XMP-xmp CreateDate", { means: "recorded", zone: "none", meaning: xmp }],
  ["XMP-xmp ModifyDate", { means: "modified", zone: "none", meaning: xmp }],
  ["XMP-xmp MetadataDate", { means: "modified", zone: "none", meaning: xmp }],
  ["XMP-photoshop DateCreated", { means: "recorded", zone: "none", meaning: xmp }],
  ["XMP-exif DateTimeOriginal", { means: "recorded", zone: "none", meaning: xmp }],
]);

const trackTime = /^(Track|Media)(Create|Modify)Date$/;

const others: ReadonlyMap<string, string> = new Map([
  ["GPSDateStamp", "UTC, from satellites: not the camera's clock."],
  ["GPSTimeStamp", "UTC, from satellites: not the camera's clock."],
  [
    "GPSLatitude",
    "Where the receiver was at its last fix, which may be old or far from what is shown. Degrees, south negative where the reference says so.",
  ],
  [
    "GPSLongitude",
    "Where the receiver was at its last fix, which may be old or far from what is shown. Degrees, west negative where the reference says so.",
  ],
  ["GPSCoordinates", "Where the receiver was at its last fix, which may be old or far from what is shown."],
  ["GPSImgDirection", "Bearing of the camera by its compass: wrong near metal; true or magnetic north by GPSImgDirectionRef."],
  ["Orientation", "How a viewer must turn the stored picture."],
  ["ThumbnailImage", "A small picture inside the file. It may show what the picture showed before it was changed."],
  ["PreviewImage", "A smaller picture inside the file. It may show what the picture showed before it was changed."],
  ["HandlerVendorID", "Names the maker of the program that wrote the track, not of the camera."],
]);

export function meaningOf(group: string, tag: string): string | undefined {
  return timeTags.get(`${group} ${tag}`)?.meaning ?? (trackTime.test(tag) ? container : others.get(tag));
}

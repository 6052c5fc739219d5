/** Descriptions of yt-dlp. Whatever the bytes, the reading and each post must keep to their schemas. */
import { platformDecoder } from "../../../src/analyse/reading/platform-decoder.ts";
import { PostsReading } from "../../../src/core/analysis/reading-result.ts";
import { Post } from "../../../src/core/post/post.ts";
import { readYtDlpInfo } from "../../../src/formats/yt-dlp-info/read-info.ts";
import { clipInfo, listInfo } from "../../readers/info-files.ts";
import { bytesOf, type FuzzTarget, inPieces } from "../fuzz-target.ts";

export const target: FuzzTarget = {
  name: "yt-dlp-info",
  seeds: () => [JSON.stringify(clipInfo, null, 1), JSON.stringify(listInfo)].map(bytesOf),
  dictionary: [
    ...[
      '{"',
      '":',
      "[",
      "]",
      "{",
      "}",
      ",",
      "null",
      '"entries": [',
      '"_type": "playlist"',
      '"timestamp": ',
      '"upload_date": "',
      '"epoch": ',
    ],
    ...[
      "1e400",
      "-1",
      "99999999999999",
      "20249999",
      '"tags": ',
      '"_version": ',
      "\\ud800",
      "\\u202e",
      "__proto__",
      "http://a:b@c/?sig=",
      "%",
    ],
  ],
  async run(bytes) {
    const reading = await readYtDlpInfo(inPieces(bytes), platformDecoder, (post) => void Post.parse(post), 50_000_000);
    PostsReading.parse(reading);
  },
};

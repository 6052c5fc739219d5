/** Archives and saved posts of X. Whatever the bytes, the reading and each post must keep to their schemas. */
import { platformDecoder } from "../../../src/analyse/reading/platform-decoder.ts";
import { PostsReading } from "../../../src/core/analysis/reading-result.ts";
import { Post } from "../../../src/core/post/post.ts";
import { readXPosts } from "../../../src/formats/x-posts/read-x-posts.ts";
import { apiPost, archiveScript, archiveTweet, repostTweet, statusPost } from "../../readers/x-files.ts";
import { bytesOf, type FuzzTarget, inPieces } from "../fuzz-target.ts";

export const target: FuzzTarget = {
  name: "x-posts",
  seeds: () => [archiveScript([archiveTweet, repostTweet]), JSON.stringify(apiPost), JSON.stringify(statusPost)].map(bytesOf),
  dictionary: [
    ...[
      "window.YTD.tweet.part0 = ",
      '{"tweet": {',
      '{"noteTweet": {',
      "[",
      "]",
      "{",
      "}",
      ",",
      '"id_str": "',
      '"created_at": "',
      '"data": [',
    ],
    ...[
      '"media": [',
      '"variants": [',
      "99999999999999999999",
      "1e400",
      "Sat Feb 31 25:61:61 +9999 9999",
      "\\ud800",
      "\\u202e",
      "__proto__",
      "../",
    ],
  ],
  async run(bytes) {
    const reading = await readXPosts(inPieces(bytes), platformDecoder, (post) => void Post.parse(post), 50_000_000);
    PostsReading.parse(reading);
  },
};

/** Pages of Telegram Desktop's HTML export. Whatever the bytes, the reading and each post must keep to their schemas. */
import { platformDecoder } from "../../../src/analyse/reading/platform-decoder.ts";
import { PostsReading } from "../../../src/core/analysis/reading-result.ts";
import { Post } from "../../../src/core/post/post.ts";
import { readTelegramPage } from "../../../src/formats/telegram-html/read-page.ts";
import { newPage, oldPage } from "../../readers/telegram-pages.ts";
import { bytesOf, type FuzzTarget, inPieces } from "../fuzz-target.ts";

export const target: FuzzTarget = {
  name: "telegram-html",
  seeds: () => [newPage, oldPage].map(bytesOf),
  dictionary: [
    ...[
      '<div class="message default clearfix" id="message',
      '<div class="message service" id="message-1">',
      "</div>",
      "<div>",
      "<b>",
      "<br>",
    ],
    ...[
      'class="text"',
      'class="forwarded body"',
      'class="from_name"',
      'title="',
      'href="',
      "#go_to_message",
      "<!--",
      "-->",
      "<script>",
      "</script>",
    ],
    ...["UTC+99:99", "99.99.9999 99:99:99", "../", "javascript:", "&#x110000;", "&#0;", "joined", "\u202e", "__proto__"],
    new Uint8Array([0xff, 0xfe]),
  ],
  async run(bytes) {
    const reading = await readTelegramPage(inPieces(bytes), platformDecoder, (post) => void Post.parse(post), 50_000_000);
    PostsReading.parse(reading);
  },
};

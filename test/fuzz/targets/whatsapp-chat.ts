/** The text of a WhatsApp chat. Whatever the bytes, the reading and each post must keep to their schemas. */
import { platformDecoder } from "../../../src/analyse/reading/platform-decoder.ts";
import { isWhatsAppChat } from "../../../src/analyse/probe/whatsapp-shape.ts";
import { PostsReading } from "../../../src/core/analysis/reading-result.ts";
import { Post } from "../../../src/core/post/post.ts";
import { readWhatsAppChat } from "../../../src/formats/whatsapp-chat/read-chat.ts";
import { americanChat, androidChat, iosChat, undecidedChat } from "../../readers/chat-texts.ts";
import { bytesOf, type FuzzTarget, inPieces } from "../fuzz-target.ts";

export const target: FuzzTarget = {
  name: "whatsapp-chat",
  seeds: () => [androidChat, iosChat, americanChat, undecidedChat].map(bytesOf),
  dictionary: [
    ...["\n", "\r\n", " - ", ": ", "[", "] ", "<attached: ", ">", "<Media omitted>", " (file attached)", "/", ".", ", ", "(", "<"],
    ...["14/09/2024, 16:20 - A: ", "[1/2/24, 3:04:05 PM] B: ", "99/99/9999, 99:99 - ", "2024-02-30, 24:00 - ", "0/0/00, 0:00 - "],
    ...["\u200e", "\u202f", "\u202e", "\u0661\u0662", "下午", "م", "p. m.", "\ufeff", "\ufffd", "../", "\u0000"],
    new Uint8Array([0xff, 0xfe]),
    new Uint8Array([0xcf, 0xeb]),
  ],
  async run(bytes) {
    isWhatsAppChat(new TextDecoder("latin1").decode(bytes));
    const reading = await readWhatsAppChat(
      () => inPieces(bytes),
      platformDecoder,
      (post) => void Post.parse(post),
      50_000_000,
    );
    PostsReading.parse(reading);
  },
};

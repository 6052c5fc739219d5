/** Reads a page of Telegram Desktop's HTML export in the child: text by the platform's decoder, posts into a file as they come. */
import { readTelegramPage } from "../../formats/telegram-html/read-page.ts";
import type { Made, Making } from "../child-contract.ts";
import { platformDecoder } from "./platform-decoder.ts";
import { madeOfPosts } from "./posts-out.ts";

export function telegramHtml(making: Making): Promise<Made> {
  return madeOfPosts(making, (open, write) => readTelegramPage(open(), platformDecoder, write));
}

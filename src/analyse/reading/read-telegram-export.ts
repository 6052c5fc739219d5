/** Reads a Telegram Desktop export in the child: text by the platform's decoder, posts into a file as they come. */
import { readTelegramExport } from "../../formats/telegram-export/read-export.ts";
import type { Made, Making } from "../child-contract.ts";
import { platformDecoder } from "./platform-decoder.ts";
import { madeOfPosts } from "./posts-out.ts";

export function telegramExport(making: Making): Promise<Made> {
  return madeOfPosts(making, (open, write) => readTelegramExport(open(), platformDecoder, write));
}

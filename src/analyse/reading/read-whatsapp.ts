/** Reads the text of a WhatsApp chat in the child, twice: once to learn how its dates are written, once for the messages. */
import { readWhatsAppChat } from "../../formats/whatsapp-chat/read-chat.ts";
import type { Made, Making } from "../child-contract.ts";
import { platformDecoder } from "./platform-decoder.ts";
import { madeOfPosts } from "./posts-out.ts";

export function whatsapp(making: Making): Promise<Made> {
  return madeOfPosts(making, (open, write) => readWhatsAppChat(open, platformDecoder, write), 2);
}

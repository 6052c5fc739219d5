/** Reads a description file of yt-dlp in the child: text by the platform's decoder, posts into a file. */
import { readYtDlpInfo } from "../../formats/yt-dlp-info/read-info.ts";
import type { Made, Making } from "../child-contract.ts";
import { platformDecoder } from "./platform-decoder.ts";
import { madeOfPosts } from "./posts-out.ts";

export function ytDlp(making: Making): Promise<Made> {
  return madeOfPosts(making, (open, write) => readYtDlpInfo(open(), platformDecoder, write));
}

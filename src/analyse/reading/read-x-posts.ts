/** Reads an archive or saved posts of X in the child: text by the platform's decoder, never run, posts into a file as they come. */
import { readXPosts } from "../../formats/x-posts/read-x-posts.ts";
import type { Made, Making } from "../child-contract.ts";
import { platformDecoder } from "./platform-decoder.ts";
import { madeOfPosts } from "./posts-out.ts";

export function xPosts(making: Making): Promise<Made> {
  return madeOfPosts(making, (open, write) => readXPosts(open(), platformDecoder, write));
}

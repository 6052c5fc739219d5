/** Words for times. */
import type { TimeWords } from "./time-words.ts";
import { english } from "./english-words.ts";
export const russian: TimeWords = english;

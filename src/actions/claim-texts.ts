/** Texts that claims and rejections are quoted from, each read once for one append: those of one list are mostly of one text. */
import type { ClaimText } from "../core/claim/claim-text.ts";
import type { ClaimPorts, TextFound } from "./claim-ports.ts";

export type ReadText = (text: ClaimText) => Promise<TextFound>;

export function textsReadOnce({ claims }: ClaimPorts): ReadText {
  const read = new Map<string, ReturnType<ReadText>>();
  return (text) => {
    const key = JSON.stringify([text.item, text.reading, text.part]);
    const found = read.get(key) ?? claims.textOf(text);
    read.set(key, found);
    return found;
  };
}

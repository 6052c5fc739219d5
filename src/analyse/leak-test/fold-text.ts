/** Text as it is compared: one case, no accents, no invisible signs, one sort of space. What a person reads as the same is the same here. */
const invisible = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;

export function foldText(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(invisible, "").toLowerCase().replace(/ß/g, "ss").replace(/\s+/gu, " ");
}

/** Letters and digits alone: whatever stands between them, in markup or in the spacing of a page, does not hide a name. */
export function squashText(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]/gu, "");
}

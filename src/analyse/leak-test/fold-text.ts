/** Text as it is compared: one case, no accents, no invisible signs, one sort of space. What a person reads as the same is the same here. */
const invisible = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;

/** Most of any text is ASCII, which has nothing to fold but case. */
const beyondAscii = /[^\p{ASCII}]+/gu;

export function foldText(text: string): string {
  const plain = text.replace(beyondAscii, (run) => run.normalize("NFKD").replace(/\p{M}/gu, "").replace(invisible, "").replace(/ß/g, "ss"));
  return plain.toLowerCase().replace(/\s+/g, " ");
}

/** Letters and digits alone: whatever stands between them, in markup or in the spacing of a page, does not hide a name. */
export function squashText(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]/gu, "");
}

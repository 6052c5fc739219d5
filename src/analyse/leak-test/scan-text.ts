/** One text in every form in which it can be read: as it is, with escapes undone, without its markup; and what it holds in code. */
import type { LeakKind } from "../../core/edition/leak-report.ts";
import { placeCluesIn, type UnplacedClue } from "../../core/edition/place-clue.ts";
import { codedRuns, unescaped, withoutTags } from "./coded-text.ts";
import { foldText, squashText } from "./fold-text.ts";
import type { SoughtSecrets } from "./sought-secrets.ts";

export interface TextFinds {
  readonly leak: (kind: LeakKind, where: string, secret: string) => void;
  readonly clue: (clue: UnplacedClue) => void;
  readonly coded: (how: "base64" | "hex", at: number, bytes: Buffer) => void;
}

export function scanText(text: string, { sought, squash }: { sought: SoughtSecrets; squash: boolean }, finds: TextFinds): void {
  const plain = unescaped(text);
  const forms: { readonly how: string; readonly words: string }[] = [{ how: "text", words: text }];
  if (plain !== undefined) forms.push({ how: "text, escapes undone", words: plain });
  for (const { how, words } of [...forms]) {
    const bare = withoutTags(words);
    if (bare !== undefined) forms.push({ how: `${how}, without markup`, words: bare });
  }
  for (const { how, words } of forms) {
    const folded = foldText(words);
    sought.inFolded(folded, ({ kind, label }) => finds.leak(kind, how, label));
    if (squash) sought.inSquashed(squashText(folded), ({ kind, label }) => finds.leak(kind, `${how}, letters alone`, label));
    sought.inHex(words, ({ kind, label }, at) => finds.leak(kind, `${how} at ${at}`, label));
    for (const { kind, label, at } of sought.figures(words)) finds.leak(kind, `${how} at ${at}`, label);
    for (const clue of placeCluesIn(words, sought.isNear)) finds.clue(clue);
  }
  for (const words of plain === undefined ? [text] : [text, plain])
    for (const { how, at, bytes } of codedRuns(words)) finds.coded(how, at, bytes);
}

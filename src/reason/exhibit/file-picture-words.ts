/** Words by which an agency or an outlet says itself that a picture is not of the event: a file picture, an archive, an illustration. */

const phrases: readonly RegExp[] = [
  // English.
  /\bfile\s+(?:photo(?:graph)?|picture|image|footage|pic)\b/iu,
  /\b(?:photo|picture|image|footage)\s+(?:from\s+)?(?:the\s+)?(?:archives?|files?)\b/iu,
  /(?<=[([]|^)\s*(?:file|archive)\s*(?=[)\]]|$)/iu,
  /\barchiv(?:e|al|es)\s+(?:photo(?:graph)?|picture|image|footage|material)\b/iu,
  /\b(?:illustrati(?:ve|on)|representational|stock)\s+(?:photo(?:graph)?|picture|image|purposes?)\b/iu,
  /\b(?:image|photo|picture)\s+(?:is\s+)?(?:used\s+)?for\s+illustrati(?:on|ve)\b/iu,
  // Ukrainian.
  /(?<!\p{L})архівн(?:е|а|ий|і|ого|их)\s+(?:фото\p{L}*|відео|знім\p{L}+|зображення|кадр\p{L}*)/iu,
  /(?<!\p{L})(?:фото|відео|знімок|зображення)\s+(?:з|із)\s+архів\p{L}*/iu,
  /(?<!\p{L})ілюстративн\p{L}+(?:\s+(?:фото\p{L}*|зображення|знімок))?/iu,
  // Russian.
  /(?<!\p{L})архивн(?:ое|ая|ый|ые|ого|ых)\s+(?:фото\p{L}*|видео|сним\p{L}+|изображени\p{L}|кадр\p{L}*)/iu,
  /(?<!\p{L})(?:фото|видео|снимок|изображение)\s+из\s+архив\p{L}*/iu,
  /(?<!\p{L})иллюстративн\p{L}+(?:\s+(?:фото\p{L}*|изображени\p{L}|сним\p{L}+))?/iu,
  // Both, alone in brackets or at an end: "Фото: архів".
  /(?<=[(:[]\s{0,3}|^)арх[ії]в(?=\s*(?:[)\].]|$))/iu,
  /(?<=[(:[]\s{0,3}|^)архив(?=\s*(?:[)\].]|$))/iu,
];

/** The first such words of a text, unchanged. */
export function filePictureWords(text: string): { readonly words: string; readonly start: number; readonly end: number } | undefined {
  const found = phrases.flatMap((phrase) => {
    const match = phrase.exec(text);
    return match === null ? [] : [{ words: match[0].trim(), start: match.index + match[0].search(/\S/u), length: match[0].trim().length }];
  });
  const [first] = found.toSorted((one, other) => one.start - other.start || other.length - one.length);
  return first === undefined ? undefined : { words: first.words, start: first.start, end: first.start + first.length };
}

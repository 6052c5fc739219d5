/** Takes apart what stands under a picture: what it says, and whom it credits. Words stay as they are. */
import { attributeWords, elementsBelow, isElement, type PageElement, type PageNode, singleSpaced, textOf } from "./page-tree.ts";

export interface CaptionParts {
  readonly caption?: string;
  readonly credit?: string;
}

/** A credit stands at the end, after a sentence or in brackets, and begins with one of these (English, Ukrainian, Russian, German). */
const creditWords =
  "Photo(?:graph)?(?: by| credit)?|Picture|Image|Credit|Source|Video(?: still)?|Screenshot|Copyright|Фото(?:графія|графия)?|Світлина|Знімок|Снимок|Зображення|Изображение|Джерело|Источник|Автор|Скриншот|Скріншот|Foto|Bild|Quelle|Bildquelle|Aufnahme";
const trailingCredit = new RegExp(
  `^(.*?)(?:^|(?<=[.!?…»”"')|/–—-])\\s*|\\s+(?=\\())(\\(?(?:(?:${creditWords})\\s*[:/©]|©|\\(c\\)|Photo by|Picture by|Image by)\\s*\\S.{0,200})$`,
  "isu",
);
const creditName = /(?:^|[-_])(?:credits?|copyright|photographer|attribution|source|byline)(?:$|[-_])|copyrightholder|creditline/;

export function readCaption(caption: PageElement | undefined, figure: PageElement | undefined): CaptionParts {
  const whole = caption === undefined ? "" : textOf(caption);
  const marked = [caption, figure].flatMap((one) => (one === undefined ? [] : elementsBelow(one))).find(isCredit);
  if (marked !== undefined) {
    const credit = textOf(marked);
    const rest = caption === undefined ? "" : textWithout(caption, marked);
    return parts(rest, credit);
  }
  const match = trailingCredit.exec(whole);
  return match === null ? parts(whole, "") : parts((match[1] ?? "").trim(), (match[2] ?? "").trim());
}

function parts(caption: string, credit: string): CaptionParts {
  return { ...(caption === "" ? {} : { caption }), ...(credit === "" ? {} : { credit }) };
}

function isCredit(element: PageElement): boolean {
  if (element.name === "figcaption" || element.name === "img") return false;
  const names = [...attributeWords(element, "class"), ...attributeWords(element, "itemprop")];
  return names.some((name) => creditName.test(name)) && textOf(element) !== "";
}

function textWithout(element: PageElement, left: PageElement): string {
  const copy = (node: PageElement): PageElement => ({
    ...node,
    children: node.children.filter((child) => child !== left).map((child): PageNode => (isElement(child) ? copy(child) : child)),
  });
  return singleSpaced(textOf(copy(element)));
}

/** Words by which a caption itself says that the picture shows something else. */
const archiveWords =
  /\b(?:archive|archival|file (?:photo|picture|image)|library (?:photo|picture)|illustrat(?:ion|ive)|stock (?:photo|image)|symbolic image|Archiv(?:bild|foto)?|Symbolbild)\b|архів|архив|ілюстра|иллюстра/iu;

export function saysArchive({ caption, credit }: CaptionParts): boolean {
  return archiveWords.test(`${caption ?? ""} ${credit ?? ""}`);
}

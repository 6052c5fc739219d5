/** Pictures of the article's part of a page, each once, with what is written under them. */
import type { ArticlePicture } from "../../core/article/article.ts";
import type { ArticleLog } from "./article-log.ts";
import { readCaption, saysArchive } from "./caption-credit.ts";
import { leftOut } from "./left-out.ts";
import type { MainPart } from "./main-part.ts";
import { attribute, closest, elementsBelow, findBelow, isElement, type PageElement } from "./page-tree.ts";
import { pictureAddress, type PictureAddress } from "./picture-address.ts";
import { isCaption } from "./write-body.ts";

/** A page of more is a gallery; what comes after is left out. */
const mostPictures = 2000;

export function readPictures(page: PageElement, { element, isLarge }: MainPart, log: ArticleLog): ArticlePicture[] {
  const base = attribute(findBelow(page, ({ name }) => name === "base") ?? page, "href");
  const pictures: ArticlePicture[] = [];
  const seen = new Set<string>();
  for (const image of imagesOf(element, isLarge)) {
    if (isPixel(image)) continue;
    const address = pictureAddress(image, sourcesOf(image), base);
    if (address === undefined) continue;
    const named = address.kind === "beside" ? address.path : address.url;
    if (seen.has(named)) continue;
    seen.add(named);
    if (pictures.length >= mostPictures) {
      log.trap("page-cut", `picture ${mostPictures}`);
      break;
    }
    noteAddress(address, log, `picture ${pictures.length + 1}`);
    const figure = closest(image, ({ name }) => name === "figure");
    const parts = readCaption(captionOf(image, figure), figure);
    if (saysArchive(parts)) log.trap("caption-says-archive", `picture ${pictures.length + 1}`);
    const alt = attribute(image, "alt");
    pictures.push({
      ...(address.kind === "beside" ? { path: address.path } : { url: address.url }),
      ...parts,
      ...(alt === undefined ? {} : { alt }),
    });
  }
  return pictures;
}

/** Images in document order. Pages that load pictures late hide the real one in a noscript. */
function imagesOf(part: PageElement, isLarge: (one: PageElement) => boolean): PageElement[] {
  const found: PageElement[] = [];
  const walk = (element: PageElement) => {
    for (const child of element.children) {
      if (!isElement(child)) continue;
      if (child.name === "img" || child.name === "amp-img") found.push(child);
      else if (child.name === "noscript" || leftOut(child, isLarge) === undefined) walk(child);
    }
  };
  walk(part);
  return found;
}

function sourcesOf(image: PageElement): PageElement[] {
  const picture = closest(image, ({ name }) => name === "picture");
  return picture === undefined ? [] : elementsBelow(picture).filter(({ name }) => name === "source");
}

/** Counting pixels are no pictures. */
function isPixel(image: PageElement): boolean {
  return /^[01](?:px)?$/.test(attribute(image, "width") ?? "") || /^[01](?:px)?$/.test(attribute(image, "height") ?? "");
}

function captionOf(image: PageElement, figure: PageElement | undefined): PageElement | undefined {
  if (figure !== undefined) return findBelow(figure, ({ name }) => name === "figcaption") ?? findBelow(figure, isCaption);
  // Without a figure: the first caption after the image, in the two containers around it.
  for (
    let inner = image, outer = image.parent, levels = 0;
    outer !== undefined && levels < 3;
    inner = outer, outer = outer.parent, levels++
  ) {
    const after = outer.children.slice(outer.children.indexOf(inner) + 1).filter(isElement);
    const next = after.find((one) => isCaption(one) || one.name === "img");
    if (next !== undefined && next.name !== "img") return next;
    if (next !== undefined) return undefined;
  }
  return undefined;
}

function noteAddress({ kind }: PictureAddress, log: ArticleLog, where: string): void {
  if (kind === "elsewhere") log.trap("picture-elsewhere", where);
  if (kind === "inside") log.trap("picture-inside-page", where);
  if (kind === "leaves-folder") log.trap("picture-path-leaves-folder", where);
}

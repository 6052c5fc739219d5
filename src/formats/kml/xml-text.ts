/** Text for XML 1.0: escaped, and without the characters that no XML may hold. */

const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(notXml, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** For places where Google Earth shows text as HTML: escaped twice, so that it stays text there too. */
export function inertHtml(text: string): string {
  return xmlText(xmlText(text));
}

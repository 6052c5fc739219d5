/** Whether a text is a list of links, by its beginning. */

const line = /^\s*(?:[-*]\s+|\d{1,6}[.)]\s+)?<?(?:https?:\/\/|www\.)\S/i;

/** A line that speaks to whoever reads the list, and is no entry of it. */
export function isCommentLine(line: string): boolean {
  return /^\s*(?:#|\/\/|;)/.test(line);
}

/** Most lines begin with a link; lines that begin with a comment sign do not count against it. */
export function isLinkList(head: string): boolean {
  if (/^\[InternetShortcut\]/i.test(head) || /^<!DOCTYPE NETSCAPE-Bookmark-file-1>/i.test(head)) return true;
  if (/^<\?xml[\s\S]{0,500}<plist[\s\S]{0,500}<key>URL<\/key>/i.test(head)) return true;
  const lines = head
    .split(/\r\n|\n|\r/)
    .slice(0, 2000)
    .filter((one) => one.trim() !== "" && !isCommentLine(one));
  const links = lines.filter((one) => line.test(one)).length;
  return links > 0 && links >= lines.length * 0.7;
}

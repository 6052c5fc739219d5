/** Whether a text is an e-mail, by the fields at its head. Pages saved as MHTML have the same form and are none. */

const longestHead = 64 * 1024;

export function isEMail(start: string): boolean {
  if (!/^(?:From |[!-9;-~]{1,76}[ \t]*:)/.test(start)) return false;
  const head = start.slice(0, longestHead);
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length;
  const header = head.slice(0, end);
  if (/^(?:snapshot-content-location|content-location):/im.test(header) || /^from:\s*"?<?saved by/im.test(header)) return false;
  const has = (name: string) => new RegExp(`^${name}[ \\t]*:`, "im").test(header);
  const fields = header.split(/\r?\n(?![ \t])/).filter((line) => line !== "" && !line.startsWith("From "));
  if (fields.some((line) => !/^[!-9;-~]{1,76}[ \t]*:/.test(line))) return false;
  const names = ["from", "to", "date", "subject"].filter(has).length;
  const travelled = ["message-id", "received", "return-path", "delivered-to", "mime-version", "x-mailer", "dkim-signature"].some(has);
  return has("from") && names >= 2 && travelled;
}

/** Chats as WhatsApp writes them, invented: the same five messages in the forms of several locales, and what people do to such files. */

/** Android, day first. */
export const androidChat = [
  "14/09/2024, 16:18 - Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them. *Learn more*",
  "14/09/2024, 16:20 - Anna Baker: The van rolls into the fountain",
  "second line, with <b>markup</b>",
  "14/09/2024, 16:21 - Borys: IMG-20240914-WA0003.jpg (file attached)",
  "the square at four",
  "14/09/2024, 16:22 - Borys: PTT-20240914-WA0000.opus (file attached)",
  "14/09/2024, 16:23 - Anna Baker: <Media omitted>",
  "14/09/2024, 16:25 - Anna Baker: nobody was hurt <This message was edited>",
  "15/09/2024, 09:00 - Anna Baker: This message was deleted",
  "",
].join("\n");

/** iOS, brackets, seconds, marks of direction. */
export const iosChat = [
  "\u200e[14/09/2024, 16:18:02] Fountain: \u200eMessages and calls are end-to-end encrypted.",
  "[14/09/2024, 16:20:05] Anna Baker: The van rolls into the fountain",
  "\u200e[14/09/2024, 16:21:09] Borys: \u200e<attached: 00000012-PHOTO-2024-09-14-16-21-09.jpg>",
  "\u200e[14/09/2024, 16:23:30] Anna Baker: \u200eimage omitted",
  "[14/09/2024, 16:24:00] \u202a+380 00 000 00 00\u202c: here https://maps.google.com/?q=50.45,30.52",
  "",
].join("\r\n");

/** American: month first, twelve hours, a narrow space before the half of the day. */
export const americanChat = ["9/14/24, 4:20\u202fPM - Anna: now", "9/14/24, 12:05\u202fAM - Anna: midnight", ""].join("\n");

/** Nothing settles which figure is the day. */
export const undecidedChat = ["03/04/2024, 10:00 - Anna: one", "03/04/2024, 10:05 - Anna: two", ""].join("\n");

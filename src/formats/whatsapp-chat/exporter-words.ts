/**
 * Words that the exporter writes in place of something, in the languages known to us. The exporter has no list of them
 * (docs/formats/whatsapp.md); what is not here is told apart by its form where it has one, and that is said.
 */

/** In angle brackets, Android: the message had a file, and the export does not hold it. */
export const omittedWords: ReadonlySet<string> = new Set([
  "media omitted",
  "video note omitted",
  "video message omitted",
  "medien ausgeschlossen",
  "médias omis",
  "multimedia omitido",
  "archivo omitido",
  "без медиафайлов",
  "файл пропущен",
  "медіа пропущено",
  "без медіафайлів",
  "mídia oculta",
  "arquivo de mídia oculto",
  "ficheiro não revelado",
  "media omessi",
  "media weggelaten",
  "medya dahil edilmedi",
  "média vynechány",
  "pominięto multimedia",
  "mediafiler utelämnade",
  "media tidak disertakan",
  "تم استبعاد الوسائط",
  "<省略多媒體檔>",
  "省略多媒体文件",
  "미디어 파일을 제외",
]);

/** After a mark of direction, iOS: the same, by kind. */
export const omittedKinds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    photo: [
      "image omitted",
      "bild weggelassen",
      "image absente",
      "imagen omitida",
      "immagine omessa",
      "imagem ocultada",
      "изображение отсутствует",
      "зображення пропущено",
      "afbeelding weggelaten",
      "görüntü dahil edilmedi",
    ],
    video: [
      "video omitted",
      "video weggelassen",
      "vidéo absente",
      "vídeo omitido",
      "video omitido",
      "video omesso",
      "vídeo ocultado",
      "видео отсутствует",
      "відео пропущено",
      "video weggelaten",
      "video dahil edilmedi",
    ],
    "round-video": ["video note omitted", "videonachricht weggelassen"],
    voice: [
      "audio omitted",
      "audio weggelassen",
      "audio omis",
      "audio omitido",
      "audio omesso",
      "áudio ocultado",
      "аудиофайл отсутствует",
      "аудіо пропущено",
      "audio weggelaten",
      "ses dahil edilmedi",
    ],
    sticker: [
      "sticker omitted",
      "sticker weggelassen",
      "sticker omis",
      "sticker omitido",
      "sticker omesso",
      "figurinha omitida",
      "стикер отсутствует",
      "стікер пропущено",
      "sticker weggelaten",
    ],
    animation: [
      "gif omitted",
      "gif weggelassen",
      "gif omis",
      "gif omitido",
      "gif omessa",
      "gif omitido",
      "gif отсутствует",
      "gif weggelaten",
    ],
    file: [
      "document omitted",
      "dokument weggelassen",
      "document omis",
      "documento omitido",
      "documento omesso",
      "документ отсутствует",
      "документ пропущено",
      "document weggelaten",
    ],
    "contact-card": [
      "contact card omitted",
      "kontaktkarte ausgelassen",
      "fiche contact omise",
      "tarjeta de contacto omitida",
      "scheda contatto omessa",
      "карточка контакта отсутствует",
    ],
  }).flatMap(([role, words]) => words.map((one) => [one, role] as const)),
);

/** In brackets after a file's name, Android. */
export const attachedWords: ReadonlySet<string> = new Set([
  "file attached",
  "datei angehängt",
  "fichier joint",
  "archivo adjunto",
  "файл добавлен",
  "файл додано",
  "файл прикреплён",
  "arquivo anexado",
  "ficheiro anexado",
  "file allegato",
  "bestand bijgevoegd",
  "dosya ekli",
  "soubor byl přiložen",
  "plik dołączony",
  "fil bifogad",
  "file terlampir",
  "الملف مرفق",
]);

export const deletedWords: ReadonlySet<string> = new Set([
  "this message was deleted",
  "you deleted this message",
  "diese nachricht wurde gelöscht",
  "du hast diese nachricht gelöscht",
  "ce message a été supprimé",
  "vous avez supprimé ce message",
  "se eliminó este mensaje",
  "este mensaje fue eliminado",
  "eliminaste este mensaje",
  "данное сообщение удалено",
  "это сообщение удалено",
  "вы удалили данное сообщение",
  "це повідомлення видалено",
  "ви видалили це повідомлення",
  "mensagem apagada",
  "esta mensagem foi apagada",
  "você apagou esta mensagem",
  "questo messaggio è stato eliminato",
  "hai eliminato questo messaggio",
  "dit bericht is verwijderd",
  "bu mesaj silindi",
  "bu mesajı sildiniz",
  "ta wiadomość została usunięta",
  "تم حذف هذه الرسالة",
  "لقد حذفت هذه الرسالة",
]);

/** In angle brackets after the words of a message. */
export const editedWords: ReadonlySet<string> = new Set([
  "this message was edited",
  "diese nachricht wurde bearbeitet",
  "ce message a été modifié",
  "se editó este mensaje",
  "сообщение изменено",
  "данное сообщение изменено",
  "повідомлення відредаговано",
  "це повідомлення відредаговано",
  "mensagem editada",
  "questo messaggio è stato modificato",
  "dit bericht is bewerkt",
  "bu mesaj düzenlendi",
  "تم تعديل هذه الرسالة",
]);

/** Words as they are compared: no marks, no full stop, one case. */
export function comparable(words: string): string {
  return words
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.。]$/, "")
    .toLowerCase();
}

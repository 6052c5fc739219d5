/** One spelling for search: compatibility forms joined (Unicode NFKC), case taken away, in stored text and in the query alike. */

export function foldText(text: string): string {
  return text.normalize("NFKC").toLowerCase().normalize("NFC");
}

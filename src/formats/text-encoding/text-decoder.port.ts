/** Bytes to text. The platform's decoder is handed in: formats have no platform of their own. */

/** Decodes one stream of bytes; what does not fit the encoding becomes U+FFFD. */
export interface StreamDecoder {
  decode(bytes: Uint8Array, options: { readonly stream: boolean }): string;
}

/** A decoder for a label of the WHATWG Encoding Standard that drops no byte-order mark; undefined when the platform knows no such label. */
export type MakeDecoder = (label: string) => StreamDecoder | undefined;

/** Who an e-mail's From or Reply-To names: the address that tells senders apart, and the name beside it. What it says is its writer's word. */

export interface MailSender {
  /** In small letters. */
  readonly address: string;
  readonly name: string | "unknown";
}

/** Undefined where the field holds no address. */
export function mailSender(field: string): MailSender | undefined {
  const bracketed = /<\s*([^<>\s]{1,320})\s*>\s*$/.exec(field);
  const address = bracketed?.[1] ?? /[^\s<>,;]{1,64}@[^\s<>,;]{1,255}/.exec(field)?.[0];
  if (address === undefined) return undefined;
  const name = bracketed === null ? "" : field.slice(0, bracketed.index).trim();
  return { address: address.toLowerCase(), name: name === "" ? "unknown" : name };
}

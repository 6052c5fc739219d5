/** Why a token, a certificate or a chain does not hold, in words for the person who was given it. Never leaves this folder. */
export class TokenRefused extends Error {
  constructor(why: string) {
    super(why);
    this.name = "TokenRefused";
  }
}

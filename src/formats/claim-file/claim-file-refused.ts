/** Why a file gives no text to read claims from. The message says what was expected and what was found, and nothing of the text. */

export class ClaimFileRefused extends Error {
  readonly why: "empty" | "too-long" | "not-text" | "encoding";

  constructor(why: ClaimFileRefused["why"], message: string) {
    super(message);
    this.name = "ClaimFileRefused";
    this.why = why;
  }
}

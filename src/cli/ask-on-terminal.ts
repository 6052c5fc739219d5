/** Asks the person at the terminal. Only where there is one: a script is never left waiting. */
import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/** Undefined when standard input is no terminal, or the person ends it. `hidden` shows nothing of the answer. */
export async function askOnTerminal(question: string, { hidden = false }: { readonly hidden?: boolean } = {}): Promise<string | undefined> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  // The line editor writes every key back; a passphrase goes nowhere.
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!hidden) process.stderr.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  // Only now: the terminal itself shows keys until the line editor has taken it over.
  process.stderr.write(question);
  try {
    return await new Promise((resolve) => {
      lines.once("line", resolve);
      lines.once("close", () => resolve(undefined));
    });
  } finally {
    lines.close();
    if (hidden) process.stderr.write("\n");
  }
}

/** A file that is no map extract, or a broken one: where in it, what was expected, what was found. Nothing of it is kept then. */
export class ExtractUnreadable extends Error {
  constructor(where: string, expected: string, found: string) {
    super(`${where}: expected ${expected}; found ${found}`);
    this.name = "ExtractUnreadable";
  }
}

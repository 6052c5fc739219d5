/** A field that cannot be used: `where` names it as a path into the input. */
export class ProblemUnreadable extends Error {
  readonly where: string;
  constructor(where: string, message: string) {
    super(`${where}: ${message}`);
    this.name = "ProblemUnreadable";
    this.where = where;
  }
}

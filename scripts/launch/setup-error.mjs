/** Setting up cannot go on, in words for the person. 2: they can do something; 1: the machine failed. */
export class SetupError extends Error {
  constructor(message, exitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

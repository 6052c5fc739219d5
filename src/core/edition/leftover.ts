/** What a run of handing over that was killed left on the disk outside the case, after all that could be done for it was done. */
export type Leftover =
  /** The pack that the line knows has its name now. */
  | { readonly is: "named"; readonly line: number; readonly out: string }
  /** The line knows it; it could not get its name. */
  | { readonly is: "unnamed"; readonly line: number; readonly staged: string; readonly out: string; readonly why: "taken" | "altered" }
  /** The line knows it, and it lies nowhere. */
  | { readonly is: "gone"; readonly line: number; readonly out: string }
  /** No line knows it: it is nobody's pack. It is left where it lies. `whole`: it is one that could be checked. */
  | { readonly is: "unknown"; readonly staged: string; readonly whole: boolean };

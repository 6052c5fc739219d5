/** What passes between the page and its worker. */
import type { VerifyReport } from "../report.ts";
import type { Picked } from "./picked-file.ts";

export interface CheckRequest {
  readonly picked: Picked;
  /** Empty when the person gave none. */
  readonly expect: string;
}

export type CheckMessage =
  | { readonly type: "progress"; readonly share: number | "unknown"; readonly detail: string }
  | { readonly type: "report"; readonly report: VerifyReport; readonly text: string }
  | { readonly type: "failed"; readonly message: string };

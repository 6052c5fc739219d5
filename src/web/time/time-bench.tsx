/** The time bench. */
import type { InferenceId } from "../../core/inference/inference.ts";
import { t } from "../words/t.ts";

/** `inference`: the kept one of the address; undefined for a new problem. */
export function TimeBench({ inference }: { readonly inference: InferenceId | undefined }) {
  return (
    <h1>
      {t("time.title")} {inference}
    </h1>
  );
}

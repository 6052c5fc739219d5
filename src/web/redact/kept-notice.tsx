/** How it stands with what was drawn and not kept: back from before, not to be brought back, or in danger of being lost. */
import { t } from "../words/t.ts";
import type { Keeping } from "./use-layer.ts";

export function KeptNotice({ keeping: { restored, setAside, failed, takenBack } }: { readonly keeping: Keeping }) {
  return (
    <>
      {restored ? <p className="notice is-fine">{t("redact.restored")}</p> : null}
      {takenBack.length > 0 ? <p className="notice is-attention">{t("redact.taken-back", { names: takenBack.join(", ") })}</p> : null}
      {setAside ? <p className="notice is-attention">{t("redact.set-aside")}</p> : null}
      {failed ? <p className="notice is-attention">{t("redact.unkept")}</p> : null}
    </>
  );
}

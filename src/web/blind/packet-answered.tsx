/** On the desk of a packet: what nothing ties to its bytes, which file to send back, what stays here, and later the file that tells the answer. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import type { BlindDesk, DeskPacket } from "../../api/blind.ts";
import { blindApi } from "../api-client/blind-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";

interface PacketAnsweredProps {
  readonly packet: z.infer<typeof DeskPacket>;
  readonly protection: BlindDesk["protection"];
  readonly onTold: () => void;
}

export function PacketAnswered({ packet, protection, onTold }: PacketAnsweredProps) {
  const { bound, sealed, revealed, keptIn } = packet;
  return (
    <>
      {bound ? null : <p className="notice">{t("blind.packet-unbound")}</p>}
      {sealed === null ? null : (
        <section className="blind-sent" aria-label={t("blind.packet-sealed")}>
          <h2 className="blind-part">{t("blind.packet-sealed")}</h2>
          <p>{t("blind.packet-send")}</p>
          <FileName path={sealed.file} />
          <p>{t("blind.packet-stays")}</p>
          <FileName path={keptIn} />
          <p className={protection === "passphrase" ? "quiet small" : "notice"}>{t(`blind.kept.${protection}`)}</p>
          {revealed === null ? (
            <Tell onTold={onTold} />
          ) : (
            <>
              <p role="status">{t("blind.packet-told")}</p>
              <FileName path={revealed} />
            </>
          )}
        </section>
      )}
    </>
  );
}

/** Told once, it is told: it is asked twice. */
function Tell({ onTold }: Pick<PacketAnsweredProps, "onTold">) {
  const [asked, setAsked] = useState(false);
  const telling = useMutation({ mutationFn: () => blindApi.tell(), onSuccess: onTold });
  return (
    <>
      <p>{t("blind.packet-later")}</p>
      {telling.error === null ? null : <ErrorNotice error={telling.error} />}
      <p className="button-row">
        <button type="button" className="button" disabled={telling.isPending} onClick={() => (asked ? telling.mutate() : setAsked(true))}>
          {t(asked ? "blind.packet-tell-now" : "blind.packet-tell")}
        </button>
      </p>
    </>
  );
}

function FileName({ path }: { readonly path: string }) {
  return (
    <p className="mono blind-file">
      <IsolatedText text={path} />
    </p>
  );
}

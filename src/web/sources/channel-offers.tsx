/** Channels that readers found, each with the one step that makes it an account; and why a chat is none. */
import type { OfferedChannel } from "../../api/sources.ts";
import { sourcesApi } from "../api-client/sources-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { useWritingSources } from "./source-queries.ts";

export function ChannelOffers({ channels }: { channels: readonly OfferedChannel[] }) {
  const make = useWritingSources(
    (channel: OfferedChannel) => sourcesApi.accountFromChannel(channel.exportItem, channel.channel.id),
    t("channels.done"),
    () => undefined,
  );
  if (channels.length === 0) return null;
  return (
    <section className="channel-offers" aria-label={t("channels.title")}>
      <h2>{t("channels.title")}</h2>
      <p className="quiet small">{t("channels.how")}</p>
      {make.error === null ? null : <ErrorNotice error={make.error} />}
      <ul>
        {channels.map((offer) => (
          <li key={`${offer.exportItem} ${offer.channel.id}`} className="channel-offer">
            <span>
              <strong>
                <IsolatedText text={offer.channel.name} />
              </strong>{" "}
              <span className="quiet small">
                {offer.channel.platform}, <Link to={`/items/${offer.exportItem}`}>{offer.exportItem}</Link>,{" "}
                {t("channels.items", { count: offer.items })}
              </span>
            </span>
            <Step offer={offer} busy={make.isPending} onMake={() => make.mutate(offer)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Step({ offer, busy, onMake }: { offer: OfferedChannel; busy: boolean; onMake: () => void }) {
  const { sort } = offer;
  if (sort === "chat" || sort === "message-unsigned" || sort === "unknown")
    return <span className="quiet small">{t(`channels.no-account.${sort}`)}</span>;
  if (offer.account === null || offer.unattributed > 0) {
    return (
      <button type="button" className="button" disabled={busy} onClick={onMake}>
        {offer.account === null ? t(`channels.make.${sort}`) : t("channels.attribute", { count: offer.unattributed })}
      </button>
    );
  }
  return (
    <Link to={`/sources/${offer.account}`} className="small">
      {t(`channels.made.${sort}`, { account: offer.account })}
    </Link>
  );
}

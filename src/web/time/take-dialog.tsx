/** "Take from the case": what it holds about times, each to be taken or left. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import type { TimeStatement } from "../../reason/time/time-problem.ts";
import { api } from "../api-client/api.ts";
import { eventsApi } from "../api-client/events-api.ts";
import { inferenceApi } from "../api-client/inference-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { sceneApi } from "../api-client/scene-api.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { sceneOffers } from "./scene-statements.ts";
import { statementWords } from "./statement-words.ts";
import { sunOffer } from "./sun-statements.ts";
import { eachOnce, eventNames, type Offer, offersOf, type TakenItem } from "./take-from-case.ts";

/** Of a long case the newest are looked at; a network of all of them is entered as JSON. */
const eventsLookedAt = 200;
const itemsLookedAt = 300;

interface TakeDialogProps {
  /** Names of statements that are there already. */
  readonly taken: ReadonlySet<string>;
  /** Events of the case by the names they get here. */
  readonly onTake: (statements: readonly TimeStatement[], eventRecords: Readonly<Record<string, string>>) => void;
  readonly onClose: () => void;
}

async function gather(signal: AbortSignal): Promise<{ offers: Offer[]; records: Record<string, string>; left: number }> {
  const { events } = await eventsApi.events(signal);
  const standing = events.filter(({ withdrawn }) => withdrawn === undefined);
  const details = await Promise.all(standing.slice(0, eventsLookedAt).map(({ id }) => eventsApi.event(id, signal)));
  const ids = [...new Set(details.flatMap(({ bearings }) => bearings.map(({ item }) => item as string)))].slice(0, itemsLookedAt);
  const items = await Promise.all(
    ids.map(async (id): Promise<[string, TakenItem]> => {
      const { row } = await api.item(id as ItemId, signal);
      return [id, { id, name: row.name, posted: row.posted }];
    }),
  );
  const names = eventNames(details.map(({ event }) => event));
  const suns = (await inferenceApi.list("sun", signal)).inferences.filter(({ withdrawn }) => withdrawn === undefined);
  const measured = await Promise.all(suns.slice(0, 50).map(({ id }) => inferenceApi.get(id, signal)));
  const sunOffers = measured.flatMap((detail) => sunOffer(detail, names) ?? []);
  const scenes = sceneOffers(await sceneApi.bounds(signal), names);
  return {
    offers: [...offersOf(details, new Map(items)), ...scenes, ...sunOffers],
    records: Object.fromEntries([...names].map(([record, name]) => [name, record])),
    left: Math.max(0, standing.length - eventsLookedAt),
  };
}

export function TakeDialog({ taken, onTake, onClose }: TakeDialogProps) {
  const found = useQuery({ queryKey: [...queryKeys.records, "offers"], queryFn: ({ signal }) => gather(signal) });
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const offers = (found.data?.offers ?? []).map((offer) => {
    const isThere = offer.statements.every(({ id }) => taken.has(id));
    return { ...offer, isThere, isTaken: !isThere && (changed.get(offer.key) ?? offer.isMeant) };
  });
  const wanted = eachOnce(
    offers.filter(({ isTaken }) => isTaken).flatMap(({ statements }) => statements.filter(({ id }) => !taken.has(id))),
  );
  const groups = Map.groupBy(offers, ({ event }) => event);
  return (
    <Dialog
      title={t("time-bench.take")}
      wide
      onClose={onClose}
      foot={
        <button
          type="button"
          className="button is-main"
          disabled={wanted.length === 0}
          onClick={() => onTake(wanted, found.data?.records ?? {})}
        >
          {t("time-bench.take-count", { count: wanted.length })}
        </button>
      }
    >
      <p className="quiet">{t("time-bench.take-how")}</p>
      {found.error === null ? null : <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <p className="quiet">{t("time-bench.take-looking")}</p> : null}
      {found.data !== undefined && offers.length === 0 ? <p>{t("time-bench.take-none")}</p> : null}
      {(found.data?.left ?? 0) > 0 ? <p className="tone-narrower">{t("time-bench.take-left", { count: found.data?.left ?? 0 })}</p> : null}
      {[...groups].map(([event, ofEvent]) => (
        <fieldset key={event} className="claim-fields">
          <legend>
            <IsolatedText text={`${event} · ${ofEvent[0]?.eventName ?? ""}`} />
          </legend>
          {ofEvent.map((offer) => (
            <div key={offer.key} className="take-offer">
              <label className="check">
                <input
                  type="checkbox"
                  checked={offer.isTaken || offer.isThere}
                  disabled={offer.isThere}
                  onChange={(change) => setChanged(new Map(changed).set(offer.key, change.target.checked))}
                />{" "}
                <IsolatedText text={offer.statements.map(statementWords).join(" ")} />
              </label>
              {offer.isThere ? <p className="quiet small">{t("time-bench.take-there")}</p> : null}
              {offer.note === undefined ? null : <p className="quiet small">{t(offer.note)}</p>}
            </div>
          ))}
        </fieldset>
      ))}
    </Dialog>
  );
}

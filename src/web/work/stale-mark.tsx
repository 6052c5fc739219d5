/** A word beside the name of a record where there is no room for more: something that it rests on changed. Leads to where it says what. */
import { useStale } from "../api-client/work-api.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

export function StaleMark({ record }: { record: string }) {
  const row = useStale().data?.find(({ judgement }) => judgement === record);
  if (row === undefined) return null;
  return (
    <Link to="/work?part=stale" className="chip small">
      <ToneMark tone="narrower" /> {t("stale.mark")}
    </Link>
  );
}

/** Copies: the groups on one side, the chosen group beside them, and a pair on the whole screen. Nothing here says who took what from whom. */
import "../bench/bench.css";
import "../bench/stage.css";
import "../bench/player.css";
import "./copies.css";
import "./pair.css";
import "./texts.css";
import { useNarrow } from "../parts/use-narrow.ts";
import { useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { readCopiesAddress } from "./copies-address.ts";
import { GroupList } from "./group-list.tsx";
import { GroupView } from "./group-view.tsx";
import { PairView } from "./pair-view.tsx";
import { TextGroupView } from "./text-group-view.tsx";

/** Below this the chosen group takes the place of the list. */
const besideFrom = 1000;

export function CopiesScreen() {
  const { query } = useAddress();
  const address = readCopiesAddress(query);
  const narrow = useNarrow(besideFrom);
  const { pair, group, post } = address;
  const chosen = group !== undefined || post !== undefined;
  if (pair !== undefined) return <PairView key={`${pair.a}-${pair.b}`} name={pair} address={address} />;
  return (
    <div className={narrow ? "copies is-narrow" : "copies"}>
      <h1 className="visually-hidden">{t("copies.title")}</h1>
      {narrow && chosen ? null : <GroupList address={address} />}
      {post !== undefined ? (
        <TextGroupView key={`${post.item}-${post.at}`} post={post} back={narrow} />
      ) : group === undefined ? (
        narrow ? null : (
          <p className="quiet copies-closed">{t("copies.closed")}</p>
        )
      ) : (
        <GroupView key={group} id={group} back={narrow} />
      )}
    </div>
  );
}

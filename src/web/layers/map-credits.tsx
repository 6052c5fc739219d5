/** Who made what the map shows, in its corner: the outline inside the program, and every layer that is drawn. */
import { t } from "../words/t.ts";
import type { DrawnLayer } from "./drawn-layer.ts";
import { creditWords } from "./layer-words.ts";

export function MapCredits({ drawn }: { readonly drawn: readonly DrawnLayer[] }) {
  return (
    <div className="map-credit" data-testid="map-credits">
      {drawn.toReversed().map(({ key, credit }) => (
        <p key={key} dir="auto">
          {creditWords(credit)}
        </p>
      ))}
      <p>{t("map.credit")}</p>
    </div>
  );
}

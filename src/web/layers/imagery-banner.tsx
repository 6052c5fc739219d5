/** Of when the picture is that one looks at: the first question about imagery, so it is always in sight. */
import "./layers.css";
import type { Span } from "../../core/place/map-feature.ts";
import type { Viewport } from "../map/viewport.ts";
import { t } from "../words/t.ts";
import type { DrawnLayer } from "./drawn-layer.ts";
import { ageWords, takenWords } from "./layer-words.ts";

interface ImageryBannerProps {
  readonly drawn: readonly DrawnLayer[];
  readonly view: Viewport;
  /** Of what is looked for on the map. */
  readonly event: Span | undefined;
}

export function ImageryBanner({ drawn, view, event }: ImageryBannerProps) {
  const { lat, lon } = view.centre;
  const here = drawn.filter(
    ({ credit: { bounds }, opacity }) =>
      opacity > 0 && lat >= bounds.south && lat <= bounds.north && lon >= bounds.west && lon <= bounds.east,
  );
  const top = here.findLast(({ credit }) => credit.isImagery);
  if (top === undefined) return <NoImagery map={here.at(-1)} />;
  const { credit } = top;
  const age = ageWords(credit, event);
  const provider = credit.provider === "" ? t("layers.provider-unknown") : credit.provider;
  return (
    <p className={credit.taken === "unknown" ? "imagery-banner is-unknown" : "imagery-banner"} data-testid="imagery-banner">
      <strong dir="auto">
        {credit.taken === "unknown"
          ? t("imagery.banner-unknown", { provider })
          : t("imagery.banner", { day: takenWords(credit), provider })}
      </strong>
      {age === undefined ? null : <span>{age}</span>}
    </p>
  );
}

/** Said as well, so that nobody takes a drawn map for a picture of the day. */
function NoImagery({ map }: { readonly map: DrawnLayer | undefined }) {
  return (
    <p className="imagery-banner is-none" data-testid="imagery-banner" dir="auto">
      {map === undefined
        ? t("imagery.banner-none")
        : t("imagery.banner-drawn", { day: takenWords(map.credit), provider: map.credit.provider || t("layers.provider-unknown") })}
    </p>
  );
}

/** Figures as files of their own, for articles and slides: with their style inside, since no page is around them. */
import type { ReportModel } from "../../core/report/report.ts";
import type { Markup } from "../markup/markup.ts";
import { figureStyle } from "./figure-style.ts";
import { mapFigure } from "./map-figure.ts";
import { syncFigure } from "./sync-figure.ts";
import { timelineFigure } from "./timeline-figure.ts";

export interface FigureFile {
  readonly name: string;
  readonly says: string;
  readonly svg: string;
}

export function figureFiles(model: ReportModel): FigureFile[] {
  const numbers = placeNumbers(model);
  const file = (name: string, says: string, figure: Markup | undefined): FigureFile[] =>
    figure === undefined
      ? []
      : [
          {
            name,
            says,
            svg: `<?xml version="1.0" encoding="UTF-8"?>\n${String(figure).replace(">", () => `><style>${figureStyle}</style>`)}\n`,
          },
        ];
  return [
    ...file("map", "Places with how far each may be off", mapFigure(model.places, numbers)),
    ...file("timeline", "Events with what bounds their times", timelineFigure(model.events, zoneOf(model))),
    ...file("sync", "Recordings on one clock", syncFigure(model.sync)),
  ];
}

/** Numbers that map and text share. Cones go with their camera and have none. */
export function placeNumbers({ places }: ReportModel): ReadonlyMap<string, number> {
  return new Map(places.filter(({ role }) => role !== "cone").map(({ id }, at) => [id, at + 1]));
}

/** Whose clock the figures go by: that of the first answer that is a time, else of the first window that names a zone. */
export function zoneOf({ findings, events }: ReportModel): string {
  const answered = findings.flatMap(({ answer }) => (answer.sort === "time" ? [answer.zone] : []));
  return (
    [...answered, ...events.flatMap(({ windows }) => windows.map(({ zone }) => zone))].find((zone) => /^[A-Z][A-Za-z]+\//u.test(zone)) ??
    "UTC"
  );
}

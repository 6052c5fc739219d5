/** What the camera part draws on the map: the numbers of the frame, the set of positions, the likeliest one with its cone, and lines of position. */
import { destination, wayBetween } from "../../core/place/geodesic.ts";
import type { CameraAnswer } from "../../reason/camera/camera-answer.ts";
import { formatPosition, formatRadius } from "../claims/place-words.ts";
import { bearingLine, type BenchShape, type Tone } from "../map/bench-shapes.ts";
import { t } from "../words/t.ts";
import type { CameraDraft } from "./camera-draft.ts";
import { numberOf, positionOf } from "./camera-problem-of.ts";

/** How far beyond the nearer thing a line of position is drawn while nothing tells where on it the camera was. */
const lineM = 1000;

export function cameraShapes(draft: CameraDraft, answer: CameraAnswer | undefined, chosen: number | undefined): BenchShape[] {
  return [
    ...answerShapes(answer),
    ...transitShapes(draft, answer),
    ...pairShapes(draft, answer, chosen),
    ...expectedShapes(draft, answer, chosen),
  ];
}

function answerShapes(answer: CameraAnswer | undefined): BenchShape[] {
  if (answer === undefined || answer.region.coordinates.length === 0) return [];
  const area = { area: formatArea(answer.regionAreaM2) };
  const shapes: BenchShape[] = [
    {
      kind: "region",
      key: "camera region",
      tone: answer.consistent ? "agree" : "conflict",
      title: t(answer.solutions.length === 0 ? "camera.shape.line" : "camera.shape.region", area),
      region: answer.region,
    },
  ];
  for (const [at, solution] of answer.solutions.entries()) {
    const { lat, lon, headingDeg, horizontalFieldDeg, ellipse, cone } = solution;
    const tip = cone.coordinates[0]?.[0]?.[1];
    const words = { place: formatPosition(solution), radius: formatRadius(ellipse.majorM), heading: headingDeg.value.toFixed(1) };
    shapes.push(
      {
        kind: "cone",
        key: `camera cone ${at}`,
        tone: "plain",
        title: t("camera.shape.cone", { ...words, error: headingDeg.error.toFixed(1), field: horizontalFieldDeg.value.toFixed(1) }),
        from: { lat, lon },
        headingDeg: headingDeg.value,
        halfWidthDeg: horizontalFieldDeg.value / 2,
        errorDeg: Math.hypot(headingDeg.error, horizontalFieldDeg.error / 2),
        reachM: tip === undefined ? 200 : wayBetween({ lat, lon }, { lat: tip[1], lon: tip[0] }).metres,
        isChosen: at === 0,
      },
      {
        kind: "ellipse",
        key: `camera ellipse ${at}`,
        tone: "agree",
        title: t("camera.shape.position", words),
        label: t("camera.shape.label", words),
        centre: { lat, lon },
        semiMajorM: ellipse.majorM,
        semiMinorM: ellipse.minorM,
        bearingDeg: ellipse.bearingDeg,
        isChosen: at === 0,
      },
    );
  }
  const circle = answer.condition.dangerCircle;
  if (circle !== null) {
    const ring = Array.from({ length: 73 }, (_, at) => destination(circle, at * 5, circle.radiusM));
    shapes.push({ kind: "line", key: "camera danger circle", tone: "conflict", title: t("camera.shape.danger"), points: ring });
  }
  return shapes;
}

function transitShapes(draft: CameraDraft, answer: CameraAnswer | undefined): BenchShape[] {
  const [camera] = answer?.solutions ?? [];
  return draft.transits.flatMap(({ number, name, near, far }): BenchShape[] => {
    const [a, b] = [positionOf(near), positionOf(far)];
    if (a === undefined || b === undefined) return [];
    const title = t("camera.shape.transit", { number: String(number), name });
    const { bearingDeg } = wayBetween(b, a);
    const reach = camera === undefined ? lineM : wayBetween(a, camera).metres * 1.3;
    const points = [b, ...bearingLine(a, bearingDeg, reach)];
    return [{ kind: "line", key: `camera transit ${number}`, tone: "narrower", title, label: String(number), points }];
  });
}

function pairShapes(draft: CameraDraft, answer: CameraAnswer | undefined, chosen: number | undefined): BenchShape[] {
  return draft.pairs.flatMap(({ number, name, place, errorM, dropped }): BenchShape[] => {
    const at = positionOf(place);
    if (at === undefined) return [];
    const tone: Tone = dropped !== undefined ? "unknown" : answer?.misfits.includes(number) === true ? "conflict" : "plain";
    const radiusM = numberOf(errorM) ?? 0;
    return [
      {
        ...{ kind: "point", key: `camera pair ${number}`, tone, at, radiusM, number: String(number), isMovable: true },
        isChosen: number === chosen,
        title: t("camera.shape.pair", { number: String(number), name, radius: formatRadius(radiusM) }),
      },
    ];
  });
}

function expectedShapes(draft: CameraDraft, answer: CameraAnswer | undefined, chosen: number | undefined): BenchShape[] {
  return draft.expected.flatMap(({ number, name, place, errorM, found }): BenchShape[] => {
    const at = positionOf(place);
    if (at === undefined) return [];
    const inside = answer?.expected.find((one) => one.number === number)?.where !== "outside";
    const tone: Tone = found === "seen" ? "agree" : found === "not-seen" && inside ? "conflict" : "unknown";
    const radiusM = numberOf(errorM) ?? 0;
    return [
      {
        ...{ kind: "point", key: `camera expected ${number}`, tone, at, radiusM, number: String(number), isMovable: true },
        isChosen: number === chosen,
        title: t("camera.shape.expected", { number: String(number), name, radius: formatRadius(radiusM) }),
      },
    ];
  });
}

export function formatArea(squareMetres: number): string {
  if (squareMetres < 100_000) return t("camera.square-metres", { value: Number(squareMetres.toPrecision(3)) });
  return t("camera.square-kilometres", { value: Number((squareMetres / 1e6).toPrecision(3)) });
}

/**
 * Makes src/core/world/world-outline.ts: where land is, for the ground of the map. Land only: where borders run is disputed, and a map
 * for evidence takes no side in that.
 *
 *   node scripts/map/make-world-outline.mjs PATH/TO/land-50m.json
 *
 * The file is `land-50m.json` of the npm package world-atlas 2.0.2 (ISC licence), which packs the land polygons of Natural Earth
 * 4.1.0 at 1:50m. Natural Earth is in the public domain. Run once; the program neither needs nor fetches the package.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Degrees. Coasts are off by up to this much, which is why the ground is never measured on. */
const tolerance = 0.08;
const perDegree = 100;

const { arcs, transform, objects } = JSON.parse(readFileSync(process.argv[2], "utf8"));

function pointsOfArc(index) {
  let [x, y] = [0, 0];
  const points = arcs[index < 0 ? ~index : index].map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
  });
  return index < 0 ? points.reverse() : points;
}

const ringOf = (indices) => indices.flatMap((index, at) => pointsOfArc(index).slice(at === 0 ? 0 : 1));

/** Douglas and Peucker (1973). */
function simplified(points) {
  if (points.length < 3) return points;
  const [[ax, ay], [bx, by]] = [points[0], points.at(-1)];
  const length = Math.hypot(bx - ax, by - ay);
  let [far, most] = [0, 0];
  for (let at = 1; at < points.length - 1; at++) {
    const [x, y] = points[at];
    const off = length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
    if (off > most) [far, most] = [at, off];
  }
  if (most <= tolerance) return [points[0], points.at(-1)];
  return [...simplified(points.slice(0, far + 1)).slice(0, -1), ...simplified(points.slice(far))];
}

/** A whole number as characters from "?" on, five bits each, low bits first, the sign in the lowest. */
function written(number) {
  let rest = number < 0 ? ~(number << 1) : number << 1;
  let out = "";
  for (; rest >= 0x20; rest >>= 5) out += String.fromCharCode((0x20 | (rest & 0x1f)) + 63);
  return out + String.fromCharCode(rest + 63);
}

const polygons = objects.land.geometries.flatMap(({ type, arcs: of }) => (type === "Polygon" ? [of] : of));
const rings = polygons
  .flat()
  .map((indices) => simplified(ringOf(indices)).slice(0, -1))
  .filter((ring) => ring.length >= 3);
let count = 0;
const text = rings
  .map((ring) => {
    let [x, y] = [0, 0];
    count += ring.length;
    return ring
      .map(([lon, lat]) => {
        const [nx, ny] = [Math.round(lon * perDegree), Math.round(lat * perDegree)];
        const step = written(nx - x) + written(ny - y);
        [x, y] = [nx, ny];
        return step;
      })
      .join("");
  })
  .join(" ");
const out = fileURLToPath(new URL("../../src/core/world/world-outline.ts", import.meta.url));
writeFileSync(
  out,
  `/**
 * Where land is: ${rings.length} rings, ${count} corners, off by up to ${tolerance} degrees. Made with Natural Earth (public domain) by
 * scripts/map/make-world-outline.mjs; how it is packed stands in unpack-outline.ts. Not edited by hand.
 */
export const worldOutline = ${JSON.stringify(text)};
`,
);
process.stdout.write(`${rings.length} rings, ${count} corners, ${text.length} characters\n`);

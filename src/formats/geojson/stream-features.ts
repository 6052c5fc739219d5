/**
 * GeoJSON (RFC 7946) as a map extract, as it arrives and a feature at a time: what Overpass turbo and osmium write, with the tags as
 * properties. A file that is cut off or is no GeoJSON is refused as a whole; a feature that is broken costs only itself and is counted.
 */
import { ExtractUnreadable } from "../../core/map-extract/extract-unreadable.ts";
import { createJsonReader, type JsonHandler } from "../json-stream/json-reader.ts";
import {
  createValueBuilder,
  isList,
  isNumber,
  isObject,
  type JsonObject,
  type JsonValue,
  type ValueBuilder,
} from "../json-stream/json-value.ts";

export interface StreamedFeature {
  /** "way/12" where the file names it so, else where it stood: "features[3]". */
  readonly id: string;
  /** Keys and values in turn. */
  readonly tags: readonly string[];
  /** Ten-millionths of a degree, longitude and latitude in turn. Rings of an area end where they begin. */
  readonly shapes: readonly { readonly kind: "point" | "line" | "area"; readonly paths: readonly (readonly number[])[] }[];
}

export interface StreamedFile {
  /** Members of the outermost object that are words: "timestamp", "generator", "copyright", "name". */
  readonly words: ReadonlyMap<string, string>;
  readonly features: number;
  /** Features without a usable shape, and features in which a position, a tag or a member could not be used. */
  readonly broken: number;
}

const longestText = 10_000;
const deepest = 64;
const mostCorners = 2_000_000;
const identifier = /^(node|way|relation)\/\d{1,16}$/;

/** Throws ExtractUnreadable. */
export async function streamFeatures(text: AsyncIterable<string>, use: (feature: StreamedFeature) => void): Promise<StreamedFile> {
  const words = new Map<string, string>();
  let [features, broken]: [number, number] = [0, 0];
  let fault: ExtractUnreadable | undefined;
  let [depth, member, list]: [number, string, boolean] = [0, "", false];
  let builder: ValueBuilder | undefined;
  let type: string | undefined;
  const leave = () => {
    const value = builder?.value;
    if (value === undefined) return;
    const where = `features[${features++}]`;
    const read = isObject(value) ? featureOf(value, where) : undefined;
    if (read === undefined || (builder?.flaws.length ?? 0) > 0) broken++;
    if (read !== undefined) use(read);
    builder = undefined;
  };
  const handler: JsonHandler = {
    open(kind) {
      if (builder !== undefined) builder.open(kind);
      else {
        depth++;
        if (depth === 1 && kind !== "object") fault ??= notGeoJson("a list");
        if (depth === 2 && member === "features" && kind === "array") list = true;
        else if (list && depth === 3 && kind === "object") {
          builder = createValueBuilder();
          builder.open(kind);
        }
      }
    },
    close() {
      if (builder !== undefined) {
        builder.close();
        if (builder.value === undefined) return;
        leave();
      }
      depth--;
      if (depth === 1) list = false;
    },
    name(name) {
      if (builder !== undefined) builder.name(name);
      else if (depth === 1) member = name;
    },
    text(value, flaws) {
      if (builder !== undefined) builder.add(value, flaws);
      else if (depth === 1) {
        if (member === "type") type = value;
        else words.set(member.slice(0, 100), value.slice(0, 300));
      }
    },
    word(value) {
      builder?.add(value);
    },
    number(digits) {
      builder?.add({ digits });
    },
    broken(expected, found) {
      fault ??= new ExtractUnreadable(features === 0 ? "the whole file" : `after features[${features - 1}]`, expected, found);
    },
    cut() {
      fault ??= new ExtractUnreadable(`after features[${features - 1}]`, "the end of the outermost object", "the end of the file");
    },
    found: () => [],
  };
  const reader = createJsonReader(handler, { longestText, deepest });
  for await (const piece of text) {
    reader.push(piece.replace(/^\uFEFF/, ""));
    if (fault !== undefined) throw fault;
  }
  reader.end();
  if (fault !== undefined) throw fault;
  if (type !== "FeatureCollection") throw notGeoJson(type === undefined ? "none" : "another");
  return { words, features, broken };
}

function notGeoJson(found: string): ExtractUnreadable {
  return new ExtractUnreadable("the whole file", 'an object of the type "FeatureCollection"', found);
}

function featureOf(feature: JsonObject, where: string): StreamedFeature | undefined {
  const properties = feature.get("properties");
  const shapes = shapesOf(feature.get("geometry"), 0);
  if (feature.get("type") !== "Feature" || shapes === undefined || shapes.length === 0) return undefined;
  const tags: string[] = [];
  let id: string | undefined;
  const named = feature.get("id");
  if (typeof named === "string" && identifier.test(named)) id = named;
  if (isObject(properties)) {
    const [ownId, ownType] = [textOf(properties.get("@id")), textOf(properties.get("@type"))];
    if (ownId !== undefined && identifier.test(ownId)) id = ownId;
    else if (ownId !== undefined && ownType !== undefined && identifier.test(`${ownType}/${ownId}`)) id = `${ownType}/${ownId}`;
    for (const [key, value] of properties) {
      const word = textOf(value);
      if (!key.startsWith("@") && word !== undefined) tags.push(key, word);
    }
  }
  return { id: id ?? where, tags, shapes };
}

function textOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === "string") return value;
  return isNumber(value) ? value.digits : undefined;
}

type Shape = StreamedFeature["shapes"][number];

/** Undefined for what has no place on the earth. */
function shapesOf(geometry: JsonValue | undefined, depth: number): Shape[] | undefined {
  if (!isObject(geometry) || depth > 4) return undefined;
  const at = geometry.get("coordinates");
  const parts = isList(at) ? at : [];
  switch (geometry.get("type")) {
    case "Point":
      return all([pathOf([at ?? null], 1)], "point");
    case "MultiPoint":
      return parts.length === 0 ? undefined : joined(parts.map((one) => all([pathOf([one], 1)], "point")));
    case "LineString":
      return all([pathOf(at, 2)], "line");
    case "MultiLineString":
      return all(
        parts.map((one) => pathOf(one, 2)),
        "line",
      );
    case "Polygon":
      return all(parts.map(ringOf), "area");
    case "MultiPolygon":
      return all(
        parts.flatMap((one) => (isList(one) ? one.map(ringOf) : [undefined])),
        "area",
      );
    case "GeometryCollection": {
      const inner = geometry.get("geometries");
      return isList(inner) && inner.length > 0 ? joined(inner.map((one) => shapesOf(one, depth + 1))) : undefined;
    }
    default:
      return undefined;
  }
}

function joined(parts: readonly (readonly Shape[] | undefined)[]): Shape[] | undefined {
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

function all(paths: readonly (readonly number[] | undefined)[], kind: Shape["kind"]): Shape[] | undefined {
  if (paths.length === 0 || !paths.every((path) => path !== undefined)) return undefined;
  if (paths.reduce((sum, path) => sum + path.length, 0) > mostCorners * 2) return undefined;
  return [{ kind, paths }];
}

function ringOf(value: JsonValue): number[] | undefined {
  const path = pathOf(value, 4);
  if (path === undefined) return undefined;
  if (path[0] !== path.at(-2) || path[1] !== path.at(-1)) path.push(path[0] as number, path[1] as number);
  return path;
}

/** Undefined where a position is off the earth or no position. */
function pathOf(value: JsonValue | undefined, least: number): number[] | undefined {
  if (!isList(value) || value.length < least) return undefined;
  const path: number[] = [];
  for (const one of value) {
    const [lon, lat] = isList(one) ? one : [];
    const [east, north] = [isNumber(lon) ? Number(lon.digits) : Number.NaN, isNumber(lat) ? Number(lat.digits) : Number.NaN];
    if (!(Math.abs(east) <= 180 && Math.abs(north) <= 90)) return undefined;
    path.push(Math.round(east * 1e7), Math.round(north * 1e7));
  }
  return path;
}

/** A phrase about a place and the points that its names stand for: the input of the place reasoner. */
import { z } from "zod";
import { FrameRef } from "../../core/observation/frame-point.ts";
import { Latitude, Longitude } from "../../core/place/region.ts";
import { GazetteersAsked, NamesakesByName } from "./namesakes-problem.ts";
import { PlaceRules, SomePlaceRules } from "./place-rules.ts";

const Words = z.string().max(500);

const Point = z.strictObject({
  lat: Latitude,
  lon: Longitude,
  /** Extent of the place around the point; 0 where it is not known. */
  radiusKm: z.number().min(0).max(500).default(0),
  /** Where the point comes from, such as a gazetteer and its date. */
  source: Words.optional(),
  /** Its id there, and what it lies in, outermost first. */
  id: Words.optional(),
  admin: z.array(Words).max(10).optional(),
});

/** None for a name where a person switched every point of it off: its clauses are then shown and not used. */
const Points = z.record(z.string().min(1).max(200), z.array(Point).max(50));

/** Where words stand: UTF-16 offsets into the text. */
const Span = z.tuple([z.number().int().min(0).max(10_000), z.number().int().min(0).max(10_000)]);

const Place = z.tuple([Longitude, Latitude]);
const LinePlaces = z.array(Place).min(2).max(20_000);

/** A road, a river or another line on the ground, from map data: what "on a road" can then be measured from. */
const MapLine = z.strictObject({
  what: z.enum(["road", "railway", "river"]),
  /** The clause that it is for; without: every clause about such a thing. */
  span: Span.optional(),
  /** Its name or numbers: "M06", "A2;E70". A clause that gives a number uses the lines of that number alone. */
  name: z.string().max(200).optional(),
  halfWidthM: z.number().positive().max(5000),
  geometry: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("LineString"), coordinates: LinePlaces }),
    z.strictObject({ type: z.literal("MultiLineString"), coordinates: z.array(LinePlaces).min(1).max(5000) }),
  ]),
  source: Words.optional(),
});
export type MapLine = z.infer<typeof MapLine>;

/** What a person noted beside the question: read back by a screen, never by the reasoner. */
const Beside = {
  /** Records that it rests on: "i12", "o3", "e2". */
  cites: z.array(z.string().max(40)).max(50).optional(),
  title: Words.optional(),
  /** Which of the parses a person took to be meant, in their order. */
  reading: z.number().int().min(0).max(100).optional(),
  /** The point that a person chose. */
  spot: z
    .strictObject({ lat: Latitude, lon: Longitude, radiusM: z.number().positive().max(1e7), basis: z.string().max(2000).optional() })
    .nullable()
    .optional(),
  judged: z
    .array(
      z.strictObject({
        name: z.string().max(200),
        lat: Latitude,
        lon: Longitude,
        standing: z.enum(["candidate", "chosen", "rejected"]),
        reason: z.string().max(2000),
      }),
    )
    .max(500)
    .optional(),
  frame: FrameRef.optional(),
};

export const PlaceProblem = z.strictObject({
  /** Kept as it is, word for word. */
  text: z.string().min(1).max(10_000),
  /** Points of each name; several where it is not known which is meant: each then counts. */
  anchors: Points.default({}),
  /** Further points of the same places, tried only when nothing is left otherwise. */
  alternatives: Points.optional(),
  rules: PlaceRules.prefault({}),
  /** Rules for the clause that stands at a span, over those for all. */
  clauseRules: z
    .array(z.strictObject({ span: Span, rules: SomePlaceRules }))
    .max(100)
    .optional(),
  /** Clauses, by their spans, that a person switched off: shown and not used. */
  off: z.array(Span).max(100).optional(),
  lines: z.array(MapLine).max(5000).optional(),
  /** What a gazetteer knows under each name, and which were asked: kept so that candidates can be worked out again. */
  namesakes: NamesakesByName.optional(),
  gazetteers: GazetteersAsked.optional(),
  ...Beside,
});
export type PlaceProblem = z.infer<typeof PlaceProblem>;

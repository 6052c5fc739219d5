/** The shape of something on the map: degrees, longitude before latitude, two numbers a corner. */

export type ExtractShape =
  | { readonly kind: "point"; readonly paths: readonly [Float64Array] }
  /** One or more ways that are not closed, or closed and not an area. */
  | { readonly kind: "line"; readonly paths: readonly Float64Array[] }
  /** Rings that end where they begin; what lies inside an odd number of them is inside the area. */
  | { readonly kind: "area"; readonly paths: readonly Float64Array[] };

/**
 * Whether a way that ends where it begins is an area or a line. OpenStreetMap does not say it of the way; its tags tell
 * (wiki.openstreetmap.org/wiki/Area): a hedge around a field is a line, the field is an area.
 */

/** Keys whose closed ways are lines, but for these values. */
const lineKeys: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["highway", new Set(["rest_area", "services", "platform"])],
  ["railway", new Set(["station", "platform", "turntable", "roundhouse", "yard"])],
  ["waterway", new Set(["riverbank", "dock", "boatyard", "dam", "fuel"])],
  ["barrier", new Set(["hedge_bank", "toll_booth", "block"])],
  ["power", new Set(["plant", "substation", "generator", "transformer", "switchgear"])],
  ["aerialway", new Set(["station"])],
  ["route", new Set<string>()],
]);
const lineTags: ReadonlySet<string> = new Set(
  ["pipeline", "embankment", "breakwater", "cutline", "dyke", "groyne"]
    .map((value) => `man_made=${value}`)
    .concat([
      "natural=coastline",
      "natural=cliff",
      "natural=ridge",
      "natural=arete",
      "natural=tree_row",
      "leisure=track",
      "leisure=slipway",
      "boundary=administrative",
    ]),
);

export function isArea(tags: readonly string[]): boolean {
  let line = false;
  for (let i = 0; i + 1 < tags.length; i += 2) {
    const [key, value] = [tags[i] as string, tags[i + 1] as string];
    if (key === "area") return value !== "no";
    if (key === "building" && value !== "no") return true;
    const areas = lineKeys.get(key);
    if ((areas !== undefined && !areas.has(value)) || lineTags.has(`${key}=${value}`)) line = true;
  }
  return !line;
}

/**
 * Kinds of things by the words a person uses, and the tags by which mappers put them on the map. A kind is a proposal: tags differ from
 * country to country and mapper to mapper (docs/features.md lists the traps), so any tag can be asked for as it is: "man_made=silo".
 */
import type { Tag, TagTest } from "../../core/map-extract/tag-test.ts";

/** `names`: first the one that answers use. */
interface Kind {
  readonly names: readonly [string, ...string[]];
  readonly tags: string;
}

/** Alternatives parted by a bar, tags that go together by "&", values that do as well by a comma. */
const kinds: readonly Kind[] = [
  {
    names: ["church", "chapel", "cathedral"],
    tags: "amenity=place_of_worship&religion=christian|building=church,chapel,cathedral|historic=church",
  },
  { names: ["mosque"], tags: "amenity=place_of_worship&religion=muslim|building=mosque|historic=mosque" },
  { names: ["minaret"], tags: "man_made=minaret|tower:type=minaret" },
  { names: ["synagogue"], tags: "amenity=place_of_worship&religion=jewish|building=synagogue" },
  {
    names: ["temple", "pagoda", "shrine"],
    tags: "amenity=place_of_worship&religion=buddhist,hindu,shinto,taoist,sikh|building=temple,shrine,pagoda",
  },
  { names: ["place of worship"], tags: "amenity=place_of_worship" },
  { names: ["monastery"], tags: "amenity=monastery|historic=monastery|building=monastery" },
  { names: ["rail crossing", "railway crossing", "level crossing", "railroad crossing"], tags: "railway=level_crossing,crossing" },
  {
    names: ["railway", "railway line", "railroad", "rail line", "railway track"],
    tags: "railway=rail,light_rail,narrow_gauge,disused,abandoned,preserved",
  },
  { names: ["tram line", "tramway"], tags: "railway=tram" },
  { names: ["railway station", "train station", "station"], tags: "railway=station,halt|building=train_station" },
  { names: ["railway bridge"], tags: "railway=rail&bridge=yes,viaduct" },
  {
    names: ["water", "body of water"],
    tags: "natural=water,bay,coastline|waterway=riverbank,river,stream,canal,ditch,drain|landuse=reservoir,basin|water=*",
  },
  { names: ["river"], tags: "waterway=river,riverbank|water=river" },
  { names: ["stream", "brook", "creek"], tags: "waterway=stream|water=stream" },
  { names: ["canal"], tags: "waterway=canal|water=canal" },
  { names: ["ditch"], tags: "waterway=ditch,drain" },
  { names: ["lake"], tags: "natural=water&water=lake,lagoon,oxbow,reservoir|landuse=reservoir" },
  { names: ["pond"], tags: "water=pond|landuse=basin" },
  { names: ["coast", "coastline", "sea", "shore"], tags: "natural=coastline,bay,beach" },
  { names: ["beach"], tags: "natural=beach" },
  { names: ["wetland", "marsh", "swamp"], tags: "natural=wetland" },
  { names: ["spring"], tags: "natural=spring" },
  { names: ["fountain"], tags: "amenity=fountain" },
  { names: ["well"], tags: "man_made=water_well" },
  { names: ["dam"], tags: "waterway=dam|man_made=dam" },
  { names: ["weir"], tags: "waterway=weir" },
  { names: ["lock"], tags: "lock=yes|waterway=lock_gate" },
  { names: ["pier", "jetty"], tags: "man_made=pier" },
  { names: ["harbour", "harbor", "port"], tags: "landuse=harbour|harbour=yes|industrial=port|leisure=marina" },
  { names: ["petrol station", "gas station", "filling station", "fuel station"], tags: "amenity=fuel" },
  { names: ["water tower"], tags: "man_made=water_tower|building=water_tower" },
  { names: ["water works"], tags: "man_made=water_works,pumping_station,wastewater_plant" },
  { names: ["power tower", "pylon", "electricity pylon", "transmission tower"], tags: "power=tower" },
  { names: ["power pole", "utility pole", "electricity pole"], tags: "power=pole|man_made=utility_pole" },
  { names: ["power line"], tags: "power=line,minor_line" },
  { names: ["substation", "transformer station"], tags: "power=substation,transformer" },
  { names: ["power plant", "power station"], tags: "power=plant" },
  { names: ["wind turbine"], tags: "power=generator&generator:source=wind" },
  { names: ["solar panels", "solar farm"], tags: "power=generator,plant&generator:source=solar|power=plant&plant:source=solar" },
  {
    names: ["bridge", "viaduct"],
    tags: "bridge=yes,viaduct,movable,aqueduct,boardwalk,cantilever,covered,low_water_crossing,trestle|man_made=bridge",
  },
  { names: ["footbridge"], tags: "highway=footway,path,steps,cycleway,pedestrian&bridge=yes,movable" },
  { names: ["tunnel"], tags: "tunnel=yes,culvert,building_passage,avalanche_protector|man_made=tunnel" },
  { names: ["school"], tags: "amenity=school|building=school|landuse=education" },
  { names: ["kindergarten", "nursery school"], tags: "amenity=kindergarten|building=kindergarten" },
  { names: ["university", "college"], tags: "amenity=university,college|building=university,college" },
  { names: ["hospital"], tags: "amenity=hospital|building=hospital|healthcare=hospital" },
  { names: ["clinic", "doctor"], tags: "amenity=clinic,doctors|healthcare=clinic,doctor,centre" },
  { names: ["pharmacy"], tags: "amenity=pharmacy|healthcare=pharmacy" },
  { names: ["police station"], tags: "amenity=police" },
  { names: ["fire station"], tags: "amenity=fire_station|building=fire_station" },
  { names: ["prison", "jail"], tags: "amenity=prison" },
  { names: ["town hall"], tags: "amenity=townhall" },
  { names: ["post office"], tags: "amenity=post_office" },
  { names: ["bank"], tags: "amenity=bank" },
  { names: ["market"], tags: "amenity=marketplace" },
  { names: ["supermarket"], tags: "shop=supermarket|building=supermarket" },
  { names: ["shop"], tags: "shop=*" },
  { names: ["hotel"], tags: "tourism=hotel|building=hotel" },
  { names: ["restaurant"], tags: "amenity=restaurant" },
  { names: ["cafe"], tags: "amenity=cafe" },
  { names: ["cinema"], tags: "amenity=cinema" },
  { names: ["theatre", "theater"], tags: "amenity=theatre" },
  { names: ["stadium"], tags: "leisure=stadium|building=stadium" },
  { names: ["sports pitch", "football pitch", "playing field"], tags: "leisure=pitch" },
  { names: ["playground"], tags: "leisure=playground" },
  { names: ["swimming pool"], tags: "leisure=swimming_pool" },
  { names: ["park"], tags: "leisure=park,garden" },
  { names: ["roundabout"], tags: "junction=roundabout,circular|highway=mini_roundabout" },
  { names: ["traffic lights", "traffic light"], tags: "highway=traffic_signals" },
  { names: ["pedestrian crossing", "zebra crossing"], tags: "highway=crossing" },
  { names: ["bus stop"], tags: "highway=bus_stop|public_transport=platform&bus=yes" },
  { names: ["bus station"], tags: "amenity=bus_station" },
  { names: ["motorway"], tags: "highway=motorway,motorway_link,motorway_junction" },
  { names: ["main road"], tags: "highway=motorway,trunk,primary,secondary" },
  {
    names: ["road", "street"],
    tags: "highway=motorway,trunk,primary,secondary,tertiary,unclassified,residential,living_street,service,road,motorway_link,trunk_link,primary_link,secondary_link,tertiary_link",
  },
  { names: ["track", "dirt road"], tags: "highway=track" },
  { names: ["footpath", "path"], tags: "highway=path,footway,bridleway" },
  { names: ["parking", "car park", "parking lot"], tags: "amenity=parking" },
  { names: ["street lamp"], tags: "highway=street_lamp" },
  { names: ["checkpoint"], tags: "barrier=checkpoint,border_control|military=checkpoint" },
  { names: ["cemetery", "graveyard"], tags: "landuse=cemetery|amenity=grave_yard" },
  { names: ["silo", "grain silo"], tags: "man_made=silo|building=silo" },
  { names: ["storage tank", "fuel tank"], tags: "man_made=storage_tank|building=storage_tank" },
  { names: ["chimney"], tags: "man_made=chimney|building=chimney" },
  { names: ["mast", "radio mast", "antenna"], tags: "man_made=mast,communications_tower,antenna|tower:type=communication" },
  { names: ["tower"], tags: "man_made=tower,communications_tower,water_tower|building=tower|historic=tower" },
  { names: ["lighthouse"], tags: "man_made=lighthouse" },
  { names: ["windmill"], tags: "man_made=windmill" },
  { names: ["crane"], tags: "man_made=crane" },
  { names: ["pipeline"], tags: "man_made=pipeline" },
  { names: ["monument", "memorial"], tags: "historic=monument,memorial" },
  { names: ["statue"], tags: "memorial=statue,bust|artwork_type=statue" },
  { names: ["castle", "fortress"], tags: "historic=castle,fort" },
  { names: ["ruins"], tags: "historic=ruins|ruins=yes|building=ruins" },
  { names: ["wayside cross"], tags: "historic=wayside_cross,wayside_shrine" },
  { names: ["forest", "wood", "woods"], tags: "landuse=forest|natural=wood" },
  { names: ["tree line", "tree row"], tags: "natural=tree_row" },
  { names: ["tree"], tags: "natural=tree" },
  { names: ["hedge"], tags: "barrier=hedge" },
  { names: ["field", "farmland"], tags: "landuse=farmland,meadow" },
  { names: ["orchard"], tags: "landuse=orchard,vineyard" },
  { names: ["greenhouse"], tags: "building=greenhouse|landuse=greenhouse_horticulture" },
  { names: ["farm"], tags: "landuse=farmyard|building=farm,barn,cowshed,sty" },
  { names: ["quarry"], tags: "landuse=quarry" },
  { names: ["landfill"], tags: "landuse=landfill" },
  { names: ["cliff"], tags: "natural=cliff" },
  { names: ["peak", "summit"], tags: "natural=peak,volcano" },
  { names: ["factory", "industrial area"], tags: "landuse=industrial|man_made=works|building=industrial,factory" },
  { names: ["warehouse"], tags: "building=warehouse" },
  { names: ["apartment block", "block of flats", "apartment building"], tags: "building=apartments,dormitory" },
  { names: ["house"], tags: "building=house,detached,semidetached_house,terrace,bungalow" },
  { names: ["garage", "garages"], tags: "building=garage,garages|landuse=garages" },
  { names: ["construction site"], tags: "landuse=construction|building=construction" },
  { names: ["building"], tags: "building=*" },
  { names: ["hangar"], tags: "building=hangar|aeroway=hangar" },
  { names: ["runway"], tags: "aeroway=runway" },
  { names: ["airfield", "airport"], tags: "aeroway=aerodrome|military=airfield" },
  { names: ["helipad"], tags: "aeroway=helipad" },
  { names: ["barracks"], tags: "military=barracks|building=barracks" },
  { names: ["military area", "military base"], tags: "landuse=military|military=base,barracks,airfield,training_area" },
  { names: ["wall"], tags: "barrier=wall,city_wall,retaining_wall" },
  { names: ["fence"], tags: "barrier=fence" },
  { names: ["gate"], tags: "barrier=gate,lift_gate,swing_gate" },
  { names: ["village"], tags: "place=village,hamlet" },
  { names: ["town"], tags: "place=town,city" },
];

export interface KindAsked {
  /** How answers call it. */
  readonly name: string;
  readonly test: TagTest;
}

const byName: ReadonlyMap<string, KindAsked> = new Map(
  kinds.flatMap(({ names, tags }) => {
    const asked = { name: names[0], test: { anyOf: setsOf(tags) } };
    return names.flatMap((name) => [name, pluralOf(name)].map((word) => [word, asked] as const));
  }),
);

/** Names of kinds, for lists to pick from. */
export const kindNames: readonly string[] = kinds.map(({ names }) => names[0]).sort();

/** Longest first, so that "water tower" is not read as "water". */
export const kindWords: readonly string[] = [...byName.keys()].sort((one, other) => other.length - one.length);

/** "man_made=silo", "railway=*", "amenity=place_of_worship & religion=christian". */
const tagForm = /^[^=&|,"\s]+=[^=&|"]+$/;

/** Undefined for words that are no kind and no tags. */
export function kindOf(words: string): KindAsked | undefined {
  const plain = words.trim();
  const known = byName.get(plain.toLowerCase());
  if (known !== undefined) return known;
  const parts = plain.split("&").map((part) => part.trim());
  if (!parts.every((part) => tagForm.test(part))) return undefined;
  const tags = parts.map((part): Tag => {
    const at = part.indexOf("=");
    return { key: part.slice(0, at), value: part.slice(at + 1) };
  });
  return tags.length > 10 ? undefined : { name: parts.join(" & "), test: { anyOf: [tags] } };
}

function setsOf(tags: string): Tag[][] {
  return tags.split("|").flatMap((set) =>
    set.split("&").reduce<Tag[][]>(
      (all, part) => {
        const [key = "", values = ""] = part.split("=");
        return values.split(",").flatMap((value) => all.map((some) => [...some, { key, value }]));
      },
      [[]],
    ),
  );
}

/** By the rules of English that these names keep to. */
export function pluralOf(name: string): string {
  if (/(s|x|ch|sh)$/.test(name)) return name.endsWith("s") && !name.endsWith("ss") ? name : `${name}es`;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}

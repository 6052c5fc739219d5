/** What can be seen on a vehicle, in words that need no knowledge of types. */
import type { Feature } from "./taxonomy.ts";

export const features: readonly Feature[] = [
  { key: "tracks", group: "running-gear", says: "runs on tracks" },
  { key: "tyres-eight", group: "running-gear", says: "runs on eight tyres, four a side" },
  { key: "wheels-five-even", group: "running-gear", says: "five small road wheels a side, evenly spaced" },
  { key: "wheels-five-gapped", group: "running-gear", says: "five large road wheels a side, with gaps of different width" },
  { key: "wheels-six", group: "running-gear", says: "six road wheels a side" },
  { key: "wheels-six-uneven", group: "running-gear", says: "six road wheels a side, unevenly spaced" },
  { key: "wheels-narrow-steel", group: "running-gear", says: "narrow wheels without rubber on the rim" },
  { key: "wheels-large-rubber", group: "running-gear", says: "large wheels with a thick rubber rim" },
  { key: "rollers-three", group: "running-gear", says: "three small rollers under the upper run of the track" },
  { key: "rollers-none", group: "running-gear", says: "no rollers: the upper run of the track lies on the wheels" },
  { key: "gun-73", group: "armament", says: "short thick gun (73 mm)" },
  { key: "gun-30", group: "armament", says: "long thin cannon (30 mm), alone or beside another gun" },
  { key: "gun-100-with-30", group: "armament", says: "thick gun (100 mm) and thin cannon side by side in one mount" },
  { key: "bow-guns-two", group: "armament", says: "machine guns at both edges of the hull's front" },
  { key: "turret-two-man", group: "turret", says: "wide turret with two hatches" },
  { key: "door-above-belt", group: "hull", says: "side doors above the widest line of the hull" },
  { key: "door-below-belt", group: "hull", says: "small side door below the widest line, between the second and third wheels" },
  { key: "door-halves", group: "hull", says: "side door in two halves: the upper opens forward, the lower folds down" },
];

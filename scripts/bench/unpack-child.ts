/** Unpacks every blob of an OpenStreetMap file and does nothing else with it; prints the processor seconds that zlib took. Argument: FILE. */
import { createReadStream } from "node:fs";
import { inflateSync } from "node:zlib";
import { readOsmPbf } from "../../src/formats/osm-pbf/read-osm-pbf.ts";

const [file] = process.argv.slice(2) as [string];
const nothing = () => undefined;
let spentS = 0;
await readOsmPbf(
  createReadStream(file),
  (packed, most) => {
    const before = process.cpuUsage();
    const content = inflateSync(packed, { maxOutputLength: most });
    const { user, system } = process.cpuUsage(before);
    spentS += (user + system) / 1e6;
    return content;
  },
  { header: nothing, node: nothing, way: nothing, relation: nothing },
);
process.stdout.write(`${spentS}\n`);

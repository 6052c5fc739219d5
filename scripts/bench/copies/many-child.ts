/** Prints the clips from FROM to TO of many-clips.ts into FOLDER; several of these use several processors. */
import { printClipOf } from "./many-clips.ts";

const [folder, from, to] = process.argv.slice(2);
if (folder === undefined || from === undefined || to === undefined) throw new Error("many-child: expected FOLDER FROM TO");
const began = process.cpuUsage();
for (let index = Number(from); index < Number(to); index++) printClipOf(index, folder);
const { user, system } = process.cpuUsage(began);
process.stdout.write(`${JSON.stringify({ cpuS: (user + system) / 1e6 })}\n`);

/** The child's side of the leak test. Everything foreign happens in here. */
import { text } from "node:stream/consumers";
import { endWithParent } from "../end-with-parent.ts";
import type { LeakLine, LeakRequest } from "./leak-contract.ts";
import { scanFolder } from "./scan-folder.ts";

const request = JSON.parse(await text(process.stdin)) as LeakRequest;
endWithParent(request.parent, request.folder);
const say = (line: LeakLine) => process.stdout.write(`${JSON.stringify(line)}\n`);
await scanFolder(request, say);

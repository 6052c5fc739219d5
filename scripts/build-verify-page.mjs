/** Builds the page of every pack into one file, dist/verify.html. */
import { mkdirSync, writeFileSync } from "node:fs";
import { bundle, inlined } from "./inline-page.mjs";
import { inClone } from "./launch/paths.mjs";

const worker = `<script id="worker" type="text/plain">${await bundle("check-worker.ts")}</script>`;
const script = await bundle("check-page.ts");
mkdirSync(inClone("dist"), { recursive: true });
writeFileSync(
  inClone("dist/verify.html"),
  inlined("page.html", { script, styles: ["page.css"], more: { worker }, policy: ["worker-src blob:"] }),
);

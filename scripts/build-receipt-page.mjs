/** Builds the page of every proof of receipt, dist/receipt.html: all but the receipt itself, which is filled in when one is given. */
import { mkdirSync, writeFileSync } from "node:fs";
import { bundle, inlined } from "./inline-page.mjs";
import { inClone } from "./launch/paths.mjs";

mkdirSync(inClone("dist"), { recursive: true });
writeFileSync(
  inClone("dist/receipt.html"),
  inlined("receipt.html", { script: await bundle("receipt-check.ts"), styles: ["page.css", "receipt.css"] }),
);

/** A proof of receipt checks itself: the signature at once, and each file that is chosen against the hashes in it. Nothing is sent. */
import "./schemas-without-eval.ts";
import { type Digest, digestOf } from "../../core/hash/digest.ts";
import type { Receipt } from "../../formats/receipt/receipt.ts";
import { checkReceipt, namesInReceipt } from "../check-receipt.ts";
import type { VerifyPlatform } from "../verify-options.ts";
import { browserPlatform } from "./browser-platform.ts";
import { byId, element, foreign } from "./element.ts";
import { showReceipt } from "./receipt-facts.ts";

const answer = byId("answer", HTMLElement);
const facts = byId("facts", HTMLElement);
const pick = byId("pick", HTMLInputElement);
const drop = byId("drop", HTMLElement);
const list = byId("files", HTMLUListElement);

const ready = start();
/** One file after the other: a folder of films would else be read all at once. */
let turn: Promise<unknown> = ready;

pick.addEventListener("change", () => take([...(pick.files ?? [])]));
drop.addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("is-over");
});
drop.addEventListener("dragleave", () => drop.classList.remove("is-over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("is-over");
  take([...(event.dataTransfer?.files ?? [])]);
});

async function start(): Promise<{ receipt: Receipt; platform: VerifyPlatform } | undefined> {
  try {
    const platform = await browserPlatform();
    const text = atobUtf8(byId("receipt", HTMLScriptElement).text);
    const report = await checkReceipt(text, platform);
    if (report.verdict === "no-receipt") {
      say("tone-conflict", "This page holds no proof of receipt that can be read. Do not rely on what it shows.");
      return undefined;
    }
    // What people read is made again from what was signed: a page could show one thing and prove another.
    facts.replaceChildren(...showReceipt(report.receipt.statement));
    if (report.verdict === "holds") {
      say(
        "tone-agree",
        "✓ The signature holds: whoever has the key below signed this, and not a byte of it was changed since. Id of the key: ",
        report.keyId,
      );
      return { receipt: report.receipt, platform };
    }
    say("tone-conflict", "✗ The signature does not hold. What this page says was not signed like this.");
    return undefined;
  } catch (error) {
    say("tone-conflict", `This browser could not check it: ${String(error)}. The commands below can.`);
    return undefined;
  }
}

function say(tone: string, ...words: string[]): void {
  answer.replaceChildren(element("p", { class: tone, role: "status" }, ...words.map(foreign)));
}

function take(files: readonly File[]): void {
  pick.value = "";
  for (const file of files) {
    const line = element("li", {}, foreign(file.name), ": reading…");
    list.append(line);
    turn = turn.then(() => compare(file, line));
  }
}

async function compare(file: File, line: HTMLElement): Promise<void> {
  const checked = await ready;
  if (checked === undefined) {
    line.replaceChildren(foreign(file.name), ": not compared, because the receipt itself does not check");
    return;
  }
  try {
    const names = namesInReceipt(checked.receipt, await hashOf(file, checked.platform));
    if (names.length === 0) line.replaceChildren(element("strong", { class: "tone-conflict" }, "✗ not in it: "), foreign(file.name));
    else
      line.replaceChildren(
        element("strong", { class: "tone-agree" }, "✓ in it: "),
        foreign(file.name),
        ", given as ",
        foreign(names.join(", ")),
      );
  } catch (error) {
    line.replaceChildren(foreign(file.name), `: could not be read (${String(error)})`);
  }
}

async function hashOf(file: File, platform: VerifyPlatform): Promise<Digest> {
  const running = platform.sha256Stream();
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    running.update(value);
  }
  return digestOf(running.digest());
}

function atobUtf8(base64: string): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)));
}

/** The page in every pack: a folder is picked or dropped, a worker checks it, the answer stands here. Nothing is sent; there is no network. */
import type { VerifyReport } from "../report.ts";
import { byId, element, foreign } from "./element.ts";
import { droppedOf, pickedOf } from "./pick-folder.ts";
import type { Picked } from "./picked-file.ts";
import { showReport } from "./show-report.ts";
import type { CheckMessage, CheckRequest } from "./worker-messages.ts";

const pick = byId("pick", HTMLInputElement);
const drop = byId("drop", HTMLElement);
const expect = byId("expect", HTMLInputElement);
const progress = byId("progress", HTMLElement);
const bar = byId("bar", HTMLProgressElement);
const detail = byId("detail", HTMLElement);
const stop = byId("stop", HTMLButtonElement);
const answer = byId("answer", HTMLElement);

/** The worker's program lies in the page as text: a page opened from a disk may not load a second file. */
const workerUrl = URL.createObjectURL(new Blob([byId("worker", HTMLScriptElement).text], { type: "text/javascript" }));
let worker: Worker | undefined;

pick.addEventListener("change", () => {
  const picked = pickedOf(pick.files);
  if (picked !== undefined) check(picked);
});
drop.addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("is-over");
});
drop.addEventListener("dragleave", () => drop.classList.remove("is-over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("is-over");
  if (event.dataTransfer !== null) void takeDrop(event.dataTransfer);
});
stop.addEventListener("click", () => end("Stopped. What was not read was not checked, so there is no answer."));

async function takeDrop(data: DataTransfer): Promise<void> {
  try {
    begin();
    const picked = await droppedOf(data, (count) => (detail.textContent = `listing: ${count} files`));
    if (picked === undefined) end("Expected one folder: the pack. Found something else.");
    else check(picked);
  } catch (error) {
    end(`The browser could not list the folder: ${String(error)}`);
  }
}

function check(picked: Picked): void {
  begin();
  const current = new Worker(workerUrl);
  worker = current;
  current.onmessage = ({ data }: MessageEvent<CheckMessage>) => {
    if (data.type === "progress") {
      if (data.share === "unknown") bar.removeAttribute("value");
      else bar.value = data.share;
      detail.textContent = data.detail;
    } else if (data.type === "failed") end(data.message);
    else finish(picked.folder, data.report, data.text);
  };
  current.onerror = (event) => end(`A fault of this page: ${event.message}`);
  current.postMessage({ picked, expect: expect.value.trim() } satisfies CheckRequest);
}

function begin(): void {
  worker?.terminate();
  answer.replaceChildren();
  progress.hidden = false;
  bar.removeAttribute("value");
  detail.textContent = "";
  stop.focus();
}

function end(message: string): void {
  worker?.terminate();
  worker = undefined;
  progress.hidden = true;
  // Picking the same folder again must count as a change.
  pick.value = "";
  answer.replaceChildren(element("p", { class: "tone-conflict", role: "alert" }, foreign(message)));
}

function finish(folder: string, report: VerifyReport, text: string): void {
  worker?.terminate();
  worker = undefined;
  progress.hidden = true;
  pick.value = "";
  const heading = element("p", { class: "quiet" }, "Folder ", foreign(folder), `, ${new Date().toISOString()} by this machine's clock`);
  answer.replaceChildren(heading, ...showReport(report), downloads(report, text));
  answer.focus();
}

/** The report as files, to keep beside the pack. */
function downloads(report: VerifyReport, text: string): HTMLElement {
  const link = (name: string, type: string, content: string) =>
    element("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name, class: "button" }, `Save ${name}`);
  return element(
    "p",
    { class: "downloads" },
    link("verify-report.txt", "text/plain", `${text}\n`),
    " ",
    link("verify-report.json", "application/json", `${JSON.stringify(report, null, 2)}\n`),
  );
}

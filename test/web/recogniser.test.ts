import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { findProgram, needs } from "../../scripts/testing/needs.ts";
import { drawSigns } from "../ocr/sign-pictures.ts";
import { bang, noise, over, voice, writeWav } from "../recogniser/made-sound.ts";
import { type StandIn, writeStandIn } from "../recogniser/stand-in.ts";
import { axeViolations } from "./axe.ts";
import { openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

describe("programs of one's own that read speech and signs", { skip: needs({ programs: [...workbenchPrograms, "tesseract"] }) }, () => {
  let bench: Workbench;
  let standIn: StandIn;
  let clip: string;
  const go = (path: string) => bench.page.goto(`${bench.served.origin}${path}`);
  const tidy = async () => {
    assert.deepEqual(await axeViolations(bench.page), []);
    assert.deepEqual(bench.complaints, []);
  };

  before(async () => {
    bench = await openWorkbench({
      async material(folder) {
        writeWav(join(folder, "sound.wav"), over(noise(12, 0.0006, 3, 0.3), [2, voice(2, 0.1)], [8, bang(2, 0.9)]));
        const board = { words: "Дмитрівка", x: 60, y: 140, paint: "white", board: "#1b4fa0" };
        await drawSigns(join(folder, "sign.png"), [board]);
        const inputs = ["-loop", "1", "-t", "12", "-i", join(folder, "sign.png"), "-i", join(folder, "sound.wav")];
        const coded = ["-c:v", "libx264", "-preset", "ultrafast", "-r", "5", "-pix_fmt", "yuv420p", "-c:a", "aac"];
        execFileSync("ffmpeg", ["-v", "error", ...inputs, ...coded, join(folder, "clip.mp4")]);
      },
    });
    standIn = writeStandIn(bench.desk.folder);
    const list = await bench.page.request.get(`${bench.served.origin}/api/items?limit=10`);
    const { items } = (await list.json()) as { items: { id: string; name: string }[] };
    clip = items.find(({ name }) => name === "clip.mp4")?.id ?? "";
  });
  after(() => bench.close());

  it("while none is set up, the speech screen says so and leads to the settings", async () => {
    const { page } = bench;
    await go(`/speech/${clip}`);
    await page.getByText("No speech recogniser is set up.").waitFor();
    await page.getByText("Tesseract is not set up.").waitFor();
    await page.getByRole("link", { name: "Set one up" }).first().click();
    await page.getByRole("heading", { name: "Programs that read speech and signs" }).waitFor();
  });

  it("settings are refused until they are whole, saved, and tried with a second of silence", async () => {
    const { page } = bench;
    const form = page.locator(".recogniser-form");
    await form.getByLabel("Kind").selectOption("whisper-cpp");
    await page.getByText("Not complete yet: the path of the program, from the root on").waitFor();
    await form.getByLabel("Path of the program").fill(standIn.program);
    await form.getByLabel("Path of the model file").fill(join(bench.desk.folder, "no such model.bin"));
    await form.getByLabel("Path of Tesseract").fill(findProgram("tesseract") ?? "");
    await form.getByRole("button", { name: "Save" }).click();
    await page.getByText(/expected a model file that can be read; found nothing/).waitFor();
    await form.getByLabel("Path of the model file").fill(standIn.model);
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByText("Saved.").waitFor();
    await form.getByRole("button", { name: "Try: one second of silence" }).click();
    await form.getByText("It wrote nothing on silence, as it should.").waitFor();
    await form.getByRole("button", { name: "Look for language packs" }).click();
    await form.getByText(/Language packs: .*ukr/).waitFor();
    await tidy();
  });

  it("a draft of what is said can be stopped; one that is written opens, and says what was left empty", async () => {
    const { page } = bench;
    standIn.behave("hang", join(bench.desk.folder, "pids.txt"));
    await go(`/speech/${clip}`);
    const ask = async () => {
      await page.getByRole("button", { name: "Recognise speech…" }).click();
      await page.getByLabel("Language that is spoken").selectOption("uk");
      await page.getByRole("button", { name: "Write a draft" }).click();
    };
    await ask();
    await page.getByText("Recognising speech: minute 1 of 1").waitFor();
    await page.getByRole("progressbar", { name: "Recognising speech" }).waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText("Stopped. What is done is kept: the next time goes on from there.").waitFor();
    standIn.behave("everywhere");
    await ask();
    await page.getByText(/^A draft with \d stretch(es)? of words was written\./).waitFor();
    await page.getByText(/stretches were left empty/).waitFor();
    assert.match(page.url(), /tier=w1/);
    await tidy();
  });

  it("signs are read in the languages that were chosen, and their words are looked up from the place bench", async () => {
    const { page } = bench;
    await page.getByRole("button", { name: "Read signs…" }).click();
    await page.getByLabel(/Українська/).check();
    await page.getByRole("button", { name: "Write a draft" }).click();
    await page.getByText(/^A draft with 1 sign was written\./).waitFor();
    await go("/place?new=phrase");
    await page.getByRole("button", { name: "From signs…" }).click();
    await page.getByRole("dialog").getByText("draft", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Look Дмитрівка up in the gazetteers" }).click();
    const dialog = page.getByRole("dialog");
    await dialog
      .getByRole("button", { name: /^Use: / })
      .first()
      .waitFor();
    assert.equal(await dialog.getByRole("textbox").inputValue(), "Дмитрівка");
    await tidy();
  });
});

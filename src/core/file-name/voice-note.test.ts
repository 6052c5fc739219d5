/** A sound is a voice note where something says so, and never by being short or by its ending alone. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, it } from "node:test";
import { needs } from "../../../scripts/testing/needs.ts";
import { probeFile, testFolder } from "../../../test/hostile-media/analyse-file.ts";
import { voiceNoteStatements } from "./voice-note.ts";

describe("a voice note", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let folder: Awaited<ReturnType<typeof testFolder>>;
  before(async () => {
    folder = await testFolder("voice");
  });
  after(() => folder.remove());

  const said = async (name: string, options: readonly string[], roles: readonly string[] = [], shown = name) => {
    execFileSync("ffmpeg", ["-v", "error", "-y", "-f", "lavfi", "-i", "sine=440:duration=1", ...options, folder.path(name)]);
    const { result } = await probeFile(folder.path(name));
    return voiceNoteStatements({ name: shown, probe: result, roles }).map((words) => words.split(/[:.]/)[0]);
  };
  const opus = ["-ac", "1", "-c:a", "libopus"];

  it("is one where a post that carries it says so, whatever it is called", async () => {
    assert.deepEqual(await said("a.oga", opus, ["voice"]), ["A voice note"]);
    assert.deepEqual(await said("b.mp3", [], ["voice"]), ["A voice note"]);
  });

  it("is one by its name, which anybody can change", async () => {
    assert.deepEqual(await said("c.opus", opus, [], "PTT-20240914-WA0000.opus"), ["A voice note by its name"]);
  });

  it("is perhaps one by its codec alone", async () => {
    assert.deepEqual(await said("d.ogg", opus), ["Perhaps a voice note"]);
  });

  it("is not music, nor a sound of two channels, nor what is no sound", async () => {
    assert.deepEqual(await said("e.mp3", []), []);
    assert.deepEqual(await said("f.ogg", ["-ac", "2", "-c:a", "libopus"]), []);
    assert.deepEqual(voiceNoteStatements({ name: "PTT-20240914-WA0000.opus", probe: undefined, roles: [] }), []);
  });
});

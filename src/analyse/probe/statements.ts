/** What we hold and what we do not hold, in plain words, so that nobody reads more into a file than is in it. */
import { cameraOf, type Facts, type MediaFacts, type PictureFacts, placeOf } from "./facts.ts";

export interface Statements {
  readonly holds: string[];
  readonly holdsNot: string[];
}

const generation = "Which copy this is: nothing in a file tells the camera's own from a faithful copy of it.";
const whoAndWhere = "Who filmed it, and whether it shows what it is said to show.";

export function mediaStatements(facts: MediaFacts): Statements {
  const video = facts.streams.filter((stream) => stream.type === "video" && !stream.attachedPicture);
  const sound = facts.streams.filter((stream) => stream.type === "audio");
  const holds = [`The bytes of ${facts.says}, as they were collected.`];
  const holdsNot = [generation, whoAndWhere];
  if (facts.main !== undefined)
    holds.push(
      facts.main.frameCount === 1
        ? "One frame, with the time at which the file shows it."
        : `${facts.main.frameCount} frames, each with the time at which the file shows it.`,
    );
  if (video.length > 1) holds.push(`${video.length} picture streams; the first is shown.`);
  if (sound.length > 0) holds.push(sound.length === 1 ? "One sound stream." : `${sound.length} sound streams.`);
  else holdsNot.push("Sound: the file has none. Whether there was any cannot be told.");
  return withCommon(facts, holds, holdsNot);
}

export function pictureStatements(facts: PictureFacts): Statements {
  const holds = [`The bytes of ${facts.says}, as they were collected.`];
  const holdsNot = [generation, whoAndWhere];
  if (facts.pages > 1) holds.push(`${facts.pages} pages or animation frames; the first is shown.`);
  if (!facts.canShow.yes) holdsNot.push(`A view of the picture: ${facts.canShow.why}`);
  return withCommon(facts, holds, holdsNot);
}

export function documentStatements(says: string, readable: boolean): Statements {
  return {
    holds: [`The bytes of ${says}, as they were collected.`],
    holdsNot: readable ? [] : [`What it says: this program cannot read ${says}. It is kept, hashed and listed.`],
  };
}

function withCommon(facts: Facts, holds: string[], holdsNot: string[]): Statements {
  const camera = cameraOf(facts);
  if (camera === undefined)
    holdsNot.push("Camera metadata: no make and no model. Platforms strip them; their absence says nothing about where it came from.");
  else holds.push(`Camera metadata naming "${camera}". Anyone can write such fields.`);
  if (facts.times.some(({ means }) => means === "recorded" || means === "gps"))
    holds.push("A stated time of recording. It rests on the camera's clock.");
  else if (facts.times.length > 0) holdsNot.push("A time of recording: the file states only when it was written.");
  else holdsNot.push("Any time: the file states none.");
  if (placeOf(facts) === undefined) holdsNot.push("A place: the file states none.");
  else holds.push("A stated place. Handle it as the filmer's secret.");
  if (facts.structure.c2pa) holds.push("A C2PA manifest is present. Whether it is valid has not been checked.");
  else holdsNot.push("A C2PA manifest: none was found in the usual places.");
  if (facts.metadataNotRead !== undefined) holdsNot.push(`Metadata: they were not read, because ${facts.metadataNotRead}.`);
  return { holds, holdsNot };
}

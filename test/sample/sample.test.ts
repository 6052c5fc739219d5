/** All tests of the sample, in one process: making it costs more than checking it. */
import { after } from "node:test";
import "./copies.ts";
import "./frame-codes.ts";
import "./folder.ts";
import "./media.ts";
import "./shadows.ts";
import "./sound.ts";
import "./sound-events.ts";
import "./writings.ts";
import { removeSamples } from "./made-sample.ts";

after(removeSamples);

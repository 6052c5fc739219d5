/** The thread that copies short files into the case, many at a message. */
import { parentPort } from "node:worker_threads";
import { type SmallOrder, stageSmall } from "./stage-small.ts";

parentPort?.on("message", (orders: readonly SmallOrder[]) => parentPort?.postMessage(orders.map(stageSmall)));

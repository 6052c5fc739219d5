/** States when an item or an event is, as a candidate or rejected too. Stating again under an id changes claim or standing, with the reason. */
import { CaseError } from "../core/case/case-error.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { faultOfTime } from "../core/place/check-claims.ts";
import type { StatedOf, StatementOrigin, StatementStanding, TimeId } from "../core/place/place-statement.ts";
import type { TimeClaim } from "../core/time/time-claim.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandAbout } from "./demand-about.ts";
import { demandReason, type EventPorts, refuseFault } from "./event-ports.ts";

export interface TimeWanted {
  /** Without it a new statement is made. */
  readonly time?: TimeId | undefined;
  readonly about: StatedOf;
  readonly claim: TimeClaim;
  readonly standing: StatementStanding;
  readonly from: StatementOrigin | null;
  readonly reason: string;
}

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
export async function stateTime(ports: EventPorts, viewer: Viewer, wanted: TimeWanted): Promise<{ id: TimeId; seq: number }> {
  demand(viewer, "append");
  const { time, about, claim, standing, from, reason } = wanted;
  const thing = `time ${time ?? "new"} of ${about}`;
  demandReason(thing, reason);
  refuseFault(thing, faultOfTime(claim));
  const sealed = ports.writer.seal(claim as Json);
  const why = ports.writer.seal(reason);
  let id: TimeId = time ?? "t1";
  const [line] = await ports.writer.append(async (numbers) => {
    await demandAbout(ports, about);
    if (time === undefined) id = numbers.next("t");
    else if ((await ports.known.timeAbout(time)) !== about)
      throw new CaseError("INPUT_INVALID", `time ${time}: expected a time of ${about}; found another or none`);
    const data = { time: id, claim: sealed.sealed, about, standing, from, reason: why.sealed };
    return [{ kind: "time.stated", data, opens: [sealed.opened, why.opened] }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}

/** What writing, signing and reviewing findings need of an open case, for routes and commands alike. */
import type { FindingPorts } from "../actions/finding-ports.ts";
import { unknownItems } from "../reads/case-index.ts";
import { eventIndex } from "../reads/event-index.ts";
import { exhibitIndex } from "../reads/exhibits/exhibit-index.ts";
import { findingIndex } from "../reads/findings/finding-index.ts";
import type { CaseSession } from "./case-session.ts";

type Of = Pick<CaseSession, "reader" | "viewer" | "writer" | "vault" | "gazetteers">;

export function findingPorts({ reader, viewer, writer, vault, gazetteers }: Of): FindingPorts {
  const { standing } = exhibitIndex(reader, gazetteers);
  return {
    ...{ writer, vault },
    unknownItems: (numbers) => unknownItems(reader, numbers),
    known: eventIndex(reader),
    findings: findingIndex(reader, viewer, standing),
  };
}

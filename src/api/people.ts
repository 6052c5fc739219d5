/** The people of a case, for whoever is to be named: assigned, mentioned, asked. */
import { z } from "zod";
import { PersonId } from "../core/key/key.ts";

export const PersonRow = z.strictObject({
  person: PersonId,
  /** Null where this copy withholds it. */
  name: z.string().or(z.null()),
  me: z.boolean(),
  /** Whether a key of theirs is in force. */
  active: z.boolean(),
});
export type PersonRow = z.infer<typeof PersonRow>;

export const PeopleAnswer = z.array(PersonRow);

/** One message's members, asked for by name and kind. */
import { fieldsOf, type JsonFields, wholeForm } from "../json-stream/json-fields.ts";
import type { TelegramLog } from "./telegram-log.ts";

export type Fields = JsonFields<TelegramLog>;
export { fieldsOf, wholeForm };

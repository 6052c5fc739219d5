/** One spelling for what is looked for and what is stored; the rules are those of search. */
export { foldText } from "../core/search/fold-text.ts";

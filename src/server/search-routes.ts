/** Search over every text of the case, its days and its places, and the searches that were saved. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { removeSavedSearch } from "../actions/remove-saved-search.ts";
import { saveSearch } from "../actions/save-search.ts";
import {
  GridAsked,
  Histogram,
  HistogramAsked,
  PlaceGrid,
  SavedSearchId,
  SavedSearches,
  SaveSearchRequest,
  SearchAsked,
  SearchPage,
} from "../api/search.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { postedBins } from "../reads/search-days.ts";
import { placeGrid } from "../reads/search-grid.ts";
import { listSavedSearches, savedSearchStands } from "../reads/search-saved.ts";
import { searchTexts } from "../reads/search-texts.ts";

const Appended = z.strictObject({ seq: z.number().int() });

export function searchRoutes({ reader, viewer, writer }: CaseSession): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.get("/api/search", { schema: { querystring: SearchAsked, response: { 200: SearchPage } } }, async ({ query }) =>
      searchTexts(reader, viewer, query),
    );

    app.get("/api/search/histogram", { schema: { querystring: HistogramAsked, response: { 200: Histogram } } }, async ({ query }) =>
      postedBins(reader, viewer, query),
    );

    app.get("/api/search/grid", { schema: { querystring: GridAsked, response: { 200: PlaceGrid } } }, async ({ query }) =>
      placeGrid(reader, viewer, query),
    );

    app.get("/api/searches", { schema: { response: { 200: SavedSearches } } }, async () => ({
      searches: await listSavedSearches(reader, viewer),
    }));

    app.post(
      "/api/searches",
      { schema: { body: SaveSearchRequest, response: { 200: z.strictObject({ id: SavedSearchId, seq: z.number().int() }) } } },
      async ({ body }) => saveSearch({ writer }, viewer, body),
    );

    app.post(
      "/api/searches/:id/remove",
      { schema: { params: z.strictObject({ id: SavedSearchId }), response: { 200: Appended } } },
      async ({ params }) => removeSavedSearch({ writer, standing: (id) => savedSearchStands(reader, id) }, viewer, params.id),
    );
    done();
  };
}

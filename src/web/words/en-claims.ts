/** English words of the claims screen as a whole; each part of it has a file of its own. */
export const enClaims = {
  "nav.claims": "Claims",
  "claims.title": "Who says what",
  "claims.parts": "Parts of the claims board",
  "claims.part.board": "Board",
  "claims.part.texts": "Read a text",
  "claims.part.derivation": "Where it comes from",
  "claims.part.contradictions": "Contradictions",
  "claims.part.gaps": "Gaps",
  "claims.part.exhibits": "Pictures",
  "claims.part.identifications": "Identifications",
  "claims.part.replies": "Replies",
} as const;

/** English words of the claims board, of derivations, contradictions and gaps. */
export const enClaimsBoard = {
  "claims.board.empty": "No claims yet.",
  "claims.derivation.empty": "No derivations yet.",
  "claims.contradictions.empty": "No contradictions.",
  "claims.gaps.empty": "No claims yet.",
} as const;

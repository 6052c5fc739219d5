/** English words of requests for a reply. */
export const enClaimsReplies = {
  "claims.replies.empty": "Nobody was asked yet.",
} as const;

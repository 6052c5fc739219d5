/** English words of the screen "Questions and findings". */
export const enReview = {
  "nav.review": "Review",
  "review.title": "Questions and findings",
} as const;

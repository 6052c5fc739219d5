/** English words of the screen "Subjects and scenes". */
export const enSubjects = {
  "nav.subjects": "Subjects",
  "subjects.title": "Subjects and scenes",

  "subjects.time.passes":
    "Passes through the pair sheet that is cited: the state had begun when either item was filmed, and was not over. The two filmings are not thereby close to each other.",
  "subjects.time.began": "{object}: {state} ({pair})",
  "subjects.time.filming": "filming of {item}",
  "subjects.time.began-before": "{object} {state} when {item} was filmed ({pair})",
  "subjects.time.before-over": "{object} still {state} when {item} was filmed ({pair})",
  "subjects.time.taken": "{item} was taken",
  "subjects.time.posted": "{item} was posted",
  "subjects.time.filmed-before-post": "{item} was filmed before it was posted",
} as const;

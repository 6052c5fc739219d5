/** What the terminal says of blind reviews. */
export const somebodyWithTheDisk =
  "The case is a folder: this program keeps to the door, but somebody with the disk can look into the files. It is an agreement between people who keep it, not a lock.";

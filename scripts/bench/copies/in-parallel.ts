/** Runs `work` over `tasks`, at most `together` at once; answers in the order of the tasks. The first failure ends it. */
export async function inParallel<Task, Answer>(
  together: number,
  tasks: readonly Task[],
  work: (task: Task) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < tasks.length; index = next++) answers[index] = await work(tasks[index] as Task);
  };
  await Promise.all(Array.from({ length: together }, lane));
  return answers;
}

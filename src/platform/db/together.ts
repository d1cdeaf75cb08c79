import DataLoader from "dataloader";

/**
 * Makes one question to the database of those that requests ask in the same turn of the event loop: an exchange costs more than what
 * it brings. Nothing is remembered from one turn to the next. `ask`: gives as many answers as there are questions, in their order;
 * where it fails, all fail.
 */
export function together<Question, Answer>(
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  const loader = new DataLoader<Question, Answer>(async (questions) => [...(await ask(questions))], {
    cache: false,
    batchScheduleFn: (send) => void setImmediate(send),
  });
  return (question) => loader.load(question);
}

import DataLoader from "dataloader";
import type { Database } from "./database.ts";

/**
 * Makes one question to the database of those that requests ask it in the same turn of the event loop: an exchange costs more than
 * what it brings. A transaction asks by itself. Nothing is remembered from one turn to the next. `ask`: gives as many answers as there
 * are questions, in their order; where it fails, all fail.
 */
export function together<Question, Answer>(
  ask: (db: Database, questions: readonly Question[]) => Promise<readonly Answer[]>,
): (db: Database, question: Question) => Promise<Answer> {
  const loaders = new WeakMap<Database, DataLoader<Question, Answer>>();
  const loaderOf = (db: Database): DataLoader<Question, Answer> => {
    const batchScheduleFn = (send: () => void): void => void (db.isTransaction ? queueMicrotask(send) : setImmediate(send));
    const loader =
      loaders.get(db) ??
      new DataLoader<Question, Answer>(async (questions) => [...(await ask(db, questions))], { cache: false, batchScheduleFn });
    loaders.set(db, loader);
    return loader;
  };
  return (db, question) => loaderOf(db).load(question);
}

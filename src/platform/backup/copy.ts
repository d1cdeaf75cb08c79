import { once } from "node:events";
import { Readable } from "node:stream";
import type pg from "pg";

/** What the driver's connection does, and its types do not say: the messages of PostgreSQL's COPY. */
type CopyConnection = pg.Connection & {
  readonly sendCopyFromChunk: (chunk: Uint8Array) => void;
  readonly endCopyFrom: () => void;
  readonly sendCopyFail: (reason: string) => void;
};
type Complete = { readonly text: string };
/** What the driver calls on a query in hand. */
type CopyQuery = {
  readonly submit: (connection: CopyConnection) => void;
  readonly handleCopyInResponse?: (connection: CopyConnection) => void;
  readonly handleCopyData?: (message: { readonly chunk: Buffer }) => void;
  readonly handleCommandComplete: (message: Complete) => void;
  readonly handleReadyForQuery: () => void;
  readonly handleError: (fault: Error) => void;
};

export type CopiedOut = { readonly lines: Readable; readonly rows: () => number };

/** What `copy … to stdout` says, at the pace of whoever reads it: a table is never in memory. */
export function copyOut(client: pg.Client, statement: string): CopiedOut {
  let connection: CopyConnection | undefined;
  let rows = 0;
  const lines = new Readable({
    read: () => connection?.stream.resume(),
    // Nobody reads any more: what PostgreSQL still has to say has nowhere to go.
    destroy: (fault, done) => {
      if (fault !== null) connection?.stream.destroy();
      done(fault);
    },
  });
  client.query({
    submit: (its) => {
      connection = its;
      its.query(statement);
    },
    // The driver reads the next message into the same memory: what it gives is copied.
    handleCopyData: ({ chunk }) => {
      if (!lines.push(Buffer.from(chunk))) connection?.stream.pause();
    },
    handleCommandComplete: ({ text }) => {
      rows = rowsOf(text);
    },
    handleReadyForQuery: () => void lines.push(null),
    handleError: (fault) => void lines.destroy(fault),
  } satisfies CopyQuery as unknown as pg.Submittable);
  return { lines, rows: () => rows };
}

/** Gives `copy … from stdin` its lines, and answers how many rows it wrote. */
export function copyIn(client: pg.Client, statement: string, lines: AsyncIterable<Uint8Array>): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0;
    let over = false;
    let sourceFault: unknown;
    const send = async (connection: CopyConnection): Promise<void> => {
      try {
        for await (const chunk of lines) {
          if (over) return;
          connection.sendCopyFromChunk(chunk);
          if (connection.stream.writableNeedDrain) await once(connection.stream, "drain");
        }
        connection.endCopyFrom();
      } catch (fault) {
        sourceFault = fault;
        connection.sendCopyFail("the source failed");
      }
    };
    client.query({
      submit: (connection) => connection.query(statement),
      handleCopyInResponse: (connection) => void send(connection),
      handleCommandComplete: ({ text }) => {
        rows = rowsOf(text);
      },
      handleReadyForQuery: () => resolve(rows),
      handleError: (fault) => {
        over = true;
        reject(sourceFault ?? fault);
      },
    } satisfies CopyQuery as unknown as pg.Submittable);
  });
}

/** « COPY 12 » */
function rowsOf(completed: string): number {
  return Number(completed.split(" ").at(-1));
}

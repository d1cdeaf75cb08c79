import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll } from "vitest";

export type TestMailServer = {
  readonly url: string;
  readonly received: readonly Email[];
  /** Waits for the next message to somebody. */
  readonly mailTo: (address: string) => Promise<Email>;
};

/** A real SMTP server on loopback, that keeps what it receives. */
export async function testMailServer(): Promise<TestMailServer> {
  const received: Email[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        PostalMime.parse(Buffer.concat(parts)).then((mail) => {
          received.push(mail);
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  const find = (address: string): Email | undefined => received.findLast((mail) => mail.to?.some((to) => to.address === address));
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    mailTo: async (address) => {
      for (let wait = 0; wait < 100 && find(address) === undefined; wait += 1) await new Promise((resolve) => setTimeout(resolve, 50));
      const mail = find(address);
      if (mail === undefined) throw new Error(`No message for ${address}`);
      return mail;
    },
  };
}

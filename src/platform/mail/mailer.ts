import nodemailer from "nodemailer";

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

/** Port to the authority's mail server. */
export type Mailer = { readonly send: (mail: Mail) => Promise<void>; readonly close: () => void };

const LIMIT_MS = 20_000;

/** `url`: smtp://user:password@host:port, or smtps://. Plain text, one recipient a message. */
export function openMailer(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport(url, { from });
  return {
    send: async ({ to, subject, text }) => {
      const sent = transport.sendMail({
        to: { name: "", address: to },
        subject: subject.replace(/[\r\n]+/g, " "),
        text,
        headers: { "Auto-Submitted": "auto-generated" },
      });
      await Promise.race([sent, refuseAfter(LIMIT_MS)]);
    },
    close: () => transport.close(),
  };
}

/** What the technical log may keep of a message that did not leave: neither its recipient nor the server's words, which name them. */
export function mailFault(fault: unknown): { readonly code: unknown; readonly responseCode: unknown; readonly command: unknown } {
  const { code, responseCode, command } = (fault ?? {}) as Readonly<Record<string, unknown>>;
  return { code, responseCode, command };
}

function refuseAfter(ms: number): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error(`The mail server did not answer within ${ms} ms`)), ms).unref());
}

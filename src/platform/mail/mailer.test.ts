import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { expect, it } from "vitest";
import { mailFault, openMailer } from "./mailer.ts";

it("what the technical log tells of a refused message names nobody", async () => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: ({ address }, _, done) => done(new Error(`${address} is nobody here`)),
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const mailer = openMailer(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, "Beffroi <beffroi@ville.example>");
  const fault: unknown = await mailer
    .send({ to: "ines@ville.example", subject: "Bonjour", text: "Bonjour" })
    .catch((each: unknown) => each);
  mailer.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  expect(String(fault)).toContain("ines@ville.example");
  expect(mailFault(fault)).toEqual({ code: "EENVELOPE", responseCode: 550, command: "RCPT TO" });
});

import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { ok } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import { NOTIFICATION_MAIL } from "#src/platform/jobs/queues.ts";
import { openMailer } from "#src/platform/mail/mailer.ts";
import { notify } from "#src/platform/notifications/notify.ts";
import { testDeps } from "#src/platform/testing.ts";
import { mailNotification, mailNotifications } from "./mail-notification.ts";

type Received = { readonly from: string; readonly to: readonly string[]; readonly mail: Email; readonly source: string };

const received: Received[] = [];
let server: SMTPServer;

/** A real mail server on loopback, that keeps what it is given. */
function listen(port: number): Promise<number> {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", async () => {
        const source = Buffer.concat(parts).toString("utf8");
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        received.push({ from, to: rcptTo.map(({ address }) => address), mail: await PostalMime.parse(source), source });
        done();
      });
    },
  });
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve((server.server.address() as AddressInfo).port)));
}

const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

const port = await listen(0);
const mailer = openMailer(`smtp://127.0.0.1:${port}`, "Beffroi <beffroi@ville.example>");
const deps = await testDeps({ mailer });
const owner = new pg.Pool({ connectionString: deps.url, max: 1 });
let ours: TestAuthority;

async function tell(people: readonly Agent[], facts: { readonly kind?: string; readonly title?: string } = {}): Promise<void> {
  const { kind = "question-asked", title = "Réserver les salles" } = facts;
  await inAuthority(deps.db, ours.id, async (trx) => {
    const detail = { reference: "2026-041", title };
    await notify(
      trx,
      deps,
      people.map(({ id }) => id),
      { kind, subjectId: ours.id, detail, at: deps.now() },
    );
    return ok(null);
  });
}

async function until(happened: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (await happened()) return;
    await pause(100);
  }
  throw new Error("It did not happen within fifteen seconds");
}

const states = async (): Promise<readonly string[]> =>
  (await owner.query<{ state: string }>("select state from pgboss.job where name = $1 order by created_on", [NOTIFICATION_MAIL])).rows.map(
    ({ state }) => state,
  );
const done = async (): Promise<boolean> => (await states()).every((state) => state === "completed");
const mailedAt = async (person: Agent): Promise<readonly (Date | null)[]> =>
  (await deps.db.selectFrom("notification").select("mailedAt").where("personId", "=", person.id).execute()).map((row) => row.mailedAt);

beforeAll(async () => {
  ours = await anAuthority(deps, { name: "Ville de Valmontel" });
  await deps.jobs.start();
  await mailNotifications(deps);
});
beforeEach(async () => {
  received.length = 0;
  await owner.query("delete from pgboss.job where name = $1", [NOTIFICATION_MAIL]);
  await deps.db.deleteFrom("notification").execute();
});
afterAll(async () => {
  await deps.jobs.stop();
  mailer.close();
  await owner.end();
  await close();
});

describe("the mail of a notification", () => {
  it("is plain text in the person's language, with a link to the notification, and is sent once", async () => {
    await deps.db.updateTable("membership").set({ email: "rose@ville.example" }).where("personId", "=", ours.requester.id).execute();
    await owner.query(`update auth."user" set language = 'en' where id = $1`, [ours.reviewer.id]);
    await tell([ours.requester, ours.reviewer]);
    await until(() => received.length === 2);
    await until(done);
    const french = received.find(({ to }) => to[0] === "rose@ville.example");
    expect(french?.mail.subject).toBe("Une question est posée\u00a0: demande 2026-041");
    expect(french?.mail.text).toContain("Bonjour Rose Demandeuse,");
    expect(french?.mail.text).toContain("Réserver les salles");
    expect(french?.mail.text).toContain("Ville de Valmontel");
    expect(french?.mail.html).toBeUndefined();
    const [notification] = await deps.db.selectFrom("notification").select("id").where("personId", "=", ours.requester.id).execute();
    expect(french?.mail.text).toContain(`${deps.config.publicUrl}/notifications/${notification?.id}`);
    const english = received.find(({ to }) => to[0] !== "rose@ville.example");
    expect(english?.mail.subject).toBe("A question is asked: request 2026-041");
    expect(await mailedAt(ours.requester)).toEqual([deps.now()]);
  });

  it("is not sent twice when its job runs again", async () => {
    await tell([ours.requester]);
    await until(async () => received.length === 1 && (await done()));
    await owner.query("update pgboss.job set state = 'created', start_after = now() where name = $1", [NOTIFICATION_MAIL]);
    await until(done);
    expect(received).toHaveLength(1);
  });

  it("is not sent when it was read in the meantime, to who has left, nor in a demonstration", async () => {
    const demonstration = await anAuthority(deps, { isDemonstration: true });
    const queued = { ...deps, jobs: { ...deps.jobs, enqueue: async () => undefined } };
    await inAuthority(deps.db, demonstration.id, async (trx) => {
      await notify(trx, queued, [demonstration.requester.id], { kind: "withdrawn", subjectId: ours.id, detail: {}, at: deps.now() });
      return ok(null);
    });
    await inAuthority(deps.db, ours.id, async (trx) => {
      await notify(trx, queued, [ours.requester.id, ours.reviewer.id, ours.guarantor.id], {
        kind: "withdrawn",
        subjectId: ours.id,
        detail: {},
        at: deps.now(),
      });
      return ok(null);
    });
    await deps.db.updateTable("notification").set({ readAt: deps.now() }).where("personId", "=", ours.requester.id).execute();
    await deps.db.updateTable("membership").set({ leftAt: deps.now() }).where("personId", "=", ours.reviewer.id).execute();
    const keys = await deps.db.selectFrom("notification").select(["authorityId", "personId", "id"]).execute();
    expect(keys).toHaveLength(4);
    for (const key of keys) await mailNotification(deps, key);
    await deps.db.updateTable("membership").set({ leftAt: null }).where("personId", "=", ours.reviewer.id).execute();
    // The guarantor's alone, which proves that the others could have been.
    expect(received.map(({ mail }) => mail.text?.includes("Garance"))).toEqual([true]);
  });

  it("is sent even when read, where it says that a link to one's password was made", async () => {
    const queued = { ...deps, jobs: { ...deps.jobs, enqueue: async () => undefined } };
    for (const kind of ["reset-link-made", "question-asked"])
      await inAuthority(deps.db, ours.id, async (trx) => {
        const detail = { title: "Adama Administratrice", path: "/mon-compte" };
        await notify(trx, queued, [ours.guarantor.id], { kind, subjectId: ours.guarantor.id, detail, at: deps.now() });
        return ok(null);
      });
    await deps.db.updateTable("notification").set({ readAt: deps.now() }).execute();
    for (const key of await deps.db.selectFrom("notification").select(["authorityId", "personId", "id"]).execute())
      await mailNotification(deps, key);
    expect(received.map(({ mail }) => mail.subject)).toEqual([
      "Un lien pour changer votre mot de passe a été fait par un administrateur\u00a0: Adama Administratrice",
    ]);
  });

  it("waits for a mail server that is down, and leaves once when it is back", async () => {
    await close();
    await tell([ours.requester]);
    await until(async () => (await states()).includes("retry"));
    expect(await mailedAt(ours.requester)).toEqual([null]);
    await listen(port);
    await owner.query("update pgboss.job set start_after = now() where name = $1", [NOTIFICATION_MAIL]);
    await until(() => received.length === 1);
    await until(done);
    expect(await mailedAt(ours.requester)).toEqual([deps.now()]);
  });

  it("takes no header nor recipient from what people wrote", async () => {
    const title = "Salles\r\nBcc: pirate@evil.example\r\nContent-Type: text/html\r\n\r\n<b>";
    await deps.db
      .updateTable("membership")
      .set({ name: "Rose\r\nBcc: pirate@evil.example" })
      .where("personId", "=", ours.requester.id)
      .execute();
    await tell([ours.requester], { kind: "toString", title });
    await until(() => received.length === 1);
    const [first] = received;
    expect(first?.to).toHaveLength(1);
    expect(first?.mail.bcc).toBeUndefined();
    expect(first?.mail.headers.filter(({ key }) => key === "content-type").map(({ value }) => value)).toEqual([
      "text/plain; charset=utf-8",
    ]);
    expect(first?.mail.subject).toBe("Il y a du nouveau\u00a0: demande 2026-041");
    expect(first?.mail.text).toContain("Salles Bcc: pirate@evil.example Content-Type: text/html <b>");
  });

  it("is not even looked for where no mail server is configured", async () => {
    const worked: string[] = [];
    const jobs = { ...deps.jobs, work: async (queue: string) => void worked.push(queue) };
    await mailNotifications({ ...deps, jobs, mailer: undefined });
    expect(worked).toEqual([]);
    await mailNotifications({ ...deps, jobs });
    expect(worked).toEqual([NOTIFICATION_MAIL]);
  });
});

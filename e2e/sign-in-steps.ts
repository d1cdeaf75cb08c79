import { setPassword } from "#src/authorities/usecases/set-password.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { type RunningApp, speaks } from "./app.ts";
import type { Visitor } from "./visitor.ts";

const PASSWORD = "une phrase assez longue";

/** Signs somebody in through the page, with a password that they chose one day. */
export async function signIn(visitor: Visitor, app: RunningApp, agent: Agent): Promise<void> {
  await setPassword(app.deps.auth, agent.id, PASSWORD);
  await speaks(app, agent, visitor.reading.language);
  await visitor.goTo("/");
  await enter(visitor, `${agent.id}@test.example`, PASSWORD);
}

/** Fills the sign-in page, which must be shown. */
export async function enter(visitor: Visitor, email: string, password: string, status = 200): Promise<void> {
  const { authority, signIn: t } = visitor.words;
  await visitor.write(authority.email, email);
  await visitor.write(authority.password, password);
  await visitor.press(t.submit, { status });
}

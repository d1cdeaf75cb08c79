import type { Visitor } from "./visitor.ts";

/** What a department asks for. In French whatever the language of the pages: a town writes in its own. */
export const NEED = {
  title: "Réserver les salles municipales en ligne",
  words: "On note tout dans un classeur. Deux fois par mois, une salle est promise à deux associations.",
  users: "14",
  essential: "Voir les salles libres sans compte\nPayer la caution en ligne",
  useful: "Recevoir un rappel la veille",
  neededBy: "2026-12-01",
  budget: "12 000",
  years: "5",
} as const;

/** The two requirements without which nothing suits, and the one that helps. */
export const REQUIREMENTS = { first: "Voir les salles libres sans compte", second: "Payer la caution en ligne" } as const;

/** The first of three steps, as far as its button. */
export async function beginNeed(requester: Visitor, department: string): Promise<void> {
  const { home, form } = requester.words;
  await requester.follow(home.newRequest);
  await requester.write(form.need.title, NEED.title);
  await requester.write(form.need.words, NEED.words);
  await requester.select(form.need.department, department);
  await requester.write(form.need.users, NEED.users);
}

/** Nothing that exists fits: what the solution must do, then the request is submitted. Gives its address. */
export async function stateRequirements(requester: Visitor): Promise<string> {
  const { form, request, procedure } = requester.words;
  const t = form.need;
  await requester.write(t.usedToday, "Un classeur et un tableur.");
  await requester.write(t.essential, NEED.essential);
  await requester.write(t.useful, NEED.useful);
  await requester.write(t.neededBy, NEED.neededBy);
  await requester.write(t.budget, NEED.budget);
  await requester.write(t.years, NEED.years);
  await requester.tick(procedure.personalData.contact);
  await requester.tick(t.openToPublic);
  await requester.press(request.submit);
  return new URL(requester.page.url()).pathname;
}

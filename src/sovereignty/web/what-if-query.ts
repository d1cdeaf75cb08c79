import { parseLocalDate } from "#src/kernel/dates.ts";
import { EVENT_KINDS, type Event, type EventKind, isPercent } from "../domain/event.ts";
import { foldedKey } from "../domain/folded-key.ts";
import type { Choices } from "../usecases/read-choices.ts";

export const WHAT_IF_PATH = "/parc/et-si";

/** Words of the address. */
export const KIND_WORDS: Readonly<Record<EventKind, string>> = {
  "supplier-closes": "fournisseur-ferme",
  "price-rises": "hausse",
  "software-ends": "fin-du-logiciel",
  "licence-changes": "changement-de-licence",
  "person-leaves": "depart",
  "host-is-lost": "lieu-perdu",
};
/** The authority's own premises, among hosts. */
export const OUR_PREMISES = "chez-nous";

/** What a form sends: the fields of the six suppositions. */
export const FIELDS = ["quoi", "fournisseur", "taux", "logiciel", "le", "personne", "lieu"] as const;
export type Asked = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;

/** The event with the words that name it; `nothing` when no supposition is made; else the field that does not say what it should. */
export type Supposed =
  | { readonly kind: "event"; readonly event: Event; readonly about: string }
  | { readonly kind: "nothing" }
  | { readonly kind: "faulty"; readonly supposed: EventKind; readonly field: string; readonly code: "choose" | "percent" | "date" };

export function supposedBy(asked: Asked, choices: Choices): Supposed {
  const supposed = EVENT_KINDS.find((kind) => KIND_WORDS[kind] === asked.quoi);
  if (supposed === undefined) return { kind: "nothing" };
  const faulty = (field: string, code: "choose" | "percent" | "date" = "choose"): Supposed => ({ kind: "faulty", supposed, field, code });
  switch (supposed) {
    case "supplier-closes":
    case "price-rises": {
      const supplier = choices.suppliers.find(({ value }) => value === asked.fournisseur);
      if (supplier === undefined) return faulty("fournisseur");
      const { supplierId, supplierName } = supplier;
      if (supposed === "supplier-closes")
        return { kind: "event", event: { kind: supposed, supplierId, supplierName }, about: supplierName };
      const percent = percentOf(asked.taux);
      if (percent === undefined) return faulty("taux", "percent");
      return { kind: "event", event: { kind: supposed, supplierId, supplierName, percent }, about: supplierName };
    }
    case "software-ends":
    case "licence-changes": {
      const software = choices.software.find(({ slug }) => slug === asked.logiciel);
      if (software === undefined) return faulty("logiciel");
      if (supposed === "licence-changes") return { kind: "event", event: { kind: supposed, slug: software.slug }, about: software.name };
      const day = asked.le === undefined || asked.le === "" ? null : parseLocalDate(asked.le);
      if (day === undefined) return faulty("le", "date");
      return { kind: "event", event: { kind: supposed, slug: software.slug, on: day }, about: software.name };
    }
    case "person-leaves": {
      const person = choices.people.find(({ id }) => id === asked.personne);
      return person === undefined
        ? faulty("personne")
        : { kind: "event", event: { kind: supposed, personId: person.id }, about: person.name };
    }
    case "host-is-lost": {
      if (asked.lieu === OUR_PREMISES) return { kind: "event", event: { kind: supposed, hostName: "" }, about: "" };
      const host = choices.hosts.find((name) => name !== "" && foldedKey(name) === foldedKey(asked.lieu ?? ""));
      return host === undefined ? faulty("lieu") : { kind: "event", event: { kind: supposed, hostName: host }, about: host };
    }
  }
}

/** « 30 », « 12,5 », « 30 % ». */
function percentOf(text: string | undefined): number | undefined {
  const plain = (text ?? "").replace(/[\s\u00A0\u202F%]/g, "").replace(",", ".");
  const percent = /^\d{1,4}(?:\.\d{1,2})?$/.test(plain) ? Number(plain) : Number.NaN;
  return isPercent(percent) ? percent : undefined;
}

/** The address of a supposition, so that it can be shared. */
export function hrefOf(asked: Asked, path = WHAT_IF_PATH): string {
  const query = new URLSearchParams(FIELDS.flatMap((field) => (asked[field] ? [[field, asked[field]] as [string, string]] : [])));
  return query.size === 0 ? path : `${path}?${query}`;
}

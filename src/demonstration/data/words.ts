import type { KnockOut } from "../usecases/doors.ts";

/** What a reviewer usually writes where nothing stands in the way. */
export const USUAL_REASONS: Readonly<Record<KnockOut, readonly string[]>> = {
  licence: [
    "{licence}, approuvée par l’OSI.",
    "{licence}, licence libre approuvée par l’OSI, lue dans le dépôt du code.",
    "{licence} : approuvée par l’OSI.",
  ],
  "personal-data": [
    "Hébergé par la ville, durées de conservation réglables. Avis favorable de la déléguée à la protection des données.",
    "Les seules données sont celles que le besoin cite, et elles restent sur nos serveurs.",
    "Suppression et export d’une personne essayés. Rien n’est envoyé à l’extérieur.",
  ],
  security: [
    "Correctifs publiés régulièrement, connexion par l’annuaire de la ville, sauvegarde essayée.",
    "Aucune faille grave connue sans correctif. Comptes limités au service.",
    "Dernier correctif de sécurité installé en moins d’une semaine sur notre serveur d’essai.",
  ],
  accessibility: [
    "Parcours principal essayé au clavier et avec un lecteur d’écran : rien de bloquant.",
    "Essai au clavier, au zoom 200 % et avec NVDA : écarts mineurs, notés.",
    "Grille d’évaluation rapide du RGAA passée sur cinq pages : pas d’écart bloquant.",
  ],
  interoperability: [
    "Export complet en CSV, interface de programmation documentée.",
    "Formats ouverts en entrée et en sortie, annuaire LDAP.",
    "Import et export essayés avec nos fichiers, en formats ouverts.",
  ],
  "data-export": [
    "Export complet à tout moment, en CSV et en PDF, essayé pendant la démonstration.",
    "Le contrat prévoit l’export intégral, dans un format ouvert et décrit.",
  ],
  "data-location": ["Données et exploitation en France.", "Hébergement et assistance dans l’Union européenne, écrits au contrat."],
};

/** Of an installation that a search brought up by its words alone. */
export function serveAnotherPurpose(purpose: string): string {
  const sentence = `Sert à autre chose : ${purpose.charAt(0).toLowerCase()}${purpose.slice(1)}`;
  return sentence.endsWith(".") ? sentence : `${sentence}.`;
}

/** What one requester has begun to write, and left. */
export const DRAFT = {
  person: "Claire Moulin",
  /** Days before today. */
  age: 4,
  titre: "Compter les visiteurs de la fête de la ville",
  besoin:
    "Chaque année la préfecture nous demande combien de personnes étaient là, et chaque année on répond au doigt mouillé. Il nous faudrait un moyen simple, sans filmer les gens.",
  agents: "6",
} as const;

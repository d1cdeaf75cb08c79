import type { Story } from "../usecases/story.ts";

/** At gate 2 today: candidates compared, a waiver asked for. */

export const rooms: Story = {
  key: "rooms",
  by: "Claire Moulin",
  reviewer: "Karim Benali",
  age: 15,
  need: {
    title: "Réserver les salles municipales en ligne",
    words:
      "On note tout dans un classeur, et deux fois par mois une salle est promise à deux associations. Le vendredi, la moitié de mes appels sert à dire quelle salle est libre.",
    users: 14,
    neededIn: 150,
    usedToday: "Un classeur partagé et le téléphone",
    openToPublic: true,
  },
  steps: [
    { day: 2, search: "réserver une salle, calendrier partagé" },
    { day: 3, examine: "Nextcloud", rejects: "Son agenda a été essayé : il ne gère ni les demandes du public ni les règles par salle." },
    { day: 3, examine: "BlueMind", rejects: "Réserve une salle entre collègues. Une association ne peut ni voir ni demander." },
    {
      day: 5,
      ruleOut:
        "La messagerie et le partage de fichiers savent tenir un calendrier. Aucun ne reçoit la demande d’une association ni ne connaît les règles d’une salle.",
    },
    {
      day: 6,
      structure: {
        budget: [12_000, 5],
        personalData: ["identity", "contact"],
        essential: [
          "Voir les salles libres sans compte",
          "Demande par l’association, accord par un agent",
          "Pas de double réservation",
          "Règles par salle (horaires, capacité)",
          "Export du calendrier",
          "Payer la caution en ligne",
        ],
        useful: ["Rappel par courriel l’avant-veille"],
      },
    },
    { day: 7, ask: "Les associations doivent-elles payer la caution en ligne ?" },
    { day: 8, answer: "Non, un chèque suffit. Le paiement serait utile, mais pas essentiel." },
    {
      day: 8,
      structure: {
        essential: [
          "Voir les salles libres sans compte",
          "Demande par l’association, accord par un agent",
          "Pas de double réservation",
          "Règles par salle (horaires, capacité)",
          "Export du calendrier",
        ],
        useful: ["Rappel par courriel l’avant-veille", "Payer la caution en ligne"],
      },
      why: "La vie associative a répondu : la caution reste en chèque.",
    },
    { day: 9, search: "réserver une salle, planning, associations" },
    { day: 9, propose: "grr" },
    { day: 9, propose: "publik" },
    { day: 9, propose: "librebooking" },
    {
      day: 12,
      examine: "GRR",
      suits: "Les huit salles et leurs règles saisies en une matinée. Trois associations ont fait leur demande sans aide.",
      covers: "FFFFFPN",
      cost: {
        hosting: [0, 240],
        integration: [1_800, 0],
        "data-migration": [400, 0],
        "user-training": [900, 0],
        "internal-time": [1_600, 500],
      },
      readyIn: 100,
    },
    {
      day: 13,
      examine: "Publik",
      rejects:
        "Un vrai guichet des démarches, qui ferait aussi les salles. Bien au-delà du besoin et du budget, à garder pour un autre projet.",
      covers: "FFFPFFF",
      cost: { hosting: [0, 2_400], integration: [9_000, 0], "user-training": [2_000, 0], support: [0, 1_200], "internal-time": [2_000, 0] },
      readyIn: 140,
      licence: "AGPL-3.0-or-later",
    },
    {
      day: 14,
      examine: "LibreBooking",
      rejects: "L’accord d’un agent existe. Les règles par salle, surtout les horaires d’hiver, restent à éclaircir.",
      covers: "PFFPF--",
    },
    { day: 14, ask: "Au plus fort de juin, combien de demandes recevez-vous en une semaine ? C’est ce qui départagera les deux premiers." },
  ],
};

export const publicComputers: Story = {
  key: "public-computers",
  by: "Thi-Lan Pham",
  reviewer: "Maëlle Le Goff",
  age: 19,
  need: {
    title: "Partager le temps des ordinateurs du public",
    words:
      "Douze ordinateurs, quarante personnes le mercredi. On note les tours sur un cahier, et on passe l’après-midi à demander aux gens de se lever.",
    users: 11,
    neededIn: 150,
    usedToday: "Un cahier et une montre",
    openToPublic: true,
  },
  steps: [
    { day: 1, search: "ordinateurs du public" },
    { day: 3, examine: "PMB", rejects: "Prête des livres, pas du temps d’ordinateur." },
    { day: 4, ruleOut: "PMB connaît nos lecteurs, ce qui servira. Mais rien ne partage le temps des postes." },
    {
      day: 6,
      structure: {
        budget: [5_000, 5],
        personalData: ["identity"],
        essential: ["Une session limitée, prolongée si personne n’attend", "Réserver un créneau", "Effacer tout à la fin de la session"],
        useful: ["Statistiques d’usage", "Entrer avec la carte de bibliothèque"],
      },
    },
    { day: 7, search: "postes publics bibliothèque" },
    { day: 7, propose: "libki" },
    {
      day: 13,
      examine: "Libki",
      suits:
        "Essayé sur trois postes un mercredi : plus personne n’a eu à se lever. L’installation des douze postes dépasse un peu le budget.",
      covers: "FFFFP",
      cost: {
        hosting: [0, 120],
        integration: [1_900, 0],
        "administrator-training": [800, 0],
        "user-training": [600, 0],
        "internal-time": [1_400, 180],
      },
      readyIn: 80,
    },
    {
      day: 16,
      askWaiver: "budget",
      of: "Libki",
      because: "1 200 € de plus que prévu sur cinq ans, surtout l’installation. Elle libère une demi-journée d’agent chaque mercredi.",
    },
  ],
};

import type { Story } from "../usecases/story.ts";

/** At gates 1 and 2 today: searching, waiting, sent back. */

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
    { day: 4, ruleOut: "PMB prête des livres, pas du temps d’ordinateur. Rien d’autre ne s’en approche." },
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

export const parking: Story = {
  key: "parking",
  by: "Cédric Fontanel",
  reviewer: "Karim Benali",
  age: 21,
  need: {
    title: "Verbaliser le stationnement depuis la rue",
    words: "Mes agents écrivent à la main, puis recopient le soir. Une contravention sur dix part avec une erreur, et chacune se conteste.",
    users: 9,
    neededIn: 240,
    usedToday: "Un carnet à souches",
  },
  steps: [
    { day: 2, search: "contravention de stationnement, police" },
    {
      day: 4,
      examine: "Municipol",
      rejects: "Tient notre main courante. Le module de rue n’est pas dans notre contrat, et ne peut plus y être ajouté.",
    },
    { day: 5, ruleOut: "La main courante ne va pas dans la rue, et rien d’autre ne s’en approche." },
    {
      day: 8,
      structure: {
        budget: [28_000, 5],
        personalData: ["identity", "location", "sensitive"],
        essential: ["Agréé pour le procès-verbal électronique", "Photo jointe au constat", "Marche sans réseau"],
        useful: ["Alerte sur les véhicules volés"],
      },
    },
    { day: 10, search: "verbalisation stationnement" },
    { day: 10, propose: "dialog" },
    {
      day: 14,
      examine: "DiaLog",
      rejects: "Décrit les règles de circulation et de stationnement. N’établit pas de procès-verbal.",
      covers: "NNNN",
    },
    {
      day: 18,
      ruleOut:
        "Un procès-verbal électronique ne se transmet qu’avec un logiciel agréé par l’État. La liste a été lue : aucun logiciel libre n’y figure. L’écart est noté, il pourrait être comblé à plusieurs villes.",
    },
  ],
};

export const trees: Story = {
  key: "trees",
  by: "João Teixeira",
  reviewer: "Maëlle Le Goff",
  age: 20,
  need: {
    title: "Relever les arbres sur le terrain",
    words:
      "Nous avons 4 100 arbres et un fichier de 2 900. Le relevé se fait sur papier, puis quelqu’un le recopie, quand il pleut. Après une tempête, on ne sait plus lequel a été vu.",
    users: 12,
    neededIn: 120,
    usedToday: "Des fiches papier",
  },
  steps: [
    { day: 1, search: "carte des arbres" },
    { day: 3, examine: "QGIS", rejects: "Nos arbres y sont déjà. Mais il ne quitte pas le bureau : il manque l’outil pour la rue." },
    { day: 4, ruleOut: "QGIS garde les données et les gardera. Ce qui manque, c’est la saisie dehors, sans réseau." },
    {
      day: 5,
      structure: {
        budget: [6_000, 5],
        essential: [
          "Saisir un arbre en deux minutes, photo comprise",
          "Marcher sans réseau",
          "Rejoindre les données de QGIS sans recopier",
        ],
        useful: ["Voir ce que les collègues ont déjà relevé"],
        mustRunWith: "QGIS",
      },
    },
    { day: 6, search: "relevé de terrain arbres" },
    { day: 6, propose: "qfield" },
    { day: 6, propose: "kobotoolbox" },
    {
      day: 12,
      examine: "KoboToolbox",
      rejects:
        "Formulaires clairs et hors réseau. Mais les relevés arrivent à côté de nos données, il faudrait encore les réunir à la main.",
      covers: "FFNP",
    },
    {
      day: 15,
      examine: "QField",
      suits: "Cent vingt arbres relevés en une matinée par deux agents, sans réseau. Le soir, tout était dans QGIS.",
      covers: "FFFP",
      cost: { hardware: [1_800, 0], hosting: [0, 120], "user-training": [700, 0], "internal-time": [800, 150] },
      readyIn: 70,
    },
    { day: 18, retain: "QField", because: "Prolonge QGIS dans la rue, sans rien changer aux données. Essayé par ceux qui s’en serviront." },
  ],
};

export const preemption: Story = {
  key: "preemption",
  by: "Leïla Haddad",
  reviewer: "Karim Benali",
  age: 18,
  need: {
    title: "Suivre les déclarations d’intention d’aliéner",
    words:
      "Une vente se bloque si nous laissons passer deux mois. Nous recevons 260 déclarations par an, par la poste et par courriel, et je compte les jours sur un calendrier mural.",
    users: 3,
    neededIn: 180,
    usedToday: "Un calendrier mural",
  },
  steps: [
    { day: 1, search: "déclarations d’intention d’aliéner" },
    { day: 3, ruleOut: "Cart@DS instruit nos permis. Le droit de préemption n’est pas dans notre contrat." },
    {
      day: 5,
      structure: {
        budget: [9_000, 5],
        personalData: ["identity", "contact", "finance"],
        essential: [
          "Recevoir les déclarations des notaires en ligne",
          "Compter les deux mois et alerter",
          "Garder la décision et sa preuve",
        ],
        useful: ["Voir les biens sur une carte"],
      },
    },
    { day: 6, search: "déclaration d’intention d’aliéner" },
    { day: 6, propose: "openads" },
    {
      day: 10,
      examine: "openADS",
      rejects: "Fait pour les autorisations d’urbanisme. Le droit de préemption n’y est pas.",
      covers: "NPPF",
    },
    { day: 12, ruleOut: "Le seul logiciel libre du métier instruit les permis, pas les déclarations d’intention d’aliéner." },
    {
      day: 15,
      sendBack:
        "Il manque Démarches simplifiées, que deux communes voisines emploient pour recevoir ces déclarations. À examiner, même si c’est pour l’écarter.",
    },
    { day: 16, propose: "demarches-simplifiees" },
  ],
};

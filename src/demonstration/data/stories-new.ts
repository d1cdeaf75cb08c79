import type { Story } from "../usecases/story.ts";

/** Of the last fortnight: just stated, or at the very beginning. */

export const lostProperty: Story = {
  key: "lost-property",
  by: "Cédric Fontanel",
  reviewer: "Maëlle Le Goff",
  age: 1,
  need: {
    title: "Rendre les objets trouvés à leurs propriétaires",
    words:
      "L’armoire est pleine. Les gens appellent, on pose le téléphone, on va voir. Une liste avec une photo, que l’accueil pourrait lire, rendrait la moitié des clés et des doudous.",
    users: 16,
    neededIn: 120,
    usedToday: "Un cahier et une armoire",
    openToPublic: true,
  },
  steps: [],
};

export const foodAid: Story = {
  key: "food-aid",
  by: "Kévin Traoré",
  reviewer: "Karim Benali",
  age: 2,
  fits: "Nextcloud",
  need: {
    title: "Partager les listes de l’aide alimentaire avec trois associations",
    words:
      "Chaque semaine je leur envoie un tableau par courriel, avec des noms de familles. Un dossier partagé qu’elles ouvriraient avec un mot de passe serait plus sûr. Nextcloud le fait déjà pour d’autres.",
    users: 7,
    personalData: ["identity", "family", "health-social"],
  },
  steps: [],
};

export const schoolRepairs: Story = {
  key: "school-repairs",
  by: "Julien Mercier",
  reviewer: "Maëlle Le Goff",
  age: 3,
  need: {
    title: "Suivre les petites réparations demandées par les écoles",
    words:
      "Une directrice signale une vitre fêlée à la gardienne, qui le dit à l’atelier, qui l’oublie. Trois semaines après, on me demande où cela en est et je n’en sais rien.",
    users: 22,
    usedToday: "Le bouche à oreille et des courriels",
  },
  steps: [
    { day: 1, search: "demandes de travaux et pannes" },
    {
      day: 2,
      examine: "GLPI",
      rejects: "Le guichet est clair pour les directrices. Mais l’atelier ne l’ouvre pas : ses bons de travaux sont dans Atal.",
    },
  ],
};

export const identityCards: Story = {
  key: "identity-cards",
  by: "Fatima Zerrouki",
  reviewer: "Maëlle Le Goff",
  age: 12,
  need: {
    title: "Prendre rendez-vous pour les cartes d’identité et les passeports",
    words:
      "Le délai est de sept semaines, et un rendez-vous sur cinq n’est pas honoré. Les gens réservent dans trois mairies à la fois et gardent la première. Il faudrait pouvoir annuler d’un clic.",
    users: 7,
    neededIn: 120,
    usedToday: "Le téléphone, le matin seulement",
    openToPublic: true,
  },
  steps: [
    { day: 2, search: "rendez-vous au guichet" },
    { day: 3, examine: "Borne d’accueil", rejects: "Appelle les personnes qui sont là. Ne prend aucun rendez-vous." },
    { day: 4, ruleOut: "La borne gère la file du jour. Rien ne prend de rendez-vous à l’avance." },
    {
      day: 6,
      structure: {
        budget: [5_000, 5],
        personalData: ["identity", "contact"],
        essential: [
          "Réserver et annuler en ligne, sans compte",
          "Rappel deux jours avant",
          "Relié à la recherche nationale de rendez-vous",
        ],
        useful: ["Réserver pour une famille en une fois"],
      },
    },
    { day: 7, search: "prise de rendez-vous" },
    { day: 7, propose: "rdv-service-public" },
    { day: 7, propose: "easyappointments" },
    { day: 9, ask: "Le rappel doit-il partir par SMS, ou le courriel suffit-il ? Combien d’usagers n’ont que le téléphone ?" },
  ],
};

export const budgetRound: Story = {
  key: "budget-round",
  by: "Sylvie Nguyen",
  reviewer: "Karim Benali",
  age: 13,
  need: {
    title: "Recueillir les demandes de budget des services",
    words:
      "Douze services, douze tableurs, quarante versions. Je passe l’automne à les réunir et à demander d’où vient un chiffre. Chaque service devrait saisir le sien, et voir ce qu’on en a fait.",
    users: 30,
    neededIn: 210,
    usedToday: "Un tableur par service",
  },
  steps: [
    { day: 2, search: "demandes de budget" },
    {
      day: 3,
      examine: "Civil Net Finances",
      rejects: "Exécute le budget une fois voté. Les services n’y ont pas accès, et le recueil n’est pas dans notre contrat.",
    },
    { day: 3, ruleOut: "Civil Net Finances commence là où ce besoin finit." },
    {
      day: 7,
      structure: {
        budget: [10_000, 5],
        essential: ["Chaque service saisit ses demandes", "Comparer à l’année passée", "Garder chaque version et son auteur"],
        useful: ["Envoyer le résultat à Civil Net Finances"],
      },
    },
    { day: 8, search: "préparation budgétaire" },
    { day: 9, propose: "grist" },
    { day: 9, propose: "gobierto" },
    { day: 12, examine: "Gobierto", rejects: "Explique le budget aux habitants, une fois voté. Ne recueille pas les demandes." },
  ],
};

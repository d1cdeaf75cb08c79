import type { Story } from "../usecases/story.ts";

/** Gone beyond gate 2. The proprietary products named here are invented, like the town. */

export const workingTime: Story = {
  key: "working-time",
  by: "Philippe Castaing",
  reviewer: "Maëlle Le Goff",
  age: 42,
  need: {
    title: "Compter le temps de travail sans papier",
    words:
      "Trois cent trente agents remplissent une feuille par mois. Deux personnes les recopient. Les ateliers et la police ont des cycles que personne n’arrive plus à expliquer.",
    users: 330,
    neededIn: 240,
    usedToday: "Une feuille par agent et par mois",
  },
  steps: [
    { day: 2, search: "congés heures" },
    {
      day: 3,
      examine: "Civil Net RH",
      rejects: "Paie les heures, mais ne les compte pas. Le module qui le fait n’est pas dans notre contrat.",
    },
    { day: 4, ruleOut: "Civil Net RH est la seule application qui touche au temps des agents, et elle commence après." },
    {
      day: 7,
      structure: {
        budget: [90_000, 5],
        personalData: ["identity"],
        essential: [
          "Cycles annualisés et astreintes",
          "Saisie par badge, ordinateur ou téléphone",
          "Envoi des heures à Civil Net RH",
          "Droits et soldes visibles par l’agent",
        ],
        useful: ["Plannings d’équipe"],
        mustRunWith: "Civil Net RH",
      },
    },
    { day: 9, search: "badgeuse temps de travail" },
    { day: 9, propose: "kimai" },
    { day: 9, propose: "jorani" },
    { day: 15, examine: "Kimai", rejects: "Compte le temps passé par projet. Ni cycles annualisés ni astreintes.", covers: "NPNFN" },
    {
      day: 16,
      examine: "Jorani",
      rejects: "Gère bien les congés, ce que Civil Net RH fait déjà. Ne compte pas les heures.",
      covers: "NNNPN",
    },
    {
      day: 20,
      ruleOut:
        "Les deux logiciels libres trouvés comptent des projets ou des congés. Ni l’un ni l’autre ne connaît les cycles de la fonction publique, et les y ajouter dépasse le budget et la date.",
    },
    { day: 26, countersign: "Deux candidats essayés, écart décrit. La même demande reviendra : à proposer aux communes voisines." },
    { day: 29, search: "badgeuse temps de travail" },
    { day: 29, enter: "Horaval" },
    { day: 29, enter: "Tempoval" },
    {
      day: 35,
      examine: "Tempoval",
      rejects: "Couvre le besoin, mais au double du budget.",
      covers: "FFFFF",
      cost: { licences: [8_000, 24_000], hardware: [14_000, 0], integration: [9_000, 0], "user-training": [6_000, 0], leaving: [4_000, 0] },
      readyIn: 210,
    },
    {
      day: 37,
      examine: "Horaval",
      suits: "Les cycles des ateliers et de la police refaits pendant l’essai. Les heures arrivent justes dans Civil Net RH.",
      covers: "FFFFP",
      cost: {
        licences: [3_000, 9_200],
        hardware: [11_000, 0],
        integration: [6_500, 0],
        "user-training": [4_800, 0],
        "internal-time": [5_000, 800],
        leaving: [2_500, 0],
      },
      readyIn: 200,
    },
    {
      day: 40,
      retain: "Horaval",
      because:
        "Cinq éditeurs consultés, deux ont répondu. Horaval couvre les quatre exigences essentielles, dans le budget. L’export complet est au contrat, et la sortie est chiffrée.",
    },
  ],
};

export const schoolSectors: Story = {
  key: "school-sectors",
  by: "Pauline Schmitt",
  reviewer: "Karim Benali",
  age: 80,
  need: {
    title: "Dire à chaque famille son école de secteur",
    words:
      "À chaque inscription, je cherche la rue sur un plan colorié à la main. Quand un immeuble neuf ouvre, tout est à refaire, et deux voisins de palier se retrouvent dans deux écoles.",
    users: 4,
    neededIn: 330,
    usedToday: "Un plan colorié et une liste de rues",
    openToPublic: true,
  },
  steps: [
    { day: 2, search: "secteurs scolaires par rue" },
    { day: 4, examine: "Concerto", rejects: "Inscrit les enfants dans l’école qu’on lui dit. Ne connaît pas les secteurs." },
    {
      day: 4,
      examine: "Lizmap",
      rejects: "Connaît chaque rue et chaque parcelle. Ne compte pas les enfants et ne répond pas à une adresse.",
    },
    {
      day: 5,
      ruleOut: "Concerto inscrit les enfants, mais ne connaît pas les secteurs. La cartographie connaît les rues, mais pas les écoles.",
    },
    {
      day: 10,
      structure: {
        budget: [12_000, 5],
        personalData: ["contact"],
        essential: ["Trouver l’école à partir d’une adresse", "Dessiner et déplacer un secteur", "Compter les enfants par secteur"],
        useful: ["Essayer un découpage avant de l’adopter"],
      },
    },
    { day: 13, search: "sectorisation scolaire" },
    { day: 21, ruleOut: "Aucun logiciel libre ne fait de sectorisation scolaire. QGIS et Lizmap en sont la base, il manque le métier." },
    { day: 28, countersign: null },
    { day: 33, search: "sectorisation scolaire" },
    { day: 34, enter: "Secteval" },
    {
      day: 48,
      examine: "Secteval",
      rejects: "Répond au besoin, pour cinq fois le budget. L’abonnement compte les habitants, pas les écoles.",
      covers: "FFFF",
      cost: { licences: [4_500, 9_800], "data-migration": [2_000, 0], "user-training": [1_500, 0], leaving: [1_000, 0] },
      readyIn: 150,
    },
    {
      day: 54,
      ruleOut:
        "Six éditeurs consultés, une seule offre, cinq fois au-dessus du budget. Une dérogation n’aurait pas de sens pour six écoles.",
    },
    { day: 60, countersign: "Procédure suivie. L’étude de la porte 4 est attendue." },
    {
      day: 70,
      study: {
        feasible: true,
        summary:
          "Trois semaines de travail : une table des secteurs dans PostGIS, une carte Lizmap pour les dessiner, une page qui répond à une adresse.",
        cost: { "internal-time": [4_800, 700], hosting: [0, 120] },
        readyIn: 190,
        maintainers: ["Géomaticienne de l’urbanisme"],
        licence: "EUPL-1.2",
        repository: "https://forge.valmontel.example/ecoles/secteurs",
      },
    },
    {
      day: 76,
      study: {
        feasible: true,
        summary:
          "Trois semaines de travail : une table des secteurs dans PostGIS, une carte Lizmap pour les dessiner, une page qui répond à une adresse.",
        cost: { "internal-time": [4_800, 700], hosting: [0, 120] },
        readyIn: 190,
        maintainers: ["Géomaticienne de l’urbanisme", "Responsable des applications"],
        licence: "EUPL-1.2",
        repository: "https://forge.valmontel.example/ecoles/secteurs",
      },
      why: "Il manquait un second poste pour maintenir.",
    },
  ],
};

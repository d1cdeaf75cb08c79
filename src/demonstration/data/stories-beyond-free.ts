import type { Story } from "../usecases/story.ts";

/** Gone beyond gate 2. The proprietary products named here are invented, like the town. */

export const signing: Story = {
  key: "signing",
  by: "Sylvie Nguyen",
  reviewer: "Karim Benali",
  age: 401,
  need: {
    title: "Signer les marchés à distance",
    words:
      "Pour un avenant, il faut trois allers-retours par la poste, ou déplacer l’entreprise. Nous voudrions que tout le monde signe de son bureau, avec une signature qui vaut devant le juge.",
    users: 9,
    neededIn: 300,
    usedToday: "Le papier, la poste, quelquefois le train",
  },
  steps: [
    { day: 3, search: "signature des marchés" },
    { day: 5, examine: "i-Parapheur", rejects: "Signe nos bordereaux avec les certificats des élus. Une entreprise ne peut pas y signer." },
    { day: 6, ruleOut: "i-Parapheur ne fait signer que nous. Il resterait à y faire entrer les entreprises, ce qu’il ne prévoit pas." },
    {
      day: 12,
      structure: {
        budget: [14_000, 5],
        personalData: ["identity", "contact"],
        essential: ["Signature qualifiée au sens du règlement eIDAS", "Une entreprise signe sans s’équiper", "Preuve conservée dix ans"],
        useful: ["Lien avec i-Parapheur"],
      },
    },
    { day: 16, search: "signature électronique" },
    { day: 16, propose: "documenso" },
    { day: 16, propose: "docuseal" },
    {
      day: 30,
      examine: "Documenso",
      rejects: "Bon outil de signature simple. Ici il faut un certificat qualifié, que seul délivre un prestataire de confiance.",
      covers: "NFPN",
    },
    {
      day: 31,
      examine: "DocuSeal",
      rejects: "Même constat : ce n’est pas le logiciel qui manque, c’est le certificat qualifié.",
      covers: "NFPN",
    },
    {
      day: 42,
      ruleOut:
        "La commande publique demande ici une signature qualifiée. Elle suppose un prestataire de confiance reconnu, qui est un service et non un logiciel : aucun logiciel libre ne peut en tenir lieu.",
    },
    { day: 50, countersign: "L’impossibilité est démontrée. Garder les logiciels libres en vue pour les signatures simples." },
    { day: 56, search: "signature électronique qualifiée" },
    { day: 58, enter: "Signaval" },
    { day: 58, enter: "Plumeval" },
    {
      day: 80,
      examine: "Plumeval",
      rejects: "Les preuves ne sortent que contre paiement, une par une.",
      covers: "FFPN",
      cost: { licences: [0, 1_500], "user-training": [600, 0], leaving: [6_000, 0] },
      readyIn: 200,
      fails: { "data-export": "Pas d’export de l’ensemble des preuves, seulement document par document." },
    },
    {
      day: 86,
      examine: "Signaval",
      suits: "Trois avenants signés pour de bon pendant l’essai. Les preuves se récupèrent toutes, en une fois.",
      covers: "FFFP",
      cost: { licences: [0, 1_900], integration: [900, 0], "user-training": [700, 0], "internal-time": [600, 150], leaving: [500, 0] },
      readyIn: 215,
    },
    { day: 98, retain: "Signaval", because: "Seul à rendre toutes les preuves. Le coût de la sortie est compté, le budget tenu." },
    { day: 111, countersign: "L’export des preuves a bien été essayé. Procédure suivie." },
    { day: 216, move: "in-service" },
    {
      day: 341,
      confirm: "yes",
      because: "Vingt-six marchés et avenants signés. Le plus long a pris deux jours, au lieu de trois semaines.",
    },
  ],
};

export const contracts: Story = {
  key: "contracts",
  by: "Bruno Delattre",
  reviewer: "Karim Benali",
  age: 66,
  need: {
    title: "Préparer les marchés et suivre leur exécution",
    words:
      "Chaque cahier des charges part d’un ancien fichier, avec ses vieilles clauses. Puis les avenants, les reconductions et les pénalités se suivent dans un tableur que je suis seul à comprendre.",
    users: 14,
    neededIn: 270,
    usedToday: "Des modèles de texte et un tableur",
  },
  steps: [
    { day: 2, search: "suivi des marchés publics" },
    { day: 5, ruleOut: "Civil Net Finances connaît le montant d’un marché, pas ses clauses ni ses échéances." },
    {
      day: 9,
      structure: {
        budget: [45_000, 5],
        personalData: ["identity", "contact"],
        essential: [
          "Rédiger à partir de clauses à jour",
          "Échéances et reconductions, avec rappels",
          "Avenants et pénalités",
          "Publier les données essentielles",
        ],
        useful: ["Lien avec Civil Net Finances"],
        mustRunWith: "Civil Net Finances",
      },
    },
    { day: 12, search: "marchés publics rédaction suivi" },
    { day: 12, propose: "pat-transparence" },
    { day: 19, examine: "PAT", rejects: "Publie les données essentielles des marchés, et seulement cela.", covers: "NNNFN" },
    { day: 24, ruleOut: "Aucun logiciel libre connu ne rédige de marché." },
    { day: 30, countersign: "D’accord sur le fond." },
    {
      day: 33,
      reword: "open-source",
      to: "Le seul logiciel libre trouvé publie les données essentielles, mais ne rédige ni ne suit un marché. Deux communes interrogées n’en connaissent pas d’autre.",
      why: "La phrase était trop courte pour être comprise par qui n’était pas là.",
    },
    { day: 36, search: "rédaction et suivi des marchés" },
    { day: 37, enter: "Marchaval" },
    { day: 37, enter: "Achaval" },
    {
      day: 44,
      examine: "Marchaval",
      rejects: "Le suivi est bon, la rédaction est en option. L’éditeur n’a pas encore montré l’export.",
      covers: "PFFFP",
      fails: { "data-export": "Pas montré pendant la démonstration." },
    },
    { day: 50, ask: "Combien de marchés en cours, et combien de reconductions par an ? Le prix de l’un des deux en dépend." },
    { day: 52, answer: "Soixante-trois marchés en cours. Une vingtaine de reconductions par an, surtout en décembre." },
    {
      day: 58,
      examine: "Marchaval",
      suits: "Rédaction et suivi dans le même outil. L’export complet a été refait devant nous, en formats ouverts.",
      covers: "FFFFP",
      cost: {
        licences: [2_500, 4_900],
        "data-migration": [1_800, 0],
        "user-training": [2_400, 0],
        "internal-time": [2_000, 600],
        leaving: [1_500, 0],
      },
      readyIn: 190,
      why: "L’éditeur est revenu avec la rédaction et l’export, que la première démonstration n’avait pas montrés.",
    },
  ],
};

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
    { day: 2, search: "temps de travail des agents" },
    { day: 4, ruleOut: "Civil Net RH paie les heures, il ne les compte pas. Le module qui le fait n’est pas dans notre contrat." },
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
      because: "Couvre les quatre exigences essentielles, dans le budget. L’export complet est au contrat, et la sortie est chiffrée.",
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
    { day: 54, ruleOut: "Une seule offre, cinq fois au-dessus du budget. Une dérogation n’aurait pas de sens pour six écoles." },
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

import type { Story } from "../usecases/story.ts";

/** In use for long, and confirmed. */

export const meetings: Story = {
  key: "meetings",
  by: "Philippe Castaing",
  reviewer: "Karim Benali",
  age: 702,
  need: {
    title: "Réunir à distance les comités et les partenaires",
    words:
      "Depuis que la moitié des comités se tient à distance, chacun arrive avec son outil. Une fois sur deux, quelqu’un reste à la porte, ou la réunion gratuite se coupe au bout de quarante minutes.",
    users: 60,
    neededIn: 150,
    usedToday: "Des comptes gratuits, chacun le sien",
  },
  steps: [
    { day: 2, search: "réunion à distance" },
    {
      day: 3,
      examine: "Zoom",
      rejects: "Vingt-cinq comptes payants, pour la direction seule. Les étendre à tous coûterait plus de 5 000 € par an.",
    },
    {
      day: 4,
      ruleOut: "Ce qui est en service ne sert que la direction. L’étendre à tous coûterait chaque année plus cher qu’un service à nous.",
    },
    {
      day: 6,
      structure: {
        budget: [9_000, 5],
        personalData: ["identity", "contact"],
        essential: [
          "Entrer dans une réunion par un lien, sans compte",
          "Réunir quarante personnes",
          "Montrer un document à l’écran",
          "Entrer par téléphone",
        ],
        useful: ["Enregistrer une séance", "Sous-titrer"],
      },
    },
    { day: 9, search: "visioconférence réunion à distance" },
    { day: 10, propose: "jitsi-meet" },
    { day: 10, propose: "bigbluebutton" },
    {
      day: 20,
      examine: "Jitsi Meet",
      rejects: "Très simple à ouvrir. Mais l’entrée par téléphone demande une passerelle que nous ne saurions pas tenir seuls.",
      covers: "FFFPFN",
      cost: { hosting: [0, 480], "user-training": [600, 0], integration: [3_500, 0], "internal-time": [900, 300] },
      readyIn: 110,
    },
    {
      day: 24,
      examine: "BigBlueButton",
      suits: "Toutes les exigences essentielles, l’entrée par téléphone comprise, sur un serveur que nous avons déjà.",
      covers: "FFFFFP",
      cost: { hosting: [0, 600], "administrator-training": [900, 0], "user-training": [600, 0], "internal-time": [1_200, 300] },
      readyIn: 90,
    },
    {
      day: 30,
      retain: "BigBlueButton",
      because: "BigBlueButton couvre les quatre exigences essentielles, dans le budget, et s’ouvre par un lien dans le navigateur.",
    },
    { day: 34, countersign: "Deux logiciels essayés, motifs écrits. La procédure a été suivie." },
    { day: 97, move: "in-service" },
    { day: 225, confirm: "yes", because: "Cent dix réunions ce trimestre. Personne n’est resté à la porte." },
  ],
};

export const roadworks: Story = {
  key: "roadworks",
  by: "Antoine Vasseur",
  reviewer: "Maëlle Le Goff",
  age: 622,
  need: {
    title: "Montrer les chantiers sur une carte",
    words:
      "Les habitants appellent pour savoir quelle rue est barrée, et jusqu’à quand. Nous envoyons un PDF que personne n’ouvre. Une carte sur le site, que nous tiendrions à jour nous-mêmes, éviterait dix appels par jour.",
    users: 5,
    neededIn: 120,
    usedToday: "Un PDF par semaine sur le site de la ville",
    openToPublic: true,
  },
  steps: [
    { day: 1, search: "carte des chantiers" },
    {
      day: 2,
      examine: "Lizmap",
      rejects: "Prévu pour les agents : chaque nouvelle carte passe par la géomatique. Le service veut mettre à jour seul, depuis la rue.",
    },
    { day: 2, examine: "QGIS", rejects: "Prépare nos cartes, mais les habitants ne l’ouvriront pas." },
    {
      day: 3,
      ruleOut:
        "Nos outils de cartographie demandent un géomaticien à chaque mise à jour. Le besoin est une carte tenue par le service lui-même.",
    },
    {
      day: 6,
      structure: {
        budget: [3_000, 5],
        essential: [
          "Poser un chantier sur la carte en moins de cinq minutes",
          "Dates de début et de fin affichées",
          "Carte insérée dans le site de la ville",
          "Utilisable au téléphone par les habitants",
        ],
        useful: ["Liste des chantiers sous la carte, pour les lecteurs d’écran"],
      },
    },
    { day: 8, search: "carte interactive chantiers travaux" },
    { day: 8, propose: "umap" },
    { day: 8, propose: "dialog" },
    {
      day: 14,
      examine: "DiaLog",
      rejects: "Publie les arrêtés de circulation, ce qui sera utile un jour. Les chantiers sans arrêté n’y figurent pas.",
    },
    {
      day: 18,
      examine: "uMap",
      suits: "Essayé sur trois chantiers : le responsable a posé le premier en quatre minutes.",
      covers: "FFFFP",
      cost: { "user-training": [300, 0], integration: [400, 0], "internal-time": [600, 200] },
      readyIn: 60,
      passes: {
        accessibility: "Une carte seule ne se lit pas à l’oreille. La liste placée dessous dit la même chose, et se parcourt au clavier.",
      },
    },
    { day: 22, retain: "uMap", because: "Le service tient sa carte seul, pour un coût presque nul." },
    { day: 27, countersign: null },
    { day: 71, move: "in-service" },
    { day: 210, confirm: "yes", because: "Trois fois moins d’appels. La carte est la deuxième page la plus lue du site." },
  ],
};

export const graves: Story = {
  key: "graves",
  by: "Monique Aubry",
  reviewer: "Karim Benali",
  age: 481,
  need: {
    title: "Tenir le registre des concessions",
    words:
      "Mon registre commence en 1921, sur papier. Quand une famille appelle, je descends aux archives. Et personne ne sait combien de concessions arrivent à échéance l’an prochain.",
    users: 3,
    neededIn: 200,
    usedToday: "Quatre registres et un plan au mur",
  },
  steps: [
    { day: 3, search: "concessions du cimetière" },
    { day: 5, ruleOut: "Rien en service ne gère de concessions. La cartographie connaît le plan des allées, pas les emplacements." },
    {
      day: 11,
      structure: {
        budget: [16_000, 5],
        personalData: ["identity", "contact", "family"],
        essential: [
          "Retrouver une concession par un nom ou un emplacement",
          "Suivre les échéances et relancer les familles",
          "Voir le plan du cimetière",
          "Garder l’histoire des personnes inhumées",
        ],
        useful: ["Courriers types", "Recherche d’un défunt par le public"],
      },
    },
    { day: 14, search: "gestion des cimetières, concessions" },
    { day: 14, propose: "opencimetiere" },
    {
      day: 33,
      examine: "openCimetière",
      suits: "Essayé sur une allée entière, quatre-vingts concessions saisies en une journée.",
      covers: "FFFFFP",
      cost: {
        "data-migration": [2_600, 0],
        hosting: [0, 300],
        "user-training": [900, 0],
        support: [0, 900],
        "internal-time": [2_400, 240],
      },
      readyIn: 170,
      licence: "GPL-3.0-or-later",
    },
    {
      day: 46,
      examine: "openCimetière",
      suits: "Essayé sur une allée entière, quatre-vingts concessions saisies en une journée, puis relues sur les registres.",
      covers: "FFFFFP",
      cost: {
        "data-migration": [4_200, 0],
        hosting: [0, 300],
        "user-training": [900, 0],
        support: [0, 900],
        "internal-time": [2_400, 240],
      },
      readyIn: 180,
      licence: "GPL-3.0-or-later",
      why: "La reprise des registres avait été comptée sans la relecture.",
    },
    { day: 60, retain: "openCimetière", because: "Le besoin est couvert, la saisie des registres est chiffrée et tient dans le budget." },
    { day: 70, countersign: "L’estimation de la reprise a été refaite, c’est bien. Procédure suivie." },
    { day: 171, move: "in-service" },
    { day: 266, confirm: "yes", because: "Le registre est saisi jusqu’en 1958. Je réponds à une famille en deux minutes, au téléphone." },
  ],
};

export const restore: Story = {
  key: "restore",
  by: "Yann Kowalski",
  reviewer: "Maëlle Le Goff",
  age: 332,
  need: {
    title: "Restaurer un serveur en moins d’une heure",
    words:
      "Le mois dernier, remettre les stocks en route a pris neuf heures. La sauvegarde était bonne, mais il a fallu tout relire. Je veux restaurer une machine entière dans l’heure, et le prouver chaque trimestre.",
    users: 3,
    neededIn: 120,
    usedToday: "Veeam, sur un contrat qui finit dans l’année",
    essential: [
      "Restaurer une machine entière en moins d’une heure",
      "Vérifier chaque copie sans l’ouvrir",
      "Garder une copie que personne ne peut effacer",
    ],
  },
  steps: [
    { day: 1, search: "restaurer une sauvegarde" },
    {
      day: 2,
      examine: "Veeam Backup & Replication",
      rejects:
        "En service, mais le contrat s’arrête dans l’année, et restaurer une machine entière demande une option que nous n’avons pas.",
    },
    { day: 3, ruleOut: "Ce que nous avons s’arrête avec son contrat. Le renouveler sans chercher serait décider d’avance." },
    { day: 6, structure: { budget: [15_000, 5], mustRunWith: "Proxmox VE", useful: ["Un rapport chaque matin par courriel"] } },
    { day: 8, search: "sauvegarde de serveurs" },
    { day: 8, propose: "proxmox-backup-server" },
    { day: 8, propose: "bareos" },
    { day: 9, propose: "urbackup" },
    {
      day: 17,
      examine: "UrBackup",
      rejects: "Pensé d’abord pour les postes. Une machine virtuelle entière s’y restaure en plusieurs gestes.",
      covers: "NPPF",
      readyIn: 70,
    },
    {
      day: 22,
      examine: "Bareos",
      rejects: "Complet, et bien au-delà du besoin. À trois personnes, nous ne le maîtriserions pas avant l’été.",
      covers: "PFFF",
      cost: { hardware: [5_200, 0], "administrator-training": [4_500, 0], support: [0, 1_400], "internal-time": [3_000, 600] },
      readyIn: 150,
    },
    {
      day: 28,
      examine: "Proxmox Backup Server",
      suits: "Une machine de 200 Go restaurée en 38 minutes pendant l’essai, copie vérifiée.",
      covers: "FFFF",
      cost: { hardware: [5_200, 0], "administrator-training": [1_200, 0], support: [0, 510], "internal-time": [1_500, 400] },
      readyIn: 85,
    },
    { day: 35, retain: "Proxmox Backup Server", because: "Seul des trois à tenir l’heure, avec ce que l’équipe sait déjà faire." },
    { day: 41, countersign: "Trois candidats essayés et chiffrés. Procédure suivie." },
    { day: 86, move: "in-service" },
    { day: 232, confirm: "yes", because: "Trois exercices réussis : 38, 41 et 35 minutes pour une machine entière." },
  ],
};

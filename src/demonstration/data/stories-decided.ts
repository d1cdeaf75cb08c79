import type { Story } from "../usecases/story.ts";

/** Decided: extended, planned, tried. Or ended otherwise: unmet, withdrawn. */

export const photos: Story = {
  key: "photos",
  by: "Claire Moulin",
  reviewer: "Karim Benali",
  age: 121,
  fits: "Nextcloud",
  need: {
    title: "Partager les photos des manifestations avec les associations",
    words:
      "Après chaque fête, on nous demande les photos. Nous les envoyons une par une. Un dossier où chaque association viendrait chercher les siennes suffirait, et il paraît que Nextcloud sait faire.",
    users: 6,
    personalData: ["identity"],
  },
  steps: [
    {
      day: 1,
      examine: "Nextcloud",
      suits:
        "Un dossier par manifestation, un lien par association qui expire au bout d’un mois. Le droit à l’image est rappelé à l’ouverture.",
    },
    {
      day: 2,
      retain: "Nextcloud",
      because: "Déjà en service, et fait pour cela. Il n’y a qu’un dossier à ouvrir et une heure à passer avec l’équipe.",
    },
    { day: 4, countersign: "Le mot sur le droit à l’image est le bienvenu." },
  ],
};

export const breakdowns: Story = {
  key: "breakdowns",
  by: "Thi-Lan Pham",
  reviewer: "Maëlle Le Goff",
  age: 431,
  fits: "GLPI",
  need: {
    title: "Signaler les pannes de la bibliothèque",
    words:
      "Quand l’automate de prêt tombe, on téléphone, et si personne ne répond on oublie. Les collègues de la mairie ont un guichet pour cela.",
    users: 11,
    usedToday: "Le téléphone",
  },
  steps: [
    { day: 1, examine: "GLPI", suits: "Onze comptes à ouvrir, et une catégorie de plus pour les automates." },
    { day: 1, retain: "GLPI", because: "GLPI fait cela pour la mairie depuis des années. On l’étend à la bibliothèque." },
    { day: 3, countersign: null },
  ],
};

export const passwords: Story = {
  key: "passwords",
  by: "Aminata Diallo",
  reviewer: "Karim Benali",
  age: 61,
  need: {
    title: "Partager les mots de passe d’un service",
    words:
      "Nous sommes six à utiliser les mêmes comptes sur les portails de l’État et des banques. Les mots de passe sont sur une feuille dans un tiroir. Quand quelqu’un part, personne n’ose les changer.",
    users: 45,
    neededIn: 120,
    usedToday: "Une feuille, un tiroir",
  },
  steps: [
    { day: 2, search: "coffre de mots de passe" },
    {
      day: 4,
      examine: "KeePassXC",
      rejects: "Un coffre par personne. À plusieurs, le fichier finit recopié, et nul ne sait quelle version est la bonne.",
    },
    { day: 5, ruleOut: "KeePassXC protège bien une personne. Pour un service entier, il manque le partage et la trace." },
    {
      day: 10,
      structure: {
        budget: [8_000, 5],
        personalData: ["identity"],
        essential: [
          "Partager un mot de passe sans le montrer",
          "Retirer l’accès de qui s’en va",
          "Savoir qui a lu quoi",
          "Double vérification à l’entrée",
        ],
        useful: ["Remplissage dans Firefox"],
      },
    },
    { day: 13, search: "gestionnaire de mots de passe" },
    { day: 13, propose: "passbolt" },
    { day: 13, propose: "vaultwarden" },
    {
      day: 22,
      examine: "Vaultwarden",
      rejects: "Léger et agréable. La trace de qui a lu quoi y est moins fine que ce que le service demande.",
      covers: "FFPFF",
      cost: { hosting: [0, 60], "user-training": [1_200, 0], "internal-time": [900, 300] },
      readyIn: 70,
    },
    {
      day: 26,
      examine: "Passbolt",
      suits: "Groupes, départs et lectures : tout a été essayé avec les six personnes du service.",
      covers: "FFFFF",
      cost: { hosting: [0, 120], "user-training": [1_500, 0], "administrator-training": [600, 0], "internal-time": [1_200, 300] },
      readyIn: 90,
    },
    { day: 34, retain: "Passbolt", because: "Couvre les cinq exigences. La trace des lectures a fait la différence." },
    { day: 43, countersign: "Deux coffres comparés sur pièces. Procédure suivie." },
  ],
};

export const agenda: Story = {
  key: "agenda",
  by: "Claire Moulin",
  reviewer: "Maëlle Le Goff",
  age: 191,
  need: {
    title: "Publier l’agenda des associations",
    words:
      "Le magazine part à l’imprimeur trois semaines avant. Tout ce qui se décide ensuite n’existe pas. Les associations voudraient annoncer elles-mêmes leurs rendez-vous, et nous, les relire.",
    users: 5,
    neededIn: 210,
    usedToday: "Trois pages du magazine et les réseaux sociaux",
    openToPublic: true,
  },
  steps: [
    { day: 2, search: "agenda des associations" },
    { day: 5, ruleOut: "Les calendriers de la messagerie sont internes, et le site ne prend que ce que nous y écrivons." },
    {
      day: 11,
      structure: {
        budget: [10_000, 5],
        personalData: ["identity", "contact"],
        essential: ["Une association annonce, un agent relit", "Agenda inséré dans le site", "Export vers les agendas personnels"],
        useful: ["Annonces reçues des communes voisines", "Carte des rendez-vous"],
      },
    },
    { day: 14, search: "agenda d’événements associations" },
    { day: 14, propose: "mobilizon" },
    { day: 14, propose: "gancio" },
    {
      day: 30,
      examine: "Gancio",
      rejects:
        "Très simple à tenir. La relecture par un agent y est, mais pas les groupes : une association ne retrouve pas ses propres annonces.",
      covers: "PFFFN",
      cost: { hosting: [0, 60], integration: [700, 0], "internal-time": [800, 150] },
      readyIn: 100,
    },
    {
      day: 38,
      examine: "Mobilizon",
      suits: "Douze associations ont annoncé leurs rendez-vous pendant l’essai. Les annonces des voisins arrivent seules.",
      covers: "FFFFF",
      cost: { hosting: [0, 180], integration: [1_800, 0], "user-training": [900, 0], "internal-time": [1_500, 400] },
      readyIn: 170,
    },
    { day: 52, retain: "Mobilizon", because: "Couvre tout le besoin, et ouvre l’agenda aux communes voisines sans rien leur demander." },
    { day: 61, countersign: null },
    { day: 166, move: "pilot" },
  ],
};

export const signLanguage: Story = {
  key: "sign-language",
  by: "Rachel Abitbol",
  reviewer: "Karim Benali",
  age: 281,
  need: {
    title: "Recevoir les personnes sourdes au CCAS",
    words:
      "Quand une personne sourde vient, on écrit sur un papier, ou on attend la permanence du mois suivant. Il nous faudrait une interprète en langue des signes à l’écran, dans le quart d’heure.",
    users: 12,
    neededIn: 210,
    usedToday: "Une permanence d’interprète par mois",
    openToPublic: true,
  },
  steps: [
    { day: 2, search: "langue des signes" },
    { day: 4, ruleOut: "BigBlueButton sait montrer l’image. Mais il n’y a personne au bout." },
    {
      day: 9,
      structure: {
        budget: [30_000, 5],
        personalData: ["identity", "health-social"],
        essential: [
          "Une interprète diplômée à l’écran en quinze minutes",
          "Aucun enregistrement de l’entretien",
          "Utilisable à l’accueil et à domicile",
        ],
        useful: ["Transcription écrite en direct"],
      },
    },
    { day: 13, search: "interprétation langue des signes" },
    {
      day: 20,
      ruleOut:
        "Le besoin est un service rendu par des interprètes diplômées. Aucun logiciel, libre ou non, ne les remplace, et ceux que la recherche a trouvés traduisent des textes ou font signer des documents.",
    },
    { day: 26, countersign: "L’impossibilité est bien dite : ce n’est pas un logiciel qui manque." },
    { day: 32, search: "interprétation à distance" },
    { day: 33, enter: "Mainsigne" },
    { day: 33, enter: "Visioval Accueil" },
    {
      day: 45,
      ask: "Mainsigne garde-t-il les entretiens, et où ? Ce sont des données de santé et de situation sociale.",
      by: "Inès Carvalho",
    },
    { day: 51, answer: "Oui, trois mois, et sur des serveurs hors de l’Union européenne. Je l’écris dans l’examen.", by: "Karim Benali" },
    {
      day: 58,
      examine: "Mainsigne",
      rejects: "Le service rendu est bon. Mais les entretiens sont enregistrés, et gardés hors de l’Union européenne.",
      covers: "FNFN",
      fails: {
        "personal-data":
          "Entretiens enregistrés par défaut, sans durée annoncée. Avis défavorable de la déléguée à la protection des données.",
        "data-location": "Enregistrements hors de l’Union européenne.",
      },
    },
    {
      day: 72,
      examine: "Visioval Accueil",
      suits: "Répond à tout le besoin, sans rien garder. Le prix dépasse de loin le budget.",
      covers: "FFFP",
      cost: { licences: [0, 17_400], "user-training": [1_200, 0], "internal-time": [800, 300], leaving: [400, 0] },
      readyIn: 160,
    },
    {
      day: 78,
      askWaiver: "budget",
      of: "Visioval Accueil",
      because: "C’est le seul service qui respecte le secret des entretiens. Le CCAS demande s’il peut dépasser.",
    },
    {
      day: 90,
      answerWaiver: false,
      because: "Refusée : trois fois le budget pour une vingtaine d’entretiens par an. À reprendre avec les communes voisines.",
    },
    {
      day: 97,
      examine: "Visioval Accueil",
      rejects: "Hors budget, et la dérogation est refusée. À revoir si plusieurs communes partagent l’abonnement.",
      covers: "FFFP",
      cost: { licences: [0, 17_400], "user-training": [1_200, 0], "internal-time": [800, 300], leaving: [400, 0] },
      readyIn: 160,
      why: "La dérogation de budget a été refusée.",
    },
    { day: 104, ruleOut: "L’un des deux services ne respecte pas le secret des entretiens, l’autre coûte trois fois le budget." },
    { day: 112, countersign: null },
    {
      day: 130,
      study: {
        feasible: false,
        summary:
          "Un développement ne crée pas d’interprètes. La ville peut en revanche doubler la permanence, et proposer un abonnement commun à ses voisines.",
      },
    },
    { day: 138, ruleOut: "Rien à développer. Le besoin reste entier : il est écrit ici pour être repris à plusieurs." },
    { day: 151, countersign: "Besoin reconnu et non couvert. À porter à la conférence des maires." },
  ],
};

export const invoices: Story = {
  key: "invoices",
  by: "Aminata Diallo",
  reviewer: "Maëlle Le Goff",
  age: 91,
  need: {
    title: "Numériser les factures papier",
    words:
      "Une dizaine de fournisseurs nous envoient encore du papier. Il faut scanner, nommer, ranger. Un outil qui lirait le montant et le nom gagnerait une heure par jour.",
    users: 3,
    neededIn: 120,
  },
  steps: [
    { day: 3, search: "scanner des factures" },
    { day: 8, ask: "Combien de ces fournisseurs pourraient déposer leurs factures sur Chorus Pro ?" },
    { day: 11, answer: "Je les ai appelés. Il en reste trois." },
    { day: 12, withdraw: "Les trois derniers s’y mettent avant la fin du mois. Il n’y aura plus rien à numériser." },
  ],
};

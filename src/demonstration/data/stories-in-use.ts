import type { Story } from "../usecases/story.ts";

/** In use: confirmed in part, to confirm, or soon to be. */

export const survey: Story = {
  key: "survey",
  by: "Pauline Schmitt",
  reviewer: "Maëlle Le Goff",
  age: 541,
  need: {
    title: "Demander leur avis aux familles",
    words:
      "Deux fois par an, nous distribuons un questionnaire dans les cartables. Il en revient un sur quatre, et il faut trois jours pour tout ressaisir. Les parents nous disent qu’ils répondraient volontiers sur leur téléphone.",
    users: 8,
    usedToday: "Un questionnaire sur papier, ressaisi à la main",
    openToPublic: true,
  },
  steps: [
    { day: 2, search: "questionnaire familles" },
    { day: 3, ruleOut: "La recherche n’a rien trouvé qui pose des questions au public." },
    {
      day: 7,
      structure: {
        budget: [4_000, 5],
        personalData: ["family", "children"],
        essential: ["Répondre au téléphone, sans compte", "Réponses anonymes", "Résultats en tableau et en graphiques"],
        useful: ["Questionnaire en plusieurs langues", "Reprendre plus tard"],
      },
    },
    { day: 9, search: "questionnaire enquête familles" },
    { day: 9, propose: "limesurvey" },
    { day: 9, propose: "opnform" },
    {
      day: 16,
      examine: "OpnForm",
      rejects: "Agréable pour un formulaire court. Les questions qui dépendent l’une de l’autre y deviennent vite difficiles.",
      covers: "FPPNF",
    },
    {
      day: 20,
      examine: "LimeSurvey",
      suits: "Le questionnaire de la cantine y a été refait en une matinée, anonyme, avec ses graphiques.",
      covers: "FFFPF",
      cost: { hosting: [0, 180], "user-training": [800, 0], "internal-time": [900, 160] },
      readyIn: 60,
      passes: { "personal-data": "Réponses anonymes par construction, effacées après un an. Aucun nom d’enfant n’est demandé." },
    },
    { day: 26, retain: "LimeSurvey", because: "Couvre le besoin, tient dans le budget, et d’autres services s’en serviront." },
    { day: 33, countersign: null },
    { day: 61, move: "in-service" },
    {
      day: 240,
      confirm: "partly",
      because:
        "Les réponses ont doublé. Mais une famille sur cinq ne va pas au bout : le questionnaire est long au téléphone, et rien n’est traduit.",
    },
    {
      day: 538,
      newRound:
        "Un an et demi après, les familles qui lisent mal le français ne répondent toujours pas. Il nous faut des questionnaires courts, traduits, et que l’on puisse écouter.",
    },
  ],
};

export const bigFiles: Story = {
  key: "big-files",
  by: "Bruno Delattre",
  reviewer: "Karim Benali",
  age: 251,
  need: {
    title: "Recevoir les gros fichiers des entreprises",
    words:
      "Les entreprises nous envoient leurs plans par des services gratuits. Les liens expirent avant que nous ayons tout téléchargé, et je ne sais pas qui d’autre les lit.",
    users: 18,
    neededIn: 60,
    usedToday: "Les services de transfert que chaque entreprise choisit",
    openToPublic: true,
  },
  steps: [
    { day: 2, search: "partage de fichiers" },
    {
      day: 4,
      examine: "Nextcloud",
      rejects:
        "Le dépôt par lien marche, mais sans accusé de réception ni date limite, et chaque dossier est à créer à la main. Essayé avec deux entreprises.",
    },
    {
      day: 5,
      ruleOut: "Nextcloud sert à partager entre nous. Recevoir de l’extérieur, avec une preuve et une date limite, il ne le fait pas.",
    },
    {
      day: 9,
      structure: {
        budget: [7_000, 5],
        personalData: ["identity", "contact"],
        essential: ["Recevoir un fichier de 10 Go", "Accusé de réception daté", "Date limite de dépôt", "Effacement automatique"],
        useful: ["Chiffrement avant l’envoi"],
      },
    },
    { day: 12, search: "transfert de gros fichiers" },
    { day: 12, propose: "filesender" },
    { day: 12, propose: "seafile" },
    { day: 20, examine: "Seafile", rejects: "Partage et synchronise, comme Nextcloud. Pas d’invitation à déposer avec date limite." },
    {
      day: 27,
      examine: "FileSender",
      suits: "Une entreprise a déposé 12 Go en une fois, avec son accusé. L’effacement s’est fait seul au bout de dix jours.",
      covers: "FFFFF",
      cost: { hosting: [0, 420], "administrator-training": [700, 0], "user-training": [500, 0], "internal-time": [1_600, 240] },
      readyIn: 105,
    },
    {
      day: 30,
      askWaiver: "time",
      of: "FileSender",
      because: "Le serveur de stockage arrive un mois après la date voulue. Aucun autre candidat ne serait prêt plus tôt.",
    },
    { day: 36, answerWaiver: true, because: "Accordée : la consultation qui fixait la date est repoussée d’un mois." },
    { day: 48, retain: "FileSender", because: "Répond à tout le besoin. Le retard d’un mois a sa dérogation." },
    { day: 56, countersign: "La dérogation est motivée. Procédure suivie." },
    { day: 106, move: "in-service" },
  ],
};

export const newsletter: Story = {
  key: "newsletter",
  by: "Mehdi Roussel",
  reviewer: "Maëlle Le Goff",
  age: 301,
  need: {
    title: "Écrire aux associations sans oublier personne",
    words:
      "J’ai 210 associations dans un tableur, avec des adresses qui changent à chaque assemblée générale. À chaque envoi j’en oublie, et d’autres me demandent à ne plus rien recevoir sans que je sache comment faire.",
    users: 4,
    neededIn: 150,
    usedToday: "Un tableur et des destinataires en copie cachée",
    openToPublic: true,
  },
  steps: [
    { day: 2, search: "lettre aux associations" },
    { day: 3, examine: "BlueMind", rejects: "Envoie des courriels, mais ne tient ni inscriptions ni désinscriptions." },
    { day: 4, ruleOut: "La messagerie n’est pas faite pour cela, et l’envoi à deux cents adresses d’un coup la met en difficulté." },
    {
      day: 8,
      structure: {
        budget: [5_000, 5],
        personalData: ["identity", "contact"],
        essential: ["S’inscrire et se désinscrire seul", "Plusieurs listes", "Preuve du consentement"],
        useful: ["Modèles de lettre", "Nombre d’ouvertures, sans suivre les personnes"],
      },
    },
    { day: 10, search: "lettre d’information, liste de diffusion" },
    { day: 10, propose: "listmonk" },
    { day: 10, propose: "sympa" },
    {
      day: 18,
      examine: "Sympa",
      rejects: "Excellent pour des listes où tout le monde écrit. Pour une lettre mise en page, il faut un second outil.",
      covers: "FFPNN",
    },
    {
      day: 23,
      examine: "listmonk",
      suits: "Les 210 associations importées en une heure. Chacune confirme son inscription, et la preuve en reste.",
      covers: "FFFPF",
      cost: { hosting: [0, 120], "data-migration": [300, 0], "user-training": [400, 0], "internal-time": [1_100, 200] },
      readyIn: 75,
    },
    { day: 30, retain: "listmonk", because: "Fait ce qui est demandé et rien de plus, sur un serveur que nous avons." },
    { day: 38, countersign: null },
    { day: 76, move: "in-service" },
    {
      day: 231,
      confirm: "partly",
      because: "Plus personne n’est oublié, et chacun se désinscrit seul. Mais la mise en page demande encore l’aide de la DSI.",
    },
  ],
};

export const vehicles: Story = {
  key: "vehicles",
  by: "João Teixeira",
  reviewer: "Karim Benali",
  age: 211,
  need: {
    title: "Suivre l’entretien des véhicules et des tondeuses",
    words:
      "Une tondeuse a cassé parce que la vidange n’avait pas été faite depuis deux saisons. Chaque engin a son carnet, et les carnets restent dans les engins. Je voudrais savoir le lundi matin ce qui doit passer à l’atelier.",
    users: 9,
    neededIn: 140,
    usedToday: "Un carnet par engin",
  },
  steps: [
    { day: 2, search: "entretien des véhicules" },
    {
      day: 3,
      examine: "Atal",
      rejects: "Suit les bons de travaux des bâtiments. Notre version ne connaît ni les engins ni leurs échéances.",
    },
    { day: 4, ruleOut: "Atal s’arrête aux bâtiments, et rien d’autre ne s’en approche." },
    {
      day: 9,
      structure: {
        budget: [6_000, 5],
        essential: [
          "Échéances par date et par heures d’usage",
          "Une fiche par engin, lisible au téléphone",
          "Liste de la semaine pour l’atelier",
        ],
        useful: ["Coût d’entretien par engin"],
      },
    },
    { day: 12, search: "entretien des véhicules, parc automobile" },
    { day: 12, propose: "lubelogger" },
    { day: 12, propose: "traccar" },
    {
      day: 19,
      examine: "Traccar",
      rejects: "Suit la position des véhicules, ce que personne ne demande. Hors du besoin, et à juste titre refusé par les agents.",
    },
    {
      day: 31,
      examine: "LubeLogger",
      suits: "Les 34 engins saisis en deux jours. Les rappels par heures d’usage fonctionnent pour les tondeuses.",
      covers: "FFFF",
      cost: { hosting: [0, 90], "data-migration": [500, 0], "user-training": [600, 0], "internal-time": [1_000, 180] },
      readyIn: 115,
    },
    { day: 40, retain: "LubeLogger", because: "Simple, essayé à l’atelier, et quatre fois sous le budget." },
    { day: 52, countersign: "Procédure suivie. Prévoir qui saisit les compteurs pendant les congés." },
    { day: 121, move: "in-service" },
  ],
};

export const rota: Story = {
  key: "rota",
  by: "Élodie Baptiste",
  reviewer: "Maëlle Le Goff",
  age: 161,
  need: {
    title: "Faire le planning des permanences de la bibliothèque",
    words:
      "Onze agents, trois étages, le samedi une fois sur trois. Je passe mon vendredi à refaire la grille, et il suffit d’une absence pour que le prêt ferme.",
    users: 11,
    neededIn: 120,
    usedToday: "Un tableur affiché en salle de pause",
  },
  steps: [
    { day: 1, search: "planning des permanences" },
    { day: 2, examine: "BlueMind", rejects: "Ses calendriers montrent qui est là. Ils ne disent pas qui peut tenir quel poste." },
    { day: 3, ruleOut: "Un calendrier partagé ne fait pas un roulement. Rien d’autre n’a été trouvé." },
    {
      day: 8,
      structure: {
        budget: [8_000, 5],
        personalData: ["identity"],
        essential: [
          "Postes à tenir, heure par heure",
          "Absences prises en compte",
          "Le samedi par roulement",
          "Chacun voit son planning au téléphone",
        ],
        useful: ["Statistiques de présence à l’année"],
      },
    },
    { day: 10, search: "planning du personnel" },
    { day: 10, propose: "planno" },
    {
      day: 25,
      examine: "Planno",
      suits: "Fait pour le service public d’une bibliothèque. Un mois entier refait avec l’équipe, sans trou le samedi.",
      covers: "FFFFP",
      cost: { hosting: [0, 240], "user-training": [900, 0], support: [0, 500], "internal-time": [1_300, 200] },
      readyIn: 95,
    },
    { day: 36, retain: "Planno", because: "Couvre les quatre exigences essentielles. L’équipe l’a essayé un mois et le demande." },
    { day: 47, countersign: null },
    { day: 101, move: "in-service" },
  ],
};

import type { Story } from "../usecases/story.ts";

/** At gate 2 today: waiting for the guarantor, or sent back by her. */

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
    { day: 2, examine: "Cart@DS", rejects: "Instruit nos permis. Le droit de préemption n’est pas dans notre contrat." },
    { day: 3, ruleOut: "Seul Cart@DS s’en approche, et le droit de préemption ne peut pas y être ajouté avant la fin du contrat." },
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

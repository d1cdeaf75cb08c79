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
    {
      day: 98,
      retain: "Signaval",
      because:
        "Cinq prestataires consultés, deux ont répondu. Signaval est le seul des deux à rendre toutes les preuves. Le coût de la sortie est compté, le budget tenu.",
    },
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
    { day: 4, examine: "Civil Net Finances", rejects: "Connaît le montant d’un marché. Ni ses clauses, ni ses échéances." },
    { day: 5, ruleOut: "Nos applications paient les marchés, et bientôt les signent. Aucune ne les prépare ni ne les suit." },
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
    {
      day: 26,
      reword: "open-source",
      to: "Le seul logiciel libre trouvé publie les données essentielles, mais ne rédige ni ne suit un marché. Deux communes interrogées n’en connaissent pas d’autre.",
      why: "La phrase était trop courte pour être comprise par qui n’était pas là.",
    },
    { day: 30, countersign: "La phrase est maintenant claire pour tous. Procédure suivie." },
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

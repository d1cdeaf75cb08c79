/** What an agent writes in its log on the machine. Agents ask for no language: these are in French alone. */
export const agentTexts = {
  "no-token": "Un jeton est attendu, dans l’adresse ou comme mot de passe.",
  "unknown-token": "Ce jeton est inconnu ou révoqué\u00a0: faites-en un autre dans Beffroi.",
  welcome: "Les agents d’inventaire envoient ici leurs inventaires, par POST.",
  empty: "Le message est vide\u00a0: relancez l’agent.",
  "too-large": "Le message est trop grand\u00a0: ôtez des catégories de l’inventaire (no-category).",
  truncated: "Le message est coupé avant sa fin\u00a0: relancez l’agent, ou regardez le mandataire.",
  "not-compressed-as-said": "Le message ne se décompresse pas\u00a0: relancez l’agent, ou regardez le mandataire.",
  "too-many-values": "Le message contient trop d’éléments\u00a0: ôtez des catégories de l’inventaire (no-category).",
  busy: "Trop d’inventaires à la fois\u00a0: revenez plus tard.",
  "too-slow": "Le message a mis trop de temps à venir\u00a0: relancez l’agent, ou regardez le réseau.",
  "not-a-message": "Ce n’est ni du JSON ni du XML\u00a0: envoyez ici l’inventaire d’un agent.",
  broken: "Le message n’est pas bien formé, ou il est coupé avant sa fin\u00a0: relancez l’agent.",
  "document-type": "Le message déclare un type de document ou des entités\u00a0: envoyez-le sans.",
  "no-message": "Ce n’est pas un message d’agent\u00a0: envoyez ici l’inventaire d’un agent.",
  "no-content": "L’inventaire ne dit rien d’une machine\u00a0: demandez à l’agent un inventaire complet.",
  "no-identity": "L’inventaire ne dit pas de quelle machine il est\u00a0: mettez l’agent à jour.",
  unsupported: "Seuls les inventaires d’ordinateurs sont reçus ici\u00a0: coupez les autres tâches de l’agent.",
  fault: "Le serveur n’a pas pu garder l’inventaire\u00a0: revenez plus tard.",
} as const;
export type AgentText = keyof typeof agentTexts;

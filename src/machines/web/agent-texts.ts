/** What an agent writes in its log on the machine. Agents ask for no language: these are in French alone. */
export const agentTexts = {
  "no-token": "Un jeton est attendu, dans l’adresse ou comme mot de passe.",
  "unknown-token": "Ce jeton est inconnu ou révoqué.",
  welcome: "Les agents d’inventaire envoient ici leurs inventaires, par POST.",
  empty: "Le message est vide.",
  "too-large": "Le message est trop grand.",
  truncated: "Le message est coupé avant sa fin.",
  "not-compressed-as-said": "Le message ne se décompresse pas.",
  "too-many-values": "Le message contient trop d’éléments.",
  busy: "Trop d’inventaires à la fois\u00a0: revenez plus tard.",
  "too-slow": "Le message a mis trop de temps à venir.",
  "not-a-message": "Ce n’est ni du JSON ni du XML.",
  broken: "Le message n’est pas bien formé, ou il est coupé avant sa fin.",
  "document-type": "Un message qui déclare un type de document ou des entités est refusé.",
  "no-message": "Ce n’est pas un message d’agent.",
  "no-content": "L’inventaire ne dit rien d’une machine.",
  "no-identity": "L’inventaire ne dit pas de quelle machine il est.",
  unsupported: "Seuls les inventaires d’ordinateurs sont reçus ici.",
  fault: "Le serveur n’a pas pu garder l’inventaire\u00a0: revenez plus tard.",
} as const;
export type AgentText = keyof typeof agentTexts;

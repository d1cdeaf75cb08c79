/** Déclaration d’accessibilité (arrêté du 20 septembre 2019, modèle du RGAA 4.1) et accès au code source (AGPL, article 13). */
export const fr = {
  accessibility: {
    title: "Accessibilité",
    lead: "Cette déclaration s’applique à Beffroi, tel que votre collectivité ou son opérateur l’a installé.",
    stateTitle: "État de conformité",
    state:
      "Beffroi est non conforme au référentiel général d’amélioration de l’accessibilité (RGAA 4.1) : aucun audit en cours de validité n’en mesure encore les critères, et c’est ainsi que la règle demande de le dire.",
    stateLimit:
      "Il est pourtant conçu pour être utilisable par tous, et vérifié comme il est dit ci-dessous. Ces contrôles ne remplacent pas un audit : nous ne donnons donc aucun taux.",
    testedTitle: "Ce qui a été vérifié",
    tested: ["Chaque page, par l’outil axe, sur les règles WCAG 2.1 de niveaux A et AA.", "Les parcours principaux, au clavier seul."],
    notTestedTitle: "Ce qui ne l’a pas été",
    notTested: [
      "L’usage par des personnes handicapées, avec leurs lecteurs d’écran (NVDA, JAWS, VoiceOver, Orca), leurs loupes ou leur commande vocale.",
      "Les 106 critères du RGAA par un tiers\u00a0: un outil automatique n’en voit qu’une partie.",
      "Les fichiers que les personnes joignent aux demandes.",
      "Les pages telles qu’une collectivité les aurait modifiées.",
    ],
    technologyTitle: "Technologies",
    technology:
      "HTML, CSS et SVG. JavaScript améliore certains formulaires et certaines listes, mais rien d’indispensable n’en dépend. Les documents produits sont des pages, des PDF balisés et des fichiers OpenDocument.",
    contactTitle: "Signaler un obstacle",
    contactAgent: (authority: string) =>
      `Si vous n’arrivez pas à lire une page ou à faire une action, dites-le à l’administrateur de Beffroi pour ${authority}\u00a0: il vous donnera l’information autrement et transmettra l’obstacle à qui peut le corriger.`,
    contact:
      "Si vous n’arrivez pas à lire une page ou à faire une action, dites-le à l’administrateur de Beffroi dans votre collectivité, ou à la collectivité dont vous lisez les décisions\u00a0: elle vous donnera l’information autrement et transmettra l’obstacle à qui peut le corriger.",
    appealTitle: "Si la réponse ne vient pas",
    appeal:
      "Vous pouvez saisir le Défenseur des droits\u00a0: par son formulaire en ligne, auprès d’un de ses délégués, ou par courrier gratuit, sans timbre, à Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.",
    appealLink: "Écrire au Défenseur des droits",
    established: (day: string, version: string) =>
      `Déclaration établie le ${day} pour la version ${version}, par l’équipe qui développe Beffroi.`,
  },
  source: {
    title: "Code source",
    lead: "Beffroi est un logiciel libre. Vous pouvez l’utiliser, l’étudier, le modifier et le partager.",
    licenceTitle: "Sa licence",
    licence:
      "GNU Affero General Public License, version 3 ou ultérieure (AGPL-3.0-or-later). Elle demande une chose à qui met Beffroi à disposition sur un réseau\u00a0: donner à ses utilisateurs le code source de la version qu’ils utilisent, modifications comprises.",
    licenceLink: "Lire la licence",
    getTitle: "Obtenir le code de cette version",
    get: "L’opérateur de ce service vous le fournit gratuitement, sur simple demande, sous une forme qui permet de le relire, de le modifier et de l’installer. Adressez-vous à l’administrateur de Beffroi dans votre collectivité\u00a0: il le transmet à l’opérateur.",
    say: "Indiquez la version ci-dessous. Si l’opérateur a modifié Beffroi, c’est le code modifié qu’il vous doit.",
    versionTitle: "Version",
    version: (version: string) => `Beffroi ${version}`,
    dataTitle: "Et vos données\u202f?",
    data: "Elles appartiennent à votre collectivité. Les listes s’exportent en CSV et en OpenDocument.",
  },
};
export type AboutTexts = typeof fr;

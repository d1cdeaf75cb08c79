import type { Operation, ParameterName } from "./operations.ts";
import type { ProblemKind } from "./problem.ts";
import { MOST_REQUESTS } from "./rate-limit.ts";
import type { ParameterFault } from "./read-query.ts";

const list = new Intl.ListFormat("fr", { type: "disjunction" });

export const fr = {
  title: "API du catalogue",
  lead: "Le catalogue des logiciels et de leurs fournisseurs, en JSON, pour vos sites, vos tableurs et vos programmes. Tout le monde peut le lire, sans compte ni clé. Les données d’une collectivité (demandes, parc, décisions) n’y sont pas.",
  limitTitle: "Limites",
  limitText: `${MOST_REQUESTS} requêtes par minute et par adresse. Chaque réponse dit ce qu’il en reste (RateLimit)\u202f; au-delà, la réponse est 429 et Retry-After dit combien de secondes attendre.`,
  cacheText:
    "Une réponse reste bonne une minute. Gardez son ETag et renvoyez-le dans If-None-Match\u00a0: si rien n’a changé, la réponse est 304, sans contenu.",
  pagesText:
    "Une liste est donnée par pages. Tant que «\u202fnext\u202f» n’est pas nul, redonnez-le dans «\u202fcursor\u202f» pour la suite, avec la même recherche. Sans recherche, l’ordre est celui des adresses\u202f: un logiciel ajouté ou retiré pendant votre lecture ne décale rien.",
  stability:
    "Sous /api/v1, rien n’est retiré ni renommé et aucun champ ne change de sens. Des champs, des paramètres et des valeurs peuvent s’ajouter\u00a0: ignorez ceux que vous ne connaissez pas. Ce qui romprait cette promesse sera publié sous /api/v2, et /api/v1 restera au moins un an.",
  stabilityTitle: "Stabilité",
  documentText: "Description lisible par un programme (OpenAPI 3.1)",
  operationsTitle: "Ce que l’on peut demander",
  parametersTitle: "Paramètres",
  noParameters: "Aucun paramètre.",
  parameterColumns: { name: "Nom", meaning: "Ce que c’est", values: "Valeurs" },
  request: "Requête",
  exampleAnswer: "Réponse de cette instance à cet instant",
  noExample: "Cette instance n’en connaît pas encore.",
  values: {
    required: "nécessaire",
    oneOf: (values: readonly string[]) => list.format(values),
    range: (min: number, max: number, usual: number) => `de ${min} à ${max}, ${usual} par défaut`,
    upTo: (max: number) => `${max} caractères au plus`,
    id: "UUID",
    word: "petites lettres, chiffres et traits d’union",
  },
  errorsTitle: "Erreurs",
  errorsText:
    "Une erreur est un objet JSON (RFC 9457, application/problem+json), dans la langue demandée par Accept-Language. «\u202ferrors\u202f» dit quel paramètre ne va pas, et pourquoi.",
  errorColumns: { status: "Statut", kind: "Erreur", detail: "Ce que cela veut dire" },
  licence: {
    title: "Licence des données",
    intro:
      "«\u202fprovenance\u202f» dit, pour chaque fait, de quelle source il vient. Si vous republiez ces données, respectez la licence de chacune et nommez-la.",
    own: "Fiches de Beffroi\u00a0: AGPL-3.0-or-later",
    columns: { source: "Source", id: "Nom dans «\u202fprovenance\u202f»", licence: "Licence" },
    byFormat: {
      starter: "AGPL-3.0-or-later",
      sill: "Licence Ouverte 2.0",
      publiccode: "celle de chaque dépôt",
      "awesome-selfhosted": "CC-BY-SA-3.0",
      endoflife: "MIT",
    } as Readonly<Record<string, string>>,
    unknown: "à vérifier auprès de la source",
  },
  operations: {
    listSoftware: {
      summary: "Chercher ou parcourir les logiciels",
      description:
        "Avec q, les plus proches de la recherche, les libres d’abord, chacun avec ses raisons (why). Sans q, tous, dans l’ordre de leurs adresses.",
    },
    readSoftware: {
      summary: "Lire la fiche d’un logiciel",
      description: "Un logiciel réuni à un autre renvoie (301) vers celui qui le représente.",
    },
    listSuppliers: {
      summary: "Chercher ou parcourir les fournisseurs",
      description:
        "Les entreprises, coopératives, associations et organismes publics qui servent des logiciels, selon les sources. Beffroi n’a pas vérifié ces services.",
    },
    readSupplier: { summary: "Lire la fiche d’un fournisseur", description: "Qui il est, et les logiciels qu’il sert." },
    readDescription: { summary: "Lire cette description", description: "OpenAPI 3.1, en français ou en anglais selon Accept-Language." },
  } satisfies Record<Operation["id"], { summary: string; description: string }>,
  parameters: {
    q: "Un besoin, un mot de métier ou le nom d’un produit.",
    free: "true\u00a0: les logiciels libres\u202f; false\u00a0: ceux qui ne le sont pas\u202f; unknown\u00a0: ceux dont on ne le sait pas encore.",
    category: "Une catégorie du vocabulaire publiccode.yml.",
    replaces: "L’adresse (slug) d’un produit\u00a0: les logiciels libres notés comme pouvant le remplacer.",
    software: "L’adresse (slug) d’un logiciel\u00a0: les fournisseurs qui le servent.",
    limit: "Combien d’éléments par page.",
    cursor: "Où reprendre\u00a0: la valeur «\u202fnext\u202f» de la page précédente, telle quelle.",
    slug: "L’adresse du logiciel, comme dans le catalogue.",
    id: "L’identifiant du fournisseur.",
  } satisfies Record<ParameterName | "slug" | "id", string>,
  /** Where a parameter means something else than elsewhere. */
  otherwise: { listSuppliers: { q: "Un nom, un site, un SIREN ou un logiciel." } } as Partial<
    Record<Operation["id"], Partial<Record<ParameterName, string>>>
  >,
  fields: {
    self: "Adresse de cette fiche dans l’API.",
    aliases: "Autres noms.",
    freedom: "Libre, non libre ou inconnu\u202f; la raison en un mot stable, et en une phrase.",
    licence: "Expression SPDX\u202f; null quand il n’y en a pas ou qu’on ne la connaît pas.",
    licenceSaid: "La licence telle qu’une source l’écrit, quand notre lecture en est une supposition.",
    categories: "Identifiants du vocabulaire publiccode.yml.",
    terms: "À quoi il sert, en mots de métier.",
    wikidata: "Identifiant Wikidata.",
    endoflife: "Nom du produit chez endoflife.date.",
    replaces: "Adresses (slug) des produits qu’il peut remplacer.",
    archived: "Une source dit qu’il n’est plus maintenu.",
    provenance: "Pour chaque fait, la source dont il vient.",
    score: "De 0 à 1, comparable dans une même recherche seulement.",
    why: "Pourquoi il répond à la recherche, la plus forte raison d’abord.",
    next: "À redonner dans cursor pour la page suivante\u202f; null à la dernière.",
    total: "Combien il y en a en tout, quand on le sait.",
    siren: "Numéro SIREN.",
    place: "Ville, ou code de département.",
    software: "Les logiciels qu’il sert.",
    sources: "Les sources qui le disent.",
    changedAt: "Dernier changement de ce qu’on en sait.",
  } as Readonly<Record<string, string>>,
  responses: {
    ok: "Ce qui était demandé.",
    moved: "Réuni à un autre logiciel\u00a0: voir Location.",
    unchanged: "Rien n’a changé depuis l’ETag donné.",
  },
  headers: {
    ETag: "Change quand le contenu change.",
    RateLimit: "Requêtes qui restent (r) et secondes avant la remise à zéro (t).",
    "RateLimit-Policy": "Requêtes permises (q) par durée en secondes (w).",
    "Retry-After": "Secondes à attendre.",
    Location: "Adresse de la fiche qui la représente.",
    Allow: "Méthodes possibles.",
  },
  problems: {
    "bad-parameter": { title: "Paramètre refusé", detail: "Un paramètre de l’adresse ne va pas. Corrigez-le et recommencez." },
    "not-found": { title: "Introuvable", detail: "Rien n’a cette adresse ici. La documentation est à l’adresse /api." },
    "method-not-allowed": { title: "Méthode refusée", detail: "Cette API se lit seulement\u00a0: GET, HEAD ou OPTIONS." },
    "too-many-requests": {
      title: "Trop de requêtes",
      detail: "La limite par minute est atteinte. Attendez le nombre de secondes dit par Retry-After, puis recommencez.",
    },
    fault: { title: "Beffroi a rencontré un problème", detail: "La faute est de notre côté. Réessayez dans un instant." },
  } satisfies Record<ProblemKind, { title: string; detail: string }>,
  fault: ({ code, known = [], min, max }: ParameterFault): string => {
    switch (code) {
      case "unknown":
        return known.length === 0
          ? "Ce paramètre n’existe pas ici\u00a0: cette adresse n’en prend aucun."
          : `Ce paramètre n’existe pas ici. Ceux qui existent\u00a0: ${known.join(", ")}.`;
      case "repeated":
        return "Ce paramètre est donné plusieurs fois. Donnez-le une fois.";
      case "empty":
        return "Ce paramètre est vide. Donnez une valeur, ou retirez-le.";
      case "too-long":
        return `Trop long\u00a0: ${max} caractères au plus.`;
      case "not-a-number":
        return "Donnez un nombre entier.";
      case "out-of-range":
        return `Donnez un nombre entier de ${min} à ${max}.`;
      case "not-a-choice":
        return `Donnez l’une de ces valeurs\u00a0: ${known.join(", ")}.`;
      case "malformed":
        return "Petites lettres sans accent, chiffres et traits d’union seulement, 80 caractères au plus.";
      case "bad-cursor":
        return "Cette valeur ne vient pas d’une page précédente de cette même recherche. Recommencez à la première page, sans cursor.";
    }
  },
  freedom: {
    notRecorded: "Il est tenu pour libre, mais sa licence exacte n’est pas encore notée.",
    saidBySource: "Une source le dit, sans que la licence notée permette de le vérifier.",
  },
};
export type ApiTexts = typeof fr;

import { MOST_REQUESTS } from "./rate-limit.ts";
import type { ApiTexts } from "./texts.fr.ts";

const list = new Intl.ListFormat("en", { type: "disjunction" });

export const en: ApiTexts = {
  title: "Catalogue API",
  lead: "The catalogue of software and of those who serve it, in JSON, for your sites, your spreadsheets and your programs. Anybody may read it, without account nor key. What belongs to an authority (requests, inventory, decisions) is not there.",
  limitTitle: "Limits",
  limitText: `${MOST_REQUESTS} requests a minute for each address. Each answer says what is left (RateLimit); beyond, the answer is 429 and Retry-After says how many seconds to wait.`,
  cacheText:
    "An answer stays good for a minute. Keep its ETag and send it back in If-None-Match: if nothing changed, the answer is 304, without content.",
  pagesText:
    "A list comes in pages. While “next” is not null, give it back in “cursor” for what follows, with the same search. Without a search, the order is that of addresses: software added or removed while you read shifts nothing.",
  stability:
    "Under /api/v1, nothing is removed nor renamed, and no field changes its meaning. Fields, parameters and values may be added: ignore those you do not know. What would break this promise will be published under /api/v2, and /api/v1 will stay for a year at least.",
  stabilityTitle: "Stability",
  documentText: "Description for programs (OpenAPI 3.1)",
  operationsTitle: "What can be asked",
  parametersTitle: "Parameters",
  noParameters: "No parameter.",
  parameterColumns: { name: "Name", meaning: "What it is", values: "Values" },
  request: "Request",
  exampleAnswer: "Answer of this instance right now",
  noExample: "This instance knows none yet.",
  values: {
    required: "needed",
    oneOf: (values) => list.format(values),
    range: (min, max, usual) => `from ${min} to ${max}, ${usual} by default`,
    upTo: (max) => `${max} characters at most`,
    id: "UUID",
    word: "small letters, digits and hyphens",
  },
  errorsTitle: "Errors",
  errorsText:
    "An error is a JSON object (RFC 9457, application/problem+json), in the language asked by Accept-Language. “errors” says which parameter is wrong, and why.",
  errorColumns: { status: "Status", kind: "Error", detail: "What it means" },
  licence: {
    title: "Licence of the data",
    intro:
      "“provenance” says, for each fact, the source it comes from. If you publish these data again, follow the licence of each and name it.",
    own: "Beffroi’s own files: AGPL-3.0-or-later",
    columns: { source: "Source", id: "Name in “provenance”", licence: "Licence" },
    byFormat: {
      starter: "AGPL-3.0-or-later",
      sill: "Licence Ouverte 2.0",
      publiccode: "that of each repository",
      "awesome-selfhosted": "CC-BY-SA-3.0",
      endoflife: "MIT",
    },
    unknown: "to be checked with the source",
  },
  operations: {
    listSoftware: {
      summary: "Search or browse software",
      description:
        "With q, the nearest to the search, the free ones first, each with its reasons (why). Without q, all, in the order of their addresses.",
    },
    readSoftware: {
      summary: "Read about one software",
      description: "A software joined to another redirects (301) to the one that stands for it.",
    },
    listSuppliers: {
      summary: "Search or browse suppliers",
      description:
        "Companies, cooperatives, associations and public bodies that serve software, as the sources say. Beffroi has not checked these services.",
    },
    readSupplier: { summary: "Read about one supplier", description: "Who they are, and the software they serve." },
    readDescription: { summary: "Read this description", description: "OpenAPI 3.1, in French or in English as Accept-Language asks." },
  },
  parameters: {
    q: "A need, a business word or the name of a product.",
    free: "true: free software; false: software that is not; unknown: software of which it is not known yet.",
    category: "A category of the publiccode.yml vocabulary.",
    replaces: "The address (slug) of a product: free software recorded as able to replace it.",
    software: "The address (slug) of a software: the suppliers that serve it.",
    limit: "How many a page.",
    cursor: "Where to go on: the value “next” of the page before, as it is.",
    slug: "The address of the software, as in the catalogue.",
    id: "The identifier of the supplier.",
  },
  otherwise: { listSuppliers: { q: "A name, a site, a SIREN or a software." } },
  fields: {
    self: "Address of this file in the API.",
    aliases: "Other names.",
    freedom: "Free, not free or unknown; the reason as a stable word, and as a sentence.",
    licence: "SPDX expression; null where there is none, or where it is not known.",
    licenceSaid: "The licence as a source writes it, where our reading of it is a guess.",
    categories: "Identifiers of the publiccode.yml vocabulary.",
    terms: "What it is for, in business words.",
    wikidata: "Wikidata identifier.",
    endoflife: "Name of the product at endoflife.date.",
    replaces: "Addresses (slugs) of the products that it can replace.",
    archived: "A source says that it is no longer maintained.",
    provenance: "For each fact, the source it comes from.",
    score: "From 0 to 1, comparable within one search alone.",
    why: "Why it answers the search, the strongest reason first.",
    next: "To give back in cursor for the next page; null on the last.",
    total: "How many there are in all, where it is known.",
    siren: "SIREN number.",
    place: "Town, or code of a department.",
    software: "The software they serve.",
    sources: "The sources that say so.",
    changedAt: "When what is known of it last changed.",
  },
  responses: {
    ok: "What was asked.",
    moved: "Joined to another software: see Location.",
    unchanged: "Nothing changed since the ETag given.",
  },
  headers: {
    ETag: "Changes when the content does.",
    RateLimit: "Requests left (r) and seconds until the count begins again (t).",
    "RateLimit-Policy": "Requests allowed (q) in a time in seconds (w).",
    "Retry-After": "Seconds to wait.",
    Location: "Address of the one that stands for it.",
    Allow: "Possible methods.",
  },
  problems: {
    "bad-parameter": { title: "Parameter refused", detail: "A parameter of the address is wrong. Correct it and try again." },
    "not-found": { title: "Not found", detail: "Nothing has this address here. The documentation is at /api." },
    "method-not-allowed": { title: "Method refused", detail: "This API can only be read: GET, HEAD or OPTIONS." },
    "too-many-requests": {
      title: "Too many requests",
      detail: "The limit for this minute is reached. Wait for the number of seconds that Retry-After says, then try again.",
    },
    fault: { title: "Beffroi met a problem", detail: "The fault is on our side. Try again in a moment." },
  },
  fault: ({ code, known = [], min, max }) => {
    switch (code) {
      case "unknown":
        return known.length === 0
          ? "No such parameter: this address takes none."
          : `No such parameter. Those that exist: ${known.join(", ")}.`;
      case "repeated":
        return "This parameter is given several times. Give it once.";
      case "empty":
        return "This parameter is empty. Give a value, or leave it out.";
      case "too-long":
        return `Too long: ${max} characters at most.`;
      case "not-a-number":
        return "Give a whole number.";
      case "out-of-range":
        return `Give a whole number from ${min} to ${max}.`;
      case "not-a-choice":
        return `Give one of these values: ${known.join(", ")}.`;
      case "malformed":
        return "Small letters without accent, digits and hyphens only, 80 characters at most.";
      case "bad-cursor":
        return "This value does not come from a former page of this same search. Start again at the first page, without cursor.";
    }
  },
  freedom: {
    notRecorded: "It is held to be free, but its exact licence is not recorded yet.",
    saidBySource: "A source says so, though the licence recorded does not let one check it.",
  },
};

/** The door of the catalogue. Readers are what `readAuthority` and `inAuthority` give, or the database itself: the catalogue is nobody's own. */

export { holdSearchIndex } from "./db/held-index.ts";
export { refreshWords } from "./db/refresh-words.ts";
export { searchSoftware } from "./db/search-software.ts";
export { CATALOGUE_SEEN } from "./db/search-state.ts";
export { softwareNames } from "./db/software-names.ts";
export { alternativesOf, softwareBySlug, softwareBySlugs } from "./db/software-queries.ts";
export { putSoftware, putVocabularies } from "./db/write-catalogue.ts";
export { putThesaurus } from "./db/write-thesaurus.ts";
export { judgeLicence, type LicenceJudgement } from "./domain/licences.ts";
export type { FoundSoftware, SearchAnswer, SearchInput, Why } from "./domain/search.ts";
export type { BothLanguages, Category, NamedSoftware, Software } from "./domain/software.ts";
export { type OwnPart, publiccodeStream } from "./publiccode.ts";
export { licenceInWords, whyInWords } from "./texts.ts";
export { readStarterCatalogue, type SkippedFile, type StarterCatalogue } from "./usecases/read-catalogue-files.ts";
export { type CliResult, searchForCli } from "./usecases/search-for-cli.ts";

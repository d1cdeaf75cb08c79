import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import { allCategories, type NamedCategory } from "../db/categories.ts";
import { namesOfSoftware, standingSlug } from "../db/named-software.ts";
import { type OwnWordsRow, ownWordsOf, speakerOf } from "../db/own-words.ts";
import { sourceNames } from "../db/release-cycles.ts";
import { statementsOf } from "../db/statements.ts";
import { type Merged, mergeStatements } from "../domain/merge.ts";

/** What a form about the words of an authority shows beside its fields. */
export type FormFacts = {
  /** The authority that speaks. */
  readonly by: string;
  readonly categories: readonly NamedCategory[];
  /** What everybody else says, made one; undefined where nobody does. */
  readonly others: Merged | undefined;
  readonly sourceNames: ReadonlyMap<string, string>;
  /** Of the software named in what is said that it replaces. */
  readonly productNames: ReadonlyMap<string, string>;
};

export type CorrectionFacts = FormFacts & {
  readonly slug: string;
  /** As it stands for the reader. */
  readonly name: string;
  readonly own: OwnWordsRow | undefined;
};

/** Undefined where the catalogue does not know the software, and the authority never spoke of it. */
export async function correctionFacts(reader: AuthorityReader, asked: string): Promise<CorrectionFacts | undefined> {
  const standing = await standingSlug(reader, asked);
  const slug = standing ?? asked;
  const own = await ownWordsOf(reader, reader.authorityId, slug);
  if (standing === undefined && own === undefined) return undefined;
  const { name: by, sourceId } = await speakerOf(reader, reader.authorityId);
  const others = mergeStatements(
    slug,
    (await statementsOf(reader, [slug])).filter((each) => each.sourceId !== sourceId || each.key !== own?.id),
  );
  const products = [...(own?.words.replaces ?? []), ...(others?.replaces ?? [])];
  const names = await namesOfSoftware(reader, [slug, ...products]);
  return {
    slug,
    name: own?.words.name ?? names.get(slug) ?? slug,
    own,
    by,
    others,
    categories: await allCategories(reader),
    sourceNames: await sourceNames(reader),
    productNames: names,
  };
}

export async function additionFacts(reader: AuthorityReader): Promise<FormFacts> {
  const { name } = await speakerOf(reader, reader.authorityId);
  return { by: name, categories: await allCategories(reader), others: undefined, sourceNames: new Map(), productNames: new Map() };
}

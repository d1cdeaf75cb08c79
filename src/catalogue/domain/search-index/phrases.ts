/** What is said of software, each text once: names, business words, labels of categories. */
export type Phrases = {
  /** `about`: the category of which it is a label. */
  readonly add: (text: string, about: string | null) => number;
  readonly textOf: (id: number) => string;
  readonly aboutOf: (id: number) => string | null;
};

export function emptyPhrases(): Phrases {
  const ids = new Map<string, number>();
  const texts: string[] = [];
  const abouts = new Map<number, string>();
  return {
    add: (text, about) => {
      const id = ids.get(text) ?? texts.push(text) - 1;
      ids.set(text, id);
      if (about !== null) abouts.set(id, about);
      return id;
    },
    textOf: (id) => texts[id] ?? "",
    aboutOf: (id) => abouts.get(id) ?? null,
  };
}

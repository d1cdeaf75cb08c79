import type { Node } from "./world.ts";

/** The six questions of the grid, in the order in which they are asked. */
export const QUESTIONS = ["run-it", "source", "other-suppliers", "data", "exit", "know-how"] as const;
export type Question = (typeof QUESTIONS)[number];
export const ANSWERS = ["yes", "partly", "no"] as const;
export type Given = (typeof ANSWERS)[number];
export type Answer = Given | "unknown";
export type Grid = Readonly<Record<Question, Answered>>;

/** Why, as a fact that each language words. */
export type Reason =
  | { readonly kind: "free-licence" | "not-free-licence" | "licence-unknown" | "on-premises" | "hosted-by-other" | "hosting-unknown" }
  | { readonly kind: "nobody-administers" }
  | { readonly kind: "several-suppliers" | "one-supplier"; readonly names: readonly string[] }
  | { readonly kind: "no-supplier-known" }
  | { readonly kind: "data-in"; readonly country: string }
  | { readonly kind: "data-country-unknown" | "law-unknown" }
  /** `law-outside`: of countries where European law on personal data does not prevail. */
  | { readonly kind: "law-of" | "law-outside"; readonly countries: readonly string[] }
  | { readonly kind: "nobody-said" }
  | { readonly kind: "no-skill-said" }
  | { readonly kind: "several-can"; readonly people: number }
  | { readonly kind: "only-one-can"; readonly name: string }
  | { readonly kind: "nobody-can" }
  | { readonly kind: "said"; readonly text: string };

/** `unknown` is an answer like another: nobody said enough, which is not a no. */
export const SHOWN_ANSWERS = [...ANSWERS, "unknown"] as const;

export type Answered = { readonly answer: Answer; readonly reasons: readonly Reason[]; readonly by: "facts" | "people" };

export type GridFacts = Pick<Node, "free" | "hosting" | "dataCountry"> & {
  readonly governingLaw: readonly string[];
  /** Somebody said who can do what on it. */
  readonly skillsSaid: boolean;
  /** Those who can administer or repair it, by name; each once. */
  readonly canRun: readonly { readonly name: string; readonly holder: "person" | "supplier" | "authority" }[];
  /** Suppliers known to serve the software, by name. */
  readonly suppliers: readonly string[];
};

export type SaidAnswer = { readonly question: Question; readonly answer: Given; readonly reason: string };

/** Countries where the General Data Protection Regulation is law: the Union, and the European Economic Area. */
const UNDER_GDPR = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO".split(" ");

/** Pure: the six answers, from what the inventory says; what people answered stands above it. */
export function gridOf(facts: GridFacts, said: readonly SaidAnswer[]): Grid {
  const found = {
    "run-it": runIt(facts),
    source: source(facts),
    "other-suppliers": otherSuppliers(facts),
    data: data(facts),
    exit: byFacts("unknown", { kind: "nobody-said" }),
    "know-how": knowHow(facts),
  } satisfies Record<Question, Answered>;
  return Object.fromEntries(
    QUESTIONS.map((question) => {
      const word = said.find((each) => each.question === question);
      return [question, word === undefined ? found[question] : ofPeople(word)];
    }),
  ) as Grid;
}

/** How many installations have each answer, question by question. */
export type Tally = Readonly<Record<Question, Readonly<Record<Answer, number>>>>;

export function tallyOf(grids: readonly Grid[]): Tally {
  const count = (question: Question, answer: Answer): number => grids.filter((grid) => grid[question].answer === answer).length;
  return Object.fromEntries(
    QUESTIONS.map((question) => [question, Object.fromEntries(SHOWN_ANSWERS.map((answer) => [answer, count(question, answer)]))]),
  ) as Tally;
}

function byFacts(answer: Answer, ...reasons: readonly Reason[]): Answered {
  return { answer, reasons, by: "facts" };
}

function ofPeople({ answer, reason }: SaidAnswer): Answered {
  return { answer, reasons: [{ kind: "said", text: reason }], by: "people" };
}

/** The right to run it comes with a free licence; the means, with somebody of ours who can administer it. */
function runIt({ free, hosting, canRun }: GridFacts): Answered {
  if (free === null) return byFacts("unknown", { kind: "licence-unknown" });
  const ours = canRun.some(({ holder }) => holder === "person");
  const where: Reason = { kind: hosting === null ? "hosting-unknown" : hosting === "on-premises" ? "on-premises" : "hosted-by-other" };
  if (!free)
    return hosting === "on-premises"
      ? byFacts("partly", { kind: "not-free-licence" }, where)
      : byFacts("no", { kind: "not-free-licence" }, where);
  return ours
    ? byFacts("yes", { kind: "free-licence" }, where)
    : byFacts("partly", { kind: "free-licence" }, { kind: "nobody-administers" });
}

function source({ free }: GridFacts): Answered {
  if (free === null) return byFacts("unknown", { kind: "licence-unknown" });
  return free ? byFacts("yes", { kind: "free-licence" }) : byFacts("no", { kind: "not-free-licence" });
}

function otherSuppliers({ free, suppliers }: GridFacts): Answered {
  if (suppliers.length > 1) return byFacts("yes", { kind: "several-suppliers", names: suppliers });
  if (free === true)
    return byFacts(
      "partly",
      { kind: "free-licence" },
      suppliers.length === 1 ? { kind: "one-supplier", names: suppliers } : { kind: "no-supplier-known" },
    );
  if (suppliers.length === 1) return byFacts("no", { kind: "one-supplier", names: suppliers });
  return byFacts("unknown", { kind: "no-supplier-known" });
}

/** Whoever must obey a law that is not the Union's is said so, wherever the data lies. */
function data({ hosting, dataCountry, governingLaw }: GridFacts): Answered {
  const outside = governingLaw.filter((country) => !UNDER_GDPR.includes(country));
  const law: readonly Reason[] = outside.length === 0 ? [] : [{ kind: "law-outside", countries: outside }];
  if (dataCountry !== null && !UNDER_GDPR.includes(dataCountry)) return byFacts("no", { kind: "data-in", country: dataCountry }, ...law);
  if (hosting === "on-premises") return byFacts(law.length === 0 ? "yes" : "partly", { kind: "on-premises" }, ...law);
  if (dataCountry === null) return byFacts("unknown", { kind: "data-country-unknown" }, ...law);
  const place: Reason = { kind: "data-in", country: dataCountry };
  if (law.length > 0) return byFacts("partly", place, ...law);
  if (governingLaw.length === 0) return byFacts("partly", place, { kind: "law-unknown" });
  return byFacts("yes", place, { kind: "law-of", countries: governingLaw });
}

function knowHow({ canRun, skillsSaid }: GridFacts): Answered {
  const [only, ...others] = canRun;
  if (only === undefined) return skillsSaid ? byFacts("no", { kind: "nobody-can" }) : byFacts("unknown", { kind: "no-skill-said" });
  return others.length === 0
    ? byFacts("partly", { kind: "only-one-can", name: only.name })
    : byFacts("yes", { kind: "several-can", people: canRun.length });
}

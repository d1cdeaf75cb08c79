/** A licence expression (SPDX 2.3, annex D) whose leaves are still as written: « GPL v3 or MIT » is read too. */
export type LicenceExpression =
  | { readonly kind: "licence"; readonly written: string; readonly exception?: string }
  | { readonly kind: "and" | "or"; readonly branches: readonly LicenceExpression[] };

type Token = "(" | ")" | "and" | "or" | "with" | { readonly written: string };

const OPERATORS: Readonly<Record<string, "and" | "or" | "with">> = {
  and: "and",
  et: "and",
  or: "or",
  ou: "or",
  with: "with",
  avec: "with",
};

/** Undefined when it is no expression at all. OR binds less than AND, AND less than WITH. */
export function parseLicenceExpression(text: string): LicenceExpression | undefined {
  const tokens = tokensOf(text);
  const parsed = either(tokens, 0);
  return parsed !== undefined && parsed.next === tokens.length ? parsed.expression : undefined;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let written: string[] = [];
  const flush = (): void => {
    if (written.length > 0) tokens.push({ written: written.join(" ") });
    written = [];
  };
  for (const word of text.replace(/[()]/g, " $& ").trim().split(/\s+/)) {
    const operator = word === "(" || word === ")" ? word : OPERATORS[word.toLowerCase()];
    if (operator === undefined) written.push(word);
    else {
      flush();
      tokens.push(operator);
    }
  }
  flush();
  return tokens;
}

type Parsed = { readonly expression: LicenceExpression; readonly next: number };
type Parser = (tokens: readonly Token[], at: number) => Parsed | undefined;

function series(kind: "and" | "or", part: Parser): Parser {
  return (tokens, at) => {
    const first = part(tokens, at);
    if (first === undefined) return undefined;
    const branches = [first.expression];
    let next = first.next;
    while (tokens[next] === kind) {
      const branch = part(tokens, next + 1);
      if (branch === undefined) return undefined;
      branches.push(branch.expression);
      next = branch.next;
    }
    return { expression: branches.length === 1 ? first.expression : { kind, branches }, next };
  };
}

const both: Parser = (tokens, at) => series("and", leaf)(tokens, at);
const either: Parser = (tokens, at) => series("or", both)(tokens, at);

function leaf(tokens: readonly Token[], at: number): Parsed | undefined {
  const token = tokens[at];
  if (token === "(") {
    const inside = either(tokens, at + 1);
    return inside !== undefined && tokens[inside.next] === ")" ? { expression: inside.expression, next: inside.next + 1 } : undefined;
  }
  if (typeof token !== "object") return undefined;
  if (tokens[at + 1] !== "with") return { expression: { kind: "licence", written: token.written }, next: at + 1 };
  const exception = tokens[at + 2];
  if (typeof exception !== "object") return undefined;
  return { expression: { kind: "licence", written: token.written, exception: exception.written }, next: at + 3 };
}

import type { Page, Request, Response } from "playwright-core";

export type Watch = {
  /** What went wrong since it was last asked. */
  readonly faults: () => readonly string[];
  /** The answer that the next document is meant to have, when it is not a success. */
  readonly expect: (status: number) => void;
};

/** Listens to all that a page asks for and says: errors, refusals of the security policy, missing files, third parties. */
export function watch(page: Page, origin: string): Watch {
  let found: string[] = [];
  let expected: number | undefined;
  const isExpected = (response: Response): boolean => response.request().isNavigationRequest() && response.status() === expected;

  page.on("console", (message) => {
    if (message.type() !== "error" && !/Content Security Policy/i.test(message.text())) return;
    // The browser says each refused document in the console too.
    if (expected !== undefined && message.text().includes(`status of ${expected} `)) return;
    found.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (fault) => found.push(`script: ${fault.message}`));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) found.push(`a third party is asked: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && !isExpected(response)) found.push(`${response.status()}: ${response.url()}`);
  });
  page.on("requestfailed", (request) => {
    if (!isGivenUp(request)) found.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ""}`);
  });
  return {
    faults: () => {
      const now = found;
      found = [];
      return now;
    },
    expect: (status) => {
      expected = status >= 400 ? status : undefined;
    },
  };
}

/** Suggestions give up a question when another letter is typed; so does a page that is left. */
function isGivenUp(request: Request): boolean {
  return request.failure()?.errorText === "net::ERR_ABORTED";
}

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const shared = {
  resolve: { alias: { "#src": fileURLToPath(new URL("./src", import.meta.url)) } },
  oxc: { jsx: { runtime: "automatic" as const, importSource: "hono/jsx" } },
};

/** The longest journeys. Begun last, as their small files would have it, they leave the other workers idle for minutes. */
const LONGEST = ["every-page", "need-to-record", "backup", "killed-while-writing", "commands"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(`/e2e/${name}.test.ts`));
      return found === -1 ? LONGEST.length : found;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // The default leaves one core aside, and continuous integration has two.
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          name: "house",
          // Modules keep no state between files: each file has its own database. Loading them once takes a third of the time.
          isolate: false,
          include: ["src/**/*.test.{ts,tsx}"],
          globalSetup: ["src/platform/db/test-server.ts"],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "journeys",
          // As above. Browsers wait as much as they work: three files at a time on two cores, once the house is done.
          isolate: false,
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          include: ["e2e/**/*.test.ts"],
          globalSetup: ["src/platform/db/test-server.ts"],
          testTimeout: 400_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
